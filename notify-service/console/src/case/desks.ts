import type { Presence } from '../claims/presence.ts';
import type { Me } from '../desk/api.ts';
import type { Desk } from '../desk/desk.ts';
import type { Hands } from '../handover/handover.ts';
import { HandoverDesk } from '../handover/handover-desk.ts';
import { LetIn } from '../handover/let-in.ts';
import type { Keys } from '../keys/keys.ts';
import { IntakeClock } from '../orders/intake-clock.ts';
import { Ordering } from '../orders/ordering.ts';
import type { SeenVersions } from '../teams/recipients.ts';
import { Sheets } from '../triage/sheets.ts';
import type { Drafts } from './drafts.ts';
import { OpenConversation } from './open-conversation.ts';
import type { Desks } from './room.ts';
import { Write } from './write.ts';

/** What all reports are worked on with: one clock, one memory of the teams' versions, one place for drafts. */
export function makeDesks(desk: Desk, keys: Keys, presence: Presence, me: Me, drafts: Drafts): { readonly desks: Desks; readonly hands: Hands } {
  const clock = new IntakeClock(() => Date.now());
  const ordering = new Ordering(desk, clock);
  const seen: SeenVersions = new Map();
  return {
    desks: {
      desk,
      keys,
      ordering,
      opening: new OpenConversation(ordering, seen),
      write: new Write(ordering, clock),
      drafts,
      sheets: new Sheets(),
      presence,
      me,
    },
    hands: { desk: new HandoverDesk(desk), letIn: new LetIn(ordering), seen, ring: () => keys.ring },
  };
}

import type { Presence } from '../claims/presence.ts';
import { replySaid } from '../contract/waiting-list.ts';
import type { Me } from '../desk/api.ts';
import type { Desk } from '../desk/desk.ts';
import { ReferralApi } from '../desk/referral-api.ts';
import { Handover } from '../handover/handover.ts';
import type { Hands } from '../handover/handover.ts';
import type { KeyRoom } from '../keys/key-room.ts';
import type { Keys } from '../keys/keys.ts';
import type { LinkRoom } from '../links/link-room.ts';
import { makeLinks } from '../links/make-links.ts';
import { ReferralRoom } from '../referral/referral-room.ts';
import { wrapFirst } from '../wrap/wrapping.ts';
import { makeDesks } from './desks.ts';
import type { Drafts } from './drafts.ts';
import { Room } from './room.ts';
import type { Desks } from './room.ts';

/** All that reports are read and worked on with. It comes with the page that draws them: the queue does without. */
export class Workplace {
  readonly desks: Desks;
  readonly links: LinkRoom;
  readonly referrals: ReferralRoom;
  /** Hands the key of links on to whoever gets a team's new keys. */
  readonly handOn: KeyRoom['handOn'];
  readonly replySaid = replySaid;
  readonly wrapFirst = wrapFirst;
  readonly #hands: Hands;
  #handover: Handover | undefined;

  /** @param acted what else has to learn of a report in which something was done */
  constructor(desk: Desk, keys: Keys, presence: Presence, me: Me, drafts: Drafts, acted: (report: string) => Promise<void>, private readonly changed: () => void) {
    const { desks, hands } = makeDesks(desk, keys, presence, me, drafts);
    this.desks = desks;
    this.#hands = hands;
    const { room, handOn } = makeLinks(desk, keys, hands, acted, changed);
    this.links = room;
    this.handOn = handOn;
    this.referrals = new ReferralRoom(new ReferralApi(desk), changed, acted);
  }

  room(id: string): Room {
    return new Room(id, this.desks, this.changed);
  }

  handover(id: string): Handover {
    if (this.#handover?.id !== id) this.#handover = new Handover(id, this.#hands, this.changed);
    return this.#handover;
  }

  /** Another page is on screen. */
  leave(): void {
    this.referrals.leave();
    this.links.leave();
  }

  /** Keys were locked: nothing that they opened stays. */
  forget(): void {
    this.desks.sheets.forget();
  }
}

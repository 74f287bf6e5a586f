import type { Room } from '../case/room.ts';
import { TAGS } from '../language/catalogues.ts';
import type { Tag } from '../language/catalogues.ts';
import { language } from '../language/messages.ts';

/** What stands open around the answer of one case. Holds no word of it: those are in the drafts, which a lock forgets. */
export class ReplyTools {
  isOpen = false;
  /** It was opened, and its filter has not had the focus yet. */
  isAwaited = false;
  filter = '';
  /** The phrase that the arrow keys stand on. */
  active: string | undefined;
  /** Chosen by hand; else the reporter's own. */
  chosen: Tag | undefined;
}

const tools = new WeakMap<Room, ReplyTools>();

export function toolsOf(room: Room): ReplyTools {
  const known = tools.get(room) ?? new ReplyTools();
  tools.set(room, known);
  return known;
}

/** The reporter's language, as far as there are phrases in it; else the responder's. */
export function phraseTag(reporters: string): Tag {
  return TAGS.find((tag) => tag === reporters) ?? TAGS.find((tag) => reporters !== '' && tag.split('-')[0] === reporters.split('-')[0]) ?? language();
}

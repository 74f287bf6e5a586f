import type { Room } from '../case/room.ts';
import { firstHole, inserted } from './holes.ts';
import type { Selection } from './holes.ts';

export const FIELD = 'reply-text';

/** Puts a phrase where the cursor stands; its hole is selected, so that typing fills it in. */
export function putIn(room: Room, phrase: string): void {
  const text = room.draft('reply');
  const area = field();
  const at = area === null ? { from: text.length, to: text.length } : { from: area.selectionStart, to: area.selectionEnd };
  const done = inserted(text, at, phrase);
  write(room, done.text, done);
}

export function replaceBy(room: Room, phrase: string): void {
  write(room, phrase, firstHole(phrase) ?? { from: phrase.length, to: phrase.length });
}

/** A change made for the person, which they can undo. */
export function write(room: Room, text: string, select?: Selection): void {
  room.drafts.replace(room.id, 'reply', text);
  room.typed();
  focusField(select);
}

/** Once the page has been drawn. */
export function focusField(select?: Selection, id = FIELD): void {
  queueMicrotask(() => {
    const area = field(id);
    area?.focus();
    if (select !== undefined) area?.setSelectionRange(select.from, select.to);
  });
}

function field(id = FIELD): HTMLTextAreaElement | null {
  return document.getElementById(id) as HTMLTextAreaElement | null;
}

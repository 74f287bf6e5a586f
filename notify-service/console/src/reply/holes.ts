/** What a phrase leaves open, and the person has to fill in before it can be sent. */
const HOLE = /\{(?:time|name)\}/;

export interface Selection {
  readonly from: number;
  readonly to: number;
}

export function firstHole(text: string): (Selection & { readonly hole: string }) | undefined {
  const found = HOLE.exec(text);
  return found === null ? undefined : { hole: found[0], from: found.index, to: found.index + found[0].length };
}

/** A phrase put in at a place of a text, with a space where words would touch, and what is selected then: its hole, else its end. */
export function inserted(text: string, at: Selection, phrase: string): Selection & { readonly text: string } {
  const before = text.slice(0, at.from);
  const after = text.slice(at.to);
  const start = before + (before === '' || /\s$/.test(before) ? '' : ' ');
  const end = (after === '' || /^\s/.test(after) ? '' : ' ') + after;
  const hole = firstHole(phrase);
  const from = start.length + (hole?.from ?? phrase.length);
  return { text: start + phrase + end, from, to: start.length + (hole?.to ?? phrase.length) };
}

import { folded, isDense } from './fold.ts';
import { saysNothing } from './stop-words.ts';

/** A term as it is compared, and as it was written. */
export interface Term {
  readonly term: string;
  readonly shown: string;
}

/** Which way of folding made it: with another one, terms are others, and none is taken for an old one by accident. */
export const FOLDING = 1;

/** What one report tells the desk at most. */
export const MOST = 40;

/** Telephone and other long numbers: by their last digits, since people remember or write down only those. */
const NUMBER = /\+?\d(?:[\s().-]{0,2}\d){4,}|\d{4}/g;
const TOKEN = /\d+\p{L}*(?:[/-]?\d+\p{L}*)*|[\p{L}\p{M}'ʻʼ‘’`´]+/gu;
const ENDINGS = [4, 7];

/** The terms of some texts, each once, in their order: words that say something, a house number with its street, the ends of numbers. */
export function termsOf(texts: readonly string[]): readonly Term[] {
  const found = new Map<string, Term>();
  for (const text of texts.flatMap((one) => one.normalize('NFKC').split(/[\n;]/))) {
    for (const one of [...numbersIn(text), ...wordsIn(text.replace(NUMBER, ' '))]) if (!found.has(one.term)) found.set(one.term, one);
  }
  return [...found.values()].slice(0, MOST);
}

function numbersIn(text: string): readonly Term[] {
  return [...text.matchAll(NUMBER)].flatMap(([found]) => {
    const digits = found.replace(/\D/g, '');
    return ENDINGS.filter((length) => digits.length >= length).map((length) => ({ term: `#${digits.slice(-length)}`, shown: `…${digits.slice(-length)}` }));
  });
}

/** A number belongs to the word before it, at the beginning to the word after it: 12 Altai Street, Алтайская ул., 12. */
function wordsIn(text: string): readonly Term[] {
  const terms: Term[] = [];
  let before: Term | undefined;
  let waiting: string | undefined;
  for (const [token] of text.matchAll(TOKEN)) {
    if (/^\d/.test(token)) {
      if (before === undefined) waiting = token;
      else terms.push(numbered(before, token));
      continue;
    }
    const word = { term: folded(token.toLowerCase()), shown: token };
    if (word.term.length < (isDense(token.toLowerCase()) ? 2 : 3) || saysNothing(word.term)) continue;
    terms.push(word);
    if (waiting !== undefined) terms.push(numbered(word, waiting));
    waiting = undefined;
    before = word;
  }
  return terms;
}

/** `12а` and `12A` are one house, and so are `12к3` and `12`: what follows the number is written in too many ways. */
function numbered({ term, shown }: Term, token: string): Term {
  const [, digits = '', letter = ''] = /^0*(\d+)(\p{L}(?![\p{L}\d]))?/u.exec(token) ?? [];
  return { term: `${term} ${digits}${folded(letter.toLowerCase())}`, shown: `${shown} ${token}` };
}

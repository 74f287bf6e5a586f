import { BEGINNINGS, PARTS } from './telling-words.ts';
import type { Kind } from './telling-words.ts';

/** Something in a text that tells whoever else reads it what it is about. */
export interface Telling {
  readonly words: string;
  readonly kind: Kind | 'organisation' | 'link' | 'number';
}

const APOSTROPHES = /[ʻʼ‘’`´]/g;
const WORD = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}\p{N}]+)*'?/gu;
const LINK = /(?:https?:\/\/|www\.)\S+|[^\s@]+@[^\s@]+\.\w+|(?<![\p{L}\d@])[\p{L}\d][\p{L}\d-]*\.(?:com|org|net|info|me|io|ru|рф|kz|uz|kg|tj|tm|ua|by|vn|kr|cn|tr)(?![\p{L}\d])\S*/giu;
const NUMBER = /\+?\d(?:[\s().-]{0,2}\d){6,}/g;
const DATE = /^\d{1,4}[.-]\d{1,2}[.-]\d{1,4}$/;

/** What is not neutral in a text, each once, in its order. A warning: the lists miss much and the person knows more. */
export function tellings(text: string, organisations: readonly string[]): readonly Telling[] {
  const plain = text.normalize('NFC').replace(APOSTROPHES, "'");
  const found = [...links(plain), ...numbers(plain), ...phrases(plain, organisations), ...parts(plain)];
  const once = new Map(found.sort((a, b) => a.at - b.at).map(({ words, kind }) => [`${kind} ${words}`, { words, kind }]));
  return [...once.values()];
}

type Found = Telling & { readonly at: number };

function links(text: string): Found[] {
  return [...text.matchAll(LINK)].map(({ 0: words, index }) => ({ words, kind: 'link', at: index }));
}

function numbers(text: string): Found[] {
  return [...text.matchAll(NUMBER)].filter(([words]) => !DATE.test(words)).map(({ 0: words, index }) => ({ words, kind: 'number', at: index }));
}

/** Listed words, compared word by word: the text as ` word word word `, and for each place of it where that is in the text. */
function phrases(text: string, organisations: readonly string[]): Found[] {
  const words = [...text.matchAll(WORD)];
  const places = words.map(({ 0: word, index }) => ({ from: index, to: index + word.length }));
  const row = ` ${words.map(([word]) => folded(word)).join(' ')} `;
  const names = organisations.map((name) => ` ${(name.match(WORD) ?? []).map(folded).join(' ')} `).filter((name) => name.trim() !== '');
  const wanted = [
    ...BEGINNINGS.map(({ word, kind }) => ({ word: word.startsWith('=') ? ` ${word.slice(1)} ` : ` ${word}`, kind })),
    ...names.map((word) => ({ word, kind: 'organisation' as const })),
  ];
  return wanted.flatMap(({ word, kind }) => occurrences(row, word).map((at) => {
    const first = count(row.slice(0, at), ' ');
    const last = first + count(word.trim(), ' ');
    return { words: text.slice(places[first]!.from, places[last]!.to), kind, at: places[first]!.from };
  }));
}

function parts(text: string): Found[] {
  return PARTS.flatMap(({ word, kind }) => occurrences(text, word).map((at) => ({ words: word, kind, at })));
}

function occurrences(text: string, word: string): number[] {
  const at: number[] = [];
  for (let index = text.indexOf(word); index >= 0; index = text.indexOf(word, index + 1)) at.push(index);
  return at;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function folded(word: string): string {
  return word.toLowerCase().normalize('NFC').replaceAll('ё', 'е');
}

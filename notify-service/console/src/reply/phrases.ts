import { TAGS } from '../language/catalogues.ts';
import type { Tag } from '../language/catalogues.ts';

/** What can be answered, ready-made, in one language: short, neutral, one segment each (a test checks). */
export interface Phrases {
  /** False until a native speaker who knows what they are for has read them. */
  readonly reviewed: boolean;
  readonly phrases: Readonly<Record<string, string>>;
}

export const GROUPS = ['safety', 'contact', 'place', 'people', 'needs', 'consent', 'waiting', 'end'] as const;

export type Group = (typeof GROUPS)[number];

export interface Phrase {
  readonly id: string;
  readonly group: Group;
  readonly text: string;
  /** The same in the responder's own language. */
  readonly meaning: string;
}

/** The hashes of the files, put here by the build. */
declare const OVOZ_PHRASES: string;

const pins = JSON.parse(OVOZ_PHRASES) as Readonly<Record<Tag, string>>;

const books = new Map<Tag, Phrases | 'coming' | 'missed'>();

/** The phrases of a language, fetched when somebody first asks; calls back once they are there, or are not. */
export function phrasesIn(tag: Tag, arrived: () => void): Phrases | 'coming' | 'missed' {
  const known = books.get(tag);
  if (known !== undefined) return known;
  books.set(tag, 'coming');
  void fetched(tag)
    .then((phrases) => books.set(tag, phrases), () => books.set(tag, 'missed'))
    .then(arrived);
  return 'coming';
}

/** Asks once more for what did not come. */
export function forgetMissed(): void {
  for (const [tag, book] of books) if (book === 'missed') books.delete(tag);
}

/** For whoever will have no connection. */
export async function fetchAllPhrases(): Promise<void> {
  await Promise.all(TAGS.map(async (tag) => books.set(tag, await fetched(tag))));
}

/** The browser refuses all but the very bytes that were built. */
async function fetched(tag: Tag): Promise<Phrases> {
  const answer = await fetch(`phrases.${tag}.json`, { integrity: pins[tag] });
  return (await answer.json()) as Phrases;
}

export function sideBySide(theirs: Phrases, own: Phrases): readonly Phrase[] {
  return Object.entries(theirs.phrases).map(([id, text]) => ({ id, group: id.split('.')[0] as Group, text, meaning: own.phrases[id] ?? '' }));
}

/** The phrases in which every word of the filter is begun by a word of the phrase, its meaning or its group. */
export function matching(phrases: readonly Phrase[], filter: string, nameOf: (group: Group) => string): readonly Phrase[] {
  const wanted = words(filter);
  return phrases.filter((phrase) => {
    const has = words(`${phrase.text} ${phrase.meaning} ${nameOf(phrase.group)}`);
    return wanted.every((word) => has.some((one) => one.startsWith(word) || (isWithoutSpaces(word) && one.includes(word))));
  });
}

/** Without case, marks and apostrophes: at night nobody types them. */
function words(text: string): readonly string[] {
  return text.toLowerCase().normalize('NFKD').replace(/[\p{M}'ʻʼ‘’`´]/gu, '').normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isWithoutSpaces(word: string): boolean {
  return /[\p{Script=Han}\p{Script=Hangul}]/u.test(word);
}

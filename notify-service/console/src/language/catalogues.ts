import type en from '../../messages/en.json';

/** The languages people can choose. Of two scripts of one language the first is taken for a browser that names none. */
export const TAGS = ['en', 'ru', 'uz-Latn', 'uz-Cyrl', 'kk', 'ky', 'tg', 'uk', 'ko', 'vi', 'zh'] as const;

export type Tag = (typeof TAGS)[number];
export type Catalogue = typeof en;
export type Names = Readonly<Record<'language' | 'region', Readonly<Record<string, string>>>>;

/** What the console says in one language; the names are those that browsers leave out. */
export interface Words {
  readonly messages: Catalogue;
  readonly names: Names;
}

/** What is known of a catalogue before it has come, put here by the build. */
interface Promised {
  readonly language: string;
  readonly integrity: string;
  /** Of the file with what the first view does not say. */
  readonly more: string;
}

declare const OVOZ_CATALOGUES: string;

const promised = JSON.parse(OVOZ_CATALOGUES) as Readonly<Record<Tag, Promised>>;
const loaded = new Map<Tag, Words>();
const whole = new Set<Tag>();

/** Known before anything is fetched, so that everybody finds their own language in the list. */
export function nameOf(tag: Tag): string {
  return promised[tag].language;
}

/** @param all not only what the first view says */
export function wordsAtHand(tag: Tag, all: boolean): Words | undefined {
  return all && !whole.has(tag) ? undefined : loaded.get(tag);
}

/** What is here already is not asked for again. */
export async function fetchWords(tag: Tag, all: boolean): Promise<Words> {
  const [words, more] = await Promise.all([first(tag), all && !whole.has(tag) ? pinned<Partial<Catalogue>>(`more.${tag}.json`, promised[tag].more) : undefined]);
  if (more !== undefined) Object.assign(words.messages, more);
  if (more !== undefined) whole.add(tag);
  return words;
}

async function first(tag: Tag): Promise<Words> {
  const here = loaded.get(tag);
  if (here !== undefined) return here;
  const words = await pinned<Words>(`messages.${tag}.json`, promised[tag].integrity);
  const before = loaded.get(tag);
  if (before === undefined) loaded.set(tag, words);
  return before ?? words;
}

/** The browser refuses all but the very bytes that were built, an error page too. */
async function pinned<T>(path: string, integrity: string): Promise<T> {
  const answer = await fetch(path, { integrity });
  return (await answer.json()) as T;
}

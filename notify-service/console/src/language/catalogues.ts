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
}

declare const OVOZ_CATALOGUES: string;

const promised = JSON.parse(OVOZ_CATALOGUES) as Readonly<Record<Tag, Promised>>;
const loaded = new Map<Tag, Words>();

/** Known before anything is fetched, so that everybody finds their own language in the list. */
export function nameOf(tag: Tag): string {
  return promised[tag].language;
}

export function wordsAtHand(tag: Tag): Words | undefined {
  return loaded.get(tag);
}

/** The browser refuses all but the very bytes that were built, an error page too. */
export async function fetchWords(tag: Tag): Promise<Words> {
  const answer = await fetch(`messages.${tag}.json`, { integrity: promised[tag].integrity });
  const words = (await answer.json()) as Words;
  loaded.set(tag, words);
  return words;
}

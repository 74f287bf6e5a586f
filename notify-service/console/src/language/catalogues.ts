import en from '../../messages/en.json';
import kk from '../../messages/kk.json';
import namesEn from '../../messages/names/en.json';
import namesKk from '../../messages/names/kk.json';
import namesRu from '../../messages/names/ru.json';
import namesUzLatn from '../../messages/names/uz-Latn.json';
import ru from '../../messages/ru.json';
import uzLatn from '../../messages/uz-Latn.json';

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

/** The catalogues that are files of their own, put here by the build: what each calls itself, and the hash of its bytes. */
declare const OVOZ_FETCHED: Readonly<Partial<Record<Tag, { readonly language: string; readonly integrity: string }>>>;

export const ENGLISH: Words = { messages: en, names: namesEn };

const BUNDLED: Readonly<Partial<Record<Tag, Words>>> = {
  en: ENGLISH,
  ru: { messages: ru, names: namesRu },
  kk: { messages: kk, names: namesKk },
  'uz-Latn': { messages: uzLatn, names: namesUzLatn },
};

const loaded = new Map<Tag, Words>(Object.entries(BUNDLED) as [Tag, Words][]);

/** Known before anything is fetched, so that everybody finds their own language in the list. */
export function nameOf(tag: Tag): string {
  return BUNDLED[tag]?.messages.language ?? OVOZ_FETCHED[tag]?.language ?? tag;
}

export function wordsAtHand(tag: Tag): Words | undefined {
  return loaded.get(tag);
}

/** The browser refuses all but the very bytes that were built, an error page too. */
export async function fetchWords(tag: Tag): Promise<Words> {
  const answer = await fetch(`messages.${tag}.json`, { integrity: OVOZ_FETCHED[tag]!.integrity });
  const words = (await answer.json()) as Words;
  loaded.set(tag, words);
  return words;
}

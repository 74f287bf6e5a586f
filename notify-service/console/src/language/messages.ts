import en from '../../messages/en.json';
import kk from '../../messages/kk.json';
import ru from '../../messages/ru.json';
import uzLatn from '../../messages/uz-Latn.json';

export type Catalogue = typeof en;
export type MessageKey = Exclude<keyof Catalogue, 'language' | 'reviewed'>;
export type Tag = 'en' | 'ru' | 'kk' | 'uz-Latn';

const CATALOGUES: Record<Tag, Catalogue> = { en, ru, kk, 'uz-Latn': uzLatn };
const CHOICE = 'ovoz.language';

export const TAGS = Object.keys(CATALOGUES) as Tag[];

let current: Tag = 'en';

export function language(): Tag {
  return current;
}

export function nameOf(tag: Tag): string {
  return CATALOGUES[tag].language;
}

/** False until a native speaker has read the catalogue. */
export function isReviewed(tag: Tag): boolean {
  return CATALOGUES[tag].reviewed !== 'no';
}

/** The language chosen before, else the first of the browser's that there is. */
export function startLanguage(preferred: readonly string[]): void {
  const chosen = localStorage.getItem(CHOICE);
  use(TAGS.find((tag) => tag === chosen) ?? bestOf(preferred));
}

export function chooseLanguage(tag: Tag): void {
  localStorage.setItem(CHOICE, tag);
  use(tag);
}

export function bestOf(preferred: readonly string[]): Tag {
  for (const wanted of preferred) {
    const primary = wanted.split('-')[0];
    const found = TAGS.find((tag) => tag.split('-')[0] === primary);
    if (found !== undefined) return found;
  }
  return 'en';
}

export function t(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  return CATALOGUES[current][key].replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

/** For keys made from what a server says: the message if there is one, else the other. */
export function tOr(key: string, otherwise: MessageKey): string {
  return t(Object.hasOwn(en, key) ? (key as MessageKey) : otherwise);
}

function use(tag: Tag): void {
  current = tag;
  document.documentElement.lang = tag;
}

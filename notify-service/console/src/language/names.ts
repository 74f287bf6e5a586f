import kk from '../../messages/names/kk.json';
import uzLatn from '../../messages/names/uz-Latn.json';
import { language, t } from './messages.ts';
import type { Tag } from './messages.ts';

type Names = Readonly<Record<'language' | 'region', Readonly<Record<string, string>>>>;

/** Browsers leave out the names in these languages; they come with the console. */
const OWN: Partial<Record<Tag, Names>> = { kk, 'uz-Latn': uzLatn };

/** "Uzbek (Latin)" in the reader's language; the tag itself where nobody knows a name. */
export function languageName(tag: string): string {
  if (tag === '' || tag === 'und') return t('fact.undetermined');
  return named('language', tag);
}

/** A country's name, with the subdivision's code if there is one; `ZZ` is "place unknown". */
export function regionName(code: string): string {
  const country = code.split('-')[0] ?? code;
  if (country === '' || country === 'ZZ') return t('fact.region.unknown');
  const name = named('region', country);
  return country === code ? name : `${name} (${code})`;
}

function named(type: 'language' | 'region', code: string): string {
  const own = OWN[language()];
  if (own !== undefined) return own[type][code] ?? code;
  try {
    return new Intl.DisplayNames([language()], { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

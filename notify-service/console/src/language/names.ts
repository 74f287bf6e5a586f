import { language, t } from './messages.ts';

/** "Uzbek (Latin)" in the reader's language; the tag itself where the browser knows no name. */
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
  try {
    return new Intl.DisplayNames([language()], { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

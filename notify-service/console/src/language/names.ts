import { language, names, t } from './messages.ts';

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

/** The console's own name first: browsers leave out many of these languages, and many names in the others. */
function named(type: 'language' | 'region', code: string): string {
  const own = names()[type][code];
  if (own !== undefined) return own;
  try {
    return browsersNames(language(), type).of(code) ?? code;
  } catch {
    return code;
  }
}

const kept = new Map<string, Intl.DisplayNames>();

/** Made once: a list asks for names with every drawing, and making them is slow. */
function browsersNames(tag: string, type: 'language' | 'region'): Intl.DisplayNames {
  const key = `${tag} ${type}`;
  const names = kept.get(key) ?? new Intl.DisplayNames([tag], { type });
  kept.set(key, names);
  return names;
}

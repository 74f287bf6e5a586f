/**
 * Brings a word to a coarse form that is the same however it was spelled: Cyrillic or Latin, Russian, Uzbek, Kazakh, Kyrgyz, Tajik or Ukrainian,
 * with or without marks, doubled letters and most endings. It is coarse on purpose: what it brings together a person looks at.
 *
 * Marks of years are compared with each other, so a change here parts the new from the old: let `FOLDING` in `terms.ts` follow.
 */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'yo', є: 'ye', э: 'e', ж: 'j', җ: 'j', ҷ: 'j', з: 'z', и: 'i', і: 'i',
  ї: 'yi', ӣ: 'i', й: 'y', к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'ng', о: 'o', ө: 'o', ў: 'O', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ү: 'u',
  ұ: 'u', ӯ: 'u', ф: 'f', х: 'h', ҳ: 'h', һ: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ы: 'i', ь: '', ю: 'yu', я: 'ya',
};

/** Letters that no decomposition brings to plain ones. */
const LATIN: Readonly<Record<string, string>> = { đ: 'd', ı: 'i', ł: 'l', ø: 'o', ß: 'ss', æ: 'ae' };

/** In this order. A large letter stands for two small ones, or for one that must be left alone until the end. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/o['ʻʼ‘’`´]/g, 'O'],
  [/['ʻʼ‘’`´]/g, ''],
  [/shch|sch|sh/g, 'S'],
  [/ch/g, 'C'],
  [/dzh|dj|zh/g, 'j'],
  [/kh|x/g, 'h'],
  [/gh/g, 'g'],
  [/ng/g, 'n'],
  [/ph/g, 'f'],
  [/t[sz]/g, 's'],
  [/ck|c|q/g, 'k'],
  [/w/g, 'v'],
  [/y/g, 'i'],
  // Where one writes ё or ye, the other writes e.
  [/i+o/g, 'e'],
  [/i+e/g, 'e'],
  [/O/g, 'o'],
  [/(.)\1+/g, '$1'],
];

const FOLDED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{M}'ʻʼ‘’`´]+$/u;
const ENDING = /^(.{4,}?)[aeiou]+$/;

/** @param word letters, in lower case, composed (NFKC). Of other scripts it stays as it is. */
export function folded(word: string): string {
  if (!FOLDED.test(word)) return word;
  const latin = [...word].map((letter) => CYRILLIC[letter] ?? LATIN[letter] ?? letter).join('');
  const plain = latin.normalize('NFKD').replace(/\p{M}/gu, '');
  return RULES.reduce((text, [pattern, put]) => text.replace(pattern, put), plain).replace(ENDING, '$1');
}

/** Whether a word is of a script in which a word of two letters can be a name. */
export function isDense(word: string): boolean {
  return !FOLDED.test(word);
}

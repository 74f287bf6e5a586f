/**
 * Uzbek from one script into the other, by the orthography of 1995 and the Cyrillic one. It changes letters and knows no words:
 * what a script has lost (`sirk` was `цирк`, `sentabr` was `сентябрь`) stays lost, so the text is to be read again. Left alone are
 * the holes of phrases (`{time}`) and `STOP`, which means something to the line in Latin only.
 *
 * Latin comes out with the plain apostrophe, as people type it: with `ʻ` the whole text would cost UCS-2.
 */
export type Script = 'Latn' | 'Cyrl';

const PAIRS: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ж: 'j', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r',
  с: 's', т: 't', у: 'u', ф: 'f', х: 'x', қ: 'q', ҳ: 'h', ў: "o'", ғ: "g'", ш: 'sh', ч: 'ch', ё: 'yo', ю: 'yu', я: 'ya', э: 'e',
};
/** Only towards Latin: letters that are not of Uzbek, or have no sound of their own. */
const ONE_WAY: Readonly<Record<string, string>> = { щ: 'sh', ы: 'i', ь: '' };

const TO_CYRILLIC = new Map(Object.entries(PAIRS).map(([cyrillic, latin]) => [latin, cyrillic]));
const TO_LATIN = new Map(Object.entries({ ...PAIRS, ...ONE_WAY }));

const APOSTROPHES = /['ʻʼ‘’`´]/;
const KEPT = /(\{\w+\}|\bSTOP\b|\bSMS)/;
const VOWELS = 'aeiouаеёиоуўэюяы';
/** `ts` is one letter in loans (`militsiya`, `litsey`), and two where an ending begins with `s` (`ketsa`, `aytsin`, `baxtsiz`). */
const ONE_LETTER_TS = /^ts(e|i(?!z|n(?![aeiou]))|(?![a-z'ʻʼ‘’`´]))/;

/** The script that most of the letters are of; undefined when there are none. */
export function scriptOf(text: string): Script | undefined {
  const letters = text.replace(new RegExp(KEPT, 'g'), '');
  const count = (script: RegExp) => letters.match(script)?.length ?? 0;
  const latin = count(/\p{Script=Latin}/gu);
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  if (latin + cyrillic === 0) return undefined;
  return cyrillic > latin ? 'Cyrl' : 'Latn';
}

export function toCyrillic(text: string): string {
  return besideKept(text, (part) => converted(part, cyrillicAt));
}

export function toLatin(text: string): string {
  return besideKept(text, (part) => converted(part, latinAt));
}

/** What stands at a place, in lower case, and how many characters of the source it stands for. */
type Step = { readonly out: string; readonly length: number };

function besideKept(text: string, convert: (part: string) => string): string {
  return text.split(KEPT).map((part) => (KEPT.test(part) ? part : convert(part))).join('');
}

function converted(text: string, at: (lower: string, index: number) => Step): string {
  const lower = [...text].map((character) => lowered(character)).join('');
  let written = '';
  for (let index = 0; index < text.length;) {
    const { out, length } = at(lower, index);
    written += inCaseOf(text, index, length, out);
    index += length;
  }
  return written;
}

/** `I` with a dot becomes two units in lower case; places must stay the same. */
function lowered(character: string): string {
  const small = character.toLowerCase();
  return small.length === character.length ? small : character;
}

function cyrillicAt(text: string, index: number): Step {
  const rest = text.slice(index);
  const before = text[index - 1] ?? '';
  const first = rest[0] ?? '';
  const second = rest[1] ?? '';
  if ((first === 'o' || first === 'g') && APOSTROPHES.test(second)) return { out: first === 'o' ? 'ў' : 'ғ', length: 2 };
  if (first === 's' && APOSTROPHES.test(second) && rest[2] === 'h') return { out: 'сҳ', length: 3 };
  if (first === 'y' && second === 'o' && APOSTROPHES.test(rest[2] ?? '')) return { out: 'й', length: 1 };
  if (first === 'y' && second === 'e') return { out: isConsonant(before) ? 'ъе' : 'е', length: 2 };
  if (first === 'e') return { out: isConsonant(before) ? 'е' : 'э', length: 1 };
  if (ONE_LETTER_TS.test(rest)) return { out: 'ц', length: 2 };
  if (APOSTROPHES.test(first)) return { out: isLetter(before) && isLetter(second) ? 'ъ' : first, length: 1 };
  const two = TO_CYRILLIC.get(first + second);
  return two === undefined ? { out: TO_CYRILLIC.get(first) ?? first, length: 1 } : { out: two, length: 2 };
}

function latinAt(text: string, index: number): Step {
  const before = text[index - 1] ?? '';
  const first = text[index] ?? '';
  const second = text[index + 1] ?? '';
  if (first === 'с' && second === 'ҳ') return { out: "s'h", length: 2 };
  if (first === 'е') return { out: isConsonant(before) ? 'e' : 'ye', length: 1 };
  if (first === 'ц') return { out: isVowel(before) ? 'ts' : 's', length: 1 };
  // Not written before the letters that begin with y, nor after ў.
  if (first === 'ъ') return { out: 'еёюя'.includes(second) || before === 'ў' ? '' : "'", length: 1 };
  return { out: TO_LATIN.get(first) ?? first, length: 1 };
}

/** `ША` is `SHA`, `Ша` is `Sha`: a letter that becomes two is wholly large only beside another large one. */
function inCaseOf(text: string, index: number, length: number, out: string): string {
  const source = text.slice(index, index + length);
  if (!isLarge(source[0] ?? '')) return out;
  const beside = length > 1 && out.length > 1 ? source.slice(1) : (text[index + length] ?? '') + (text[index - 1] ?? '');
  return out.length === 1 || [...beside].some(isLarge) ? out.toUpperCase() : out[0]!.toUpperCase() + out.slice(1);
}

function isLarge(character: string): boolean {
  return character !== character.toLowerCase();
}

function isVowel(character: string): boolean {
  return character !== '' && VOWELS.includes(character);
}

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character) && !APOSTROPHES.test(character);
}

/** `ъ` and `ь` part what stands beside them, as a vowel does; the apostrophe of oʻ and gʻ is part of a letter. */
function isConsonant(character: string): boolean {
  return isLetter(character) && !isVowel(character) && character !== 'ъ' && character !== 'ь';
}

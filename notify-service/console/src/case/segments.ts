/** How a text travels by SMS: one character outside GSM 03.38 and the whole text costs UCS-2. */
export interface Segments {
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly segments: number;
  /** Units used and units that fit into this many segments. */
  readonly used: number;
  readonly room: number;
}

const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENDED = new Set('\f^{}\\[~]|€');

export function segmentsOf(text: string): Segments {
  const characters = [...text];
  return characters.every((character) => BASIC.has(character) || EXTENDED.has(character))
    ? counted('GSM-7', characters.map((character) => (EXTENDED.has(character) ? 2 : 1)), 160, 153)
    : counted('UCS-2', characters.map((character) => character.length), 70, 67);
}

/** A character is never cut in two: what does not fit any more opens the next segment. */
function counted(encoding: Segments['encoding'], sizes: readonly number[], single: number, part: number): Segments {
  const used = sizes.reduce((sum, size) => sum + size, 0);
  if (used <= single) return { encoding, segments: used === 0 ? 0 : 1, used, room: single };
  let segments = 1;
  let filled = 0;
  for (const size of sizes) {
    if (filled + size > part) {
      segments += 1;
      filled = 0;
    }
    filled += size;
  }
  return { encoding, segments, used, room: segments * part };
}

/** The characters that force UCS-2, each once. What cannot be seen is named by its number. */
export function forcingCharacters(text: string): readonly string[] {
  const outside = [...text].filter((character) => !BASIC.has(character) && !EXTENDED.has(character));
  return [...new Set(outside)].map((character) => (INVISIBLE.test(character) ? `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}` : character));
}

/** True when the text is in an alphabet that is dear by itself, so that no single character is to blame. */
export function isDearAlphabet(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => !BASIC.has(letter)).length * 2 > letters.length;
}

/** The text with what typing aids put in written as a phone of old writes it; undefined where that would not make it cheaper. */
export function plainer(text: string): string | undefined {
  const plain = PLAIN.reduce((written, [fancy, simple]) => written.replace(fancy, simple), text);
  const [before, after] = [segmentsOf(text), segmentsOf(plain)];
  return after.segments < before.segments || after.encoding !== before.encoding ? plain : undefined;
}

const INVISIBLE = /[\p{Z}\p{C}\p{M}]/u;
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/[ʻʼ‘’`´′]/g, "'"],
  [/[“”„«»″]/g, '"'],
  [/[‐‑–—−]/g, '-'],
  [/…/g, '...'],
  [/[\t\u00A0\u2009\u202F]/g, ' '],
  [/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, ''],
];

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

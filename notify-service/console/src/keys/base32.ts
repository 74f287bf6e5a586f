/** No I, L, O, U: nothing that is heard or read as something else (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5;
const GROUP = 4;

/** Bytes in groups of four letters, to be read aloud or copied by hand. */
export function groups(bytes: Uint8Array): readonly string[] {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS[parseInt(five.padEnd(BITS, '0'), 2)]!);
  return letters.join('').match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? [];
}

/** What was typed, without spaces, with I and L taken for 1 and O for 0. */
export function letters(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
}

/** The bytes again; undefined when something is no letter of these, or stands over. */
export function bytesOf(typed: string): Uint8Array | undefined {
  const values = [...letters(typed)].map((letter) => LETTERS.indexOf(letter));
  if (values.includes(-1)) return undefined;
  const bits = values.map((value) => value.toString(2).padStart(BITS, '0')).join('');
  const whole = bits.length - (bits.length % 8);
  if (bits.slice(whole).includes('1') || bits.length - whole >= BITS) return undefined;
  return Uint8Array.from(bits.slice(0, whole).match(/.{8}/g) ?? [], (byte) => parseInt(byte, 2));
}

import { base64url } from 'jose';

/** No I, L, O, U: nothing that is heard or read as something else (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 4;
const BITS = 5;

/** A key's whole thumbprint, 256 bits, as thirteen groups of four to be read aloud. */
export function fingerprint(kid: string): readonly string[] {
  const bits = [...base64url.decode(kid)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(new RegExp(`.{1,${BITS}}`, 'g')) ?? []).map((five) => LETTERS[parseInt(five.padEnd(BITS, '0'), 2)]!);
  return letters.join('').match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? [];
}

/** Whether what was typed is that fingerprint, the whole of it: however it was spaced, and with I, L and O taken for 1 and 0. */
export function isFingerprint(typed: string, kid: string): boolean {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  return letters === fingerprint(kid).join('');
}

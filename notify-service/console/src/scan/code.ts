import { letters } from '../keys/base32.ts';
import { fingerprint } from '../keys/fingerprint.ts';

/** Letters of the small alphabet of such codes, so that the picture has few and large fields. */
const BEGINS = 'OVOZ:';
const LETTERS = 52;

/** A fingerprint as the text of a picture. It is public, and says nothing but what a voice would. */
export function codeOf(kid: string): string {
  return BEGINS + fingerprint(kid).join('');
}

/** The thirteen groups again; undefined for any other picture that somebody holds before the camera. */
export function groupsIn(code: string): string | undefined {
  if (!code.startsWith(BEGINS)) return undefined;
  const read = letters(code.slice(BEGINS.length));
  return read.length === LETTERS ? read.match(/.{4}/g)!.join(' ') : undefined;
}

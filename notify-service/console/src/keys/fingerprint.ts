import * as base64url from 'jose/base64url';
import { groups, letters } from './base32.ts';

/** A key's whole thumbprint, 256 bits, as thirteen groups of four to be read aloud. */
export function fingerprint(kid: string): readonly string[] {
  return groups(base64url.decode(kid));
}

/** Whether what was typed is that fingerprint, the whole of it, however it was spaced. */
export function isFingerprint(typed: string, kid: string): boolean {
  return letters(typed) === fingerprint(kid).join('');
}

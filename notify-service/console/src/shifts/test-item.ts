import type { TestItem } from '../desk/shift-api.ts';
import { CannotOpen, refuseUnless } from '../sealing/containers.ts';
import type { RecipientKey } from '../sealing/containers.ts';
import { decrypted } from '../sealing/open.ts';

/** All that a test item ever holds. */
const FORM = /^ovoz-check:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([A-Za-z0-9_-]{43})$/;

/**
 * Opens what the desk has sealed to the team, and gives back the one thing that may leave this browser: its random number. Anything else
 * is refused, so that a desk in wrong hands cannot have a grant, a team's key or a piece of a report opened by calling it a test. Its kind
 * is in the header, which the seal covers: put on something else, it does not open at all.
 */
export async function readTestItem(item: TestItem, team: string, own: RecipientKey): Promise<string> {
  refuseUnless(item.jwe, { typ: 'ovoz-check', alg: 'ECDH-ES+A256KW', team, chk: item.id, kid: own.kid });
  const [, id, nonce] = FORM.exec(plain(await decrypted(item.jwe, own.key, 'ECDH-ES+A256KW'))) ?? [];
  if (nonce === undefined || id !== item.id) throw new CannotOpen('broken');
  return nonce;
}

function plain(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 128));
}

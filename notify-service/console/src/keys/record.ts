import * as base64url from 'jose/base64url';
import type { RecipientKey } from '../sealing/containers.ts';
import { kidOf } from '../sealing/keys.ts';
import type { EcJwk } from '../sealing/keys.ts';
import { jose } from '../sealing/library.ts';

/** What a proposal is, until the line has signed it. */
export const PROPOSAL = 'ovoz-team-proposal';

/** A team's record, as it is signed. */
export type TeamRecord = Readonly<Record<string, unknown>>;

/** One value for all that is new in a record: both keys and the version. */
export async function compared(next: TeamRecord): Promise<string> {
  const [encryption, order] = await Promise.all([kidOf(next['encryptionKey'] as EcJwk), kidOf(next['orderKey'] as EcJwk)]);
  const bytes = new TextEncoder().encode(JSON.stringify([next['id'], next['version'], encryption, order]));
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

export function signRecord(next: TeamRecord, line: RecipientKey): Promise<string> {
  return sign(next, 'ovoz-team', line);
}

export async function sign(payload: object, typ: string, by: RecipientKey): Promise<string> {
  const { CompactSign } = await jose();
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload))).setProtectedHeader({ alg: 'ES256', typ, kid: by.kid }).sign(by.key);
}

export async function pair(alg: 'ECDH-ES+A256KW' | 'ES256'): Promise<EcJwk> {
  const { exportJWK, generateKeyPair } = await jose();
  const { kty, crv, x, y, d } = (await exportJWK((await generateKeyPair(alg, { crv: 'P-256', extractable: true })).privateKey)) as unknown as EcJwk;
  return { kty, crv, x, y, d: d! };
}

export async function published(key: EcJwk): Promise<EcJwk & { kid: string }> {
  const { kty, crv, x, y } = key;
  return { kty, crv, x, y, kid: await kidOf(key) };
}

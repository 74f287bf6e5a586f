import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import { kidOf } from '../sealing/keys.ts';
import type { EcJwk } from '../sealing/keys.ts';

/** A key made on the spot, and gone with the page. */
export interface Pair {
  readonly public: EcJwk;
  readonly private: EcJwk;
}

export async function pair(use: 'ECDH-ES+A256KW' | 'ES256' = 'ECDH-ES+A256KW'): Promise<Pair> {
  const made = await generateKeyPair(use, { crv: 'P-256', extractable: true });
  const { kty, crv, x, y, d } = (await exportJWK(made.privateKey)) as unknown as EcJwk;
  return { public: { kty, crv, x, y }, private: { kty, crv, x, y, d: d! } };
}

/** A record as the line, or intake, signs it. */
export async function signed(typ: string, by: Pair, payload: object): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'ES256', typ, kid: await kidOf(by.public) })
    .sign({ ...by.private } as JWK);
}

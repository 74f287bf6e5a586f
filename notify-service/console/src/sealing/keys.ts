import type { RecipientKey } from './containers.ts';
import { jose } from './library.ts';

/** A P-256 key as JSON; `d` only in private ones. */
export interface EcJwk {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
  readonly d?: string;
}

export function isPublicJwk(value: unknown): value is EcJwk {
  const jwk = value as Partial<EcJwk> | null;
  return typeof jwk === 'object' && jwk !== null && jwk.kty === 'EC' && jwk.crv === 'P-256'
    && typeof jwk.x === 'string' && typeof jwk.y === 'string';
}

export function isPrivateJwk(value: unknown): value is EcJwk {
  return isPublicJwk(value) && typeof value.d === 'string';
}

/** The key's id is computed, never read: it cannot lie. */
export async function kidOf(jwk: EcJwk): Promise<string> {
  const { calculateJwkThumbprint } = await jose();
  return calculateJwkThumbprint({ kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y });
}

/** Somebody's public key to seal to. */
export async function sealingKey(jwk: EcJwk): Promise<RecipientKey> {
  return { kid: await kidOf(jwk), key: await imported(publicPart(jwk), 'ECDH', []) };
}

/** One's own private key to open with; nothing can export it again. */
export async function openingKey(jwk: EcJwk): Promise<RecipientKey> {
  return { kid: await kidOf(jwk), key: await imported({ ...publicPart(jwk), d: jwk.d! }, 'ECDH', ['deriveBits']) };
}

export async function verifyingKey(jwk: EcJwk): Promise<RecipientKey> {
  return { kid: await kidOf(jwk), key: await imported(publicPart(jwk), 'ECDSA', ['verify']) };
}

export async function signingKey(jwk: EcJwk): Promise<RecipientKey> {
  return { kid: await kidOf(jwk), key: await imported({ ...publicPart(jwk), d: jwk.d! }, 'ECDSA', ['sign']) };
}

function publicPart(jwk: EcJwk): JsonWebKey {
  return { kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y };
}

function imported(jwk: JsonWebKey, name: 'ECDH' | 'ECDSA', usages: KeyUsage[]): Promise<CryptoKey> {
  return crypto.subtle.importKey('jwk', jwk, { name, namedCurve: 'P-256' }, false, usages);
}

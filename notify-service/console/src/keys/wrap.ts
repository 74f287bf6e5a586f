import * as base64url from 'jose/base64url';
import { decodeProtectedHeader } from 'jose/decode/protected_header';
import { parts } from '../parts/parts.ts';
import { CannotOpen } from '../sealing/containers.ts';
import { isPrivateJwk, kidOf } from '../sealing/keys.ts';
import type { EcJwk } from '../sealing/keys.ts';
import { jose } from '../sealing/library.ts';
import { decrypted } from '../sealing/open.ts';

/** How dear a guess is: 64 MiB, three passes (RFC 9106, 4, second choice, with one lane since a page has one). */
const COST = { m: 65_536, t: 3, p: 1 };
/** Whoever serves the header must not make a browser spend more than this. */
const DEAREST = { m: 262_144, t: 10, p: 4 };

/** The private key under the six words. What the words became is forgotten on return. */
export async function wrapUnderWords(key: EcJwk, words: readonly string[]): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return wrap(key, await stretched(words, salt, COST), { argon2id: { ...COST, salt: base64url.encode(salt) } });
}

/** The private key of this id; throws `CannotOpen` for other words, and for what is no wrap. */
export async function openWithWords(jwe: string, kid: string, words: readonly string[]): Promise<EcJwk> {
  const { m, t, p, salt } = costOf(jwe);
  return unwrap(jwe, kid, await stretched(words, base64url.decode(salt), { m, t, p }));
}

/** The same under 32 bytes that a passkey or a device makes. */
export function wrapUnder(key: EcJwk, secret: Uint8Array): Promise<string> {
  return wrap(key, secret, {});
}

export async function unwrap(jwe: string, kid: string, secret: Uint8Array): Promise<EcJwk> {
  const header = headerOf(jwe);
  if (header['typ'] !== 'ovoz-key' || header['alg'] !== 'dir' || 'zip' in header || 'crit' in header) throw new CannotOpen('not-a-container');
  const key = JSON.parse(new TextDecoder().decode(await decrypted(jwe, secret, 'dir'))) as unknown;
  if (!isPrivateJwk(key) || (await kidOf(key)) !== kid) throw new CannotOpen('another-key');
  return key;
}

async function wrap(key: EcJwk, secret: Uint8Array, more: object): Promise<string> {
  const { CompactEncrypt } = await jose();
  const { kty, crv, x, y, d } = key;
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify({ kty, crv, x, y, d })))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: 'ovoz-key', kid: await kidOf(key), ...more })
    .encrypt(secret);
}

async function stretched(words: readonly string[], salt: Uint8Array, cost: typeof COST): Promise<Uint8Array> {
  const { argon2id } = await parts.argon2.fetch();
  return argon2id({
    password: words.join(' '), salt, memorySize: cost.m, iterations: cost.t, parallelism: cost.p, hashLength: 32, outputType: 'binary',
  });
}

function costOf(jwe: string): typeof COST & { salt: string } {
  const cost = headerOf(jwe)['argon2id'] as Partial<typeof COST & { salt: string }> | undefined;
  const fits = (name: 'm' | 't' | 'p') => Number.isInteger(cost?.[name]) && cost![name]! >= COST[name] && cost![name]! <= DEAREST[name];
  if (!fits('m') || !fits('t') || !fits('p') || typeof cost?.salt !== 'string') throw new CannotOpen('not-a-container');
  return cost as typeof COST & { salt: string };
}

function headerOf(jwe: string): Record<string, unknown> {
  try {
    return decodeProtectedHeader(jwe) as Record<string, unknown>;
  } catch {
    throw new CannotOpen('not-a-container');
  }
}

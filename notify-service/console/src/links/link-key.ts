import * as base64url from 'jose/base64url';
import { CannotOpen, refuseUnless } from '../sealing/containers.ts';
import type { RecipientKey } from '../sealing/containers.ts';
import { jose } from '../sealing/library.ts';
import { decrypted } from '../sealing/open.ts';
import { FOLDING } from './terms.ts';

/** A mark is cut to 128 bits: two terms have the same one by accident as good as never. */
const MARK_BYTES = 16;

const utf8 = (text: string) => new TextEncoder().encode(text);

/** An organisation's key for marks, as it is used: it makes marks, and nothing reads it. */
export interface LinkKey {
  readonly kid: string;
  readonly generation: number;
  readonly hmac: CryptoKey;
}

export function newSecret(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(32));
}

/** Made of the key, so that no other one passes for it; it says nothing of the key. */
export async function kidOfSecret(secret: Uint8Array<ArrayBuffer>): Promise<string> {
  const hmac = await hmacOf(secret);
  return base64url.encode(new Uint8Array(await crypto.subtle.sign('HMAC', hmac, utf8('ovoz-link-key'))));
}

export async function linkKeyOf(secret: Uint8Array<ArrayBuffer>, generation: number): Promise<LinkKey> {
  return { kid: await kidOfSecret(secret), generation, hmac: await hmacOf(secret) };
}

/** What the desk is told of a term. Without the key it says nothing but that two are the same. */
export async function markOf(term: string, key: LinkKey): Promise<string> {
  const whole = await crypto.subtle.sign('HMAC', key.hmac, utf8(`ovoz-link-term/${FOLDING} ${term}`));
  return base64url.encode(new Uint8Array(whole).slice(0, MARK_BYTES));
}

export async function sealSecret(secret: Uint8Array<ArrayBuffer>, team: string, to: RecipientKey): Promise<string> {
  const { CompactEncrypt } = await jose();
  return new CompactEncrypt(secret).setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'ovoz-link-key', kid: to.kid, team }).encrypt(to.key);
}

/** Throws `CannotOpen` for what is not sealed to this team's key, or is not the key that it is said to be. */
export async function openSecret(jwe: string, team: string, kid: string, own: RecipientKey): Promise<Uint8Array<ArrayBuffer>> {
  refuseUnless(jwe, { typ: 'ovoz-link-key', alg: 'ECDH-ES+A256KW', kid: own.kid, team });
  const secret = new Uint8Array(await decrypted(jwe, own.key, 'ECDH-ES+A256KW'));
  if (secret.length !== 32 || (await kidOfSecret(secret)) !== kid) throw new CannotOpen('another-key');
  return secret;
}

function hmacOf(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

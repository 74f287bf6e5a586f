import * as base64url from 'jose/base64url';
import type { EcJwk } from '../sealing/keys.ts';
import { unwrap, wrapUnder } from './wrap.ts';

/** What the passkey's secret is asked for; another use of the same passkey would ask for something else. */
const PURPOSE = new TextEncoder().encode('ovoz: open my key');
const WAIT_MS = 60_000;

/** Whether this browser may have passkeys that make a secret (WebAuthn's PRF extension); whether this one does shows when it is made. */
export function mayHavePasskeys(): boolean {
  return typeof PublicKeyCredential === 'function';
}

/** No passkey came of it: the person or the device said no, or it makes no secret. */
export class NoPasskey extends Error {}

export async function makePasskey(key: EcJwk, handle: string): Promise<{ credential: string; jwe: string }> {
  const made = (await navigator.credentials.create({
    publicKey: {
      challenge: random(32),
      rp: { name: 'Ovoz' },
      user: { id: random(16), name: handle, displayName: handle },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }, { type: 'public-key', alg: -257 }],
      authenticatorSelection: { userVerification: 'required', residentKey: 'discouraged' },
      timeout: WAIT_MS,
      extensions: { prf: {} },
    },
  }).catch(() => null)) as PublicKeyCredential | null;
  if (made === null || made.getClientExtensionResults().prf?.enabled !== true) throw new NoPasskey();
  const credential = base64url.encode(new Uint8Array(made.rawId));
  return { credential, jwe: await wrapUnder(key, await secretOf([credential])) };
}

/** With whichever of these passkeys this device has. */
export async function openWithPasskey(wraps: readonly { credential: string; jwe: string }[], kid: string): Promise<EcJwk> {
  const used = { credential: '' };
  const secret = await secretOf(wraps.map((wrap) => wrap.credential), used);
  return unwrap(wraps.find((wrap) => wrap.credential === used.credential)!.jwe, kid, secret);
}

async function secretOf(credentials: readonly string[], used = { credential: '' }): Promise<Uint8Array> {
  const got = (await navigator.credentials.get({
    publicKey: {
      challenge: random(32),
      allowCredentials: credentials.map((id) => ({ type: 'public-key', id: base64url.decode(id) as Uint8Array<ArrayBuffer> })),
      userVerification: 'required',
      timeout: WAIT_MS,
      extensions: { prf: { eval: { first: PURPOSE } } },
    },
  }).catch(() => null)) as PublicKeyCredential | null;
  const secret = got?.getClientExtensionResults().prf?.results?.first;
  if (secret === undefined) throw new NoPasskey();
  used.credential = base64url.encode(new Uint8Array(got!.rawId));
  return hkdf(secret as ArrayBuffer);
}

async function hkdf(secret: ArrayBuffer): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: PURPOSE }, key, 256));
}

function random(bytes: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(bytes));
}

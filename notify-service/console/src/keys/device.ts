import * as base64url from 'jose/base64url';
import type { EcJwk } from '../sealing/keys.ts';
import { unwrap, wrapUnder } from './wrap.ts';

/** What this browser keeps for one person: a secret that no script can read, only use. */
export interface DeviceSecret {
  readonly id: string;
  readonly kid: string;
  readonly secret: CryptoKey;
}

/** Where it is kept. */
export interface DeviceStore {
  load(person: string): Promise<DeviceSecret | undefined>;
  save(person: string, secret: DeviceSecret): Promise<void>;
  drop(person: string): Promise<void>;
}

/** What the desk keeps of the device. */
export interface Enrolment {
  readonly id: string;
  readonly jwe: string;
  readonly proof: string;
  readonly share: string;
}

export const PIN = /^[0-9]{6}$/;

/**
 * Makes this browser open the key with a PIN. The key lies at the desk, wrapped under what this browser's secret makes of a share that the
 * desk gives out for the right PIN only, five tries long: the device alone opens nothing, the desk alone opens nothing.
 */
export async function enrol(key: EcJwk, kid: string, pin: string): Promise<{ secret: DeviceSecret; enrolment: Enrolment }> {
  const secret = { id: crypto.randomUUID(), kid, secret: await newSecret() };
  const share = base64url.encode(crypto.getRandomValues(new Uint8Array(32)));
  const jwe = await wrapUnder(key, await wrappingKey(secret, share));
  return { secret, enrolment: { id: secret.id, jwe, proof: await proofOf(secret, pin), share } };
}

/** What the desk is shown: nobody without this browser's secret can tell from it which PIN it was. */
export async function proofOf(device: DeviceSecret, pin: string): Promise<string> {
  return base64url.encode(await made(device, `pin ${pin}`));
}

export async function openWithShare(device: DeviceSecret, jwe: string, share: string): Promise<EcJwk> {
  return unwrap(jwe, device.kid, await wrappingKey(device, share));
}

function wrappingKey(device: DeviceSecret, share: string): Promise<Uint8Array> {
  return made(device, `share ${share}`);
}

async function made(device: DeviceSecret, of: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', device.secret, new TextEncoder().encode(of)));
}

function newSecret(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
}

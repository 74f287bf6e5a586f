import * as base64url from 'jose/base64url';
import { combine, split } from 'shamir-secret-sharing';
import { CannotOpen } from '../sealing/containers.ts';
import type { RecipientKey } from '../sealing/containers.ts';
import { openingKey } from '../sealing/keys.ts';
import type { EcJwk } from '../sealing/keys.ts';
import { bytesOf, groups } from './base32.ts';
import { openPackage } from './package.ts';
import type { TeamSecrets } from './package.ts';
import { pair } from './record.ts';
import type { SealedPackage } from '../desk/key-api.ts';

/** What shows that a paper was copied right: so many bytes of the share's SHA-256. */
const CHECK = 2;

/** A recovery key: its public half for the desk, its private half on papers and nowhere else. */
export interface Papers {
  readonly publicKey: EcJwk;
  readonly papers: readonly (readonly string[])[];
}

/** Makes a key and splits it (Shamir's secret sharing); `needed` of the papers bring it back, one fewer says nothing. */
export async function makePapers(shares: number, needed: number): Promise<Papers> {
  return splitKey(await pair('ECDH-ES+A256KW'), shares, needed);
}

/** The same of a key that is there. */
export async function splitKey(key: EcJwk, shares: number, needed: number): Promise<Papers> {
  const { kty, crv, x, y, d } = key;
  const parts = await split(base64url.decode(d!), shares, needed);
  const papers = await Promise.all(parts.map(async (part) => groups(Uint8Array.of(...part, ...(await checkOf(part))))));
  return { publicKey: { kty, crv, x, y }, papers };
}

/** One paper as it was typed; undefined when it was not copied right. */
export async function readPaper(typed: string): Promise<Uint8Array | undefined> {
  const bytes = bytesOf(typed);
  if (bytes === undefined || bytes.length <= CHECK) return undefined;
  const [part, check] = [bytes.slice(0, -CHECK), bytes.slice(-CHECK)];
  return (await checkOf(part)).every((byte, i) => byte === check[i]) ? part : undefined;
}

/** What the papers opened, and which teams' keys they did not. */
export interface Opened {
  /** What the papers brought back. */
  readonly own: RecipientKey;
  readonly secrets: readonly (TeamSecrets & { readonly kid: string })[];
  readonly failed: readonly string[];
}

/**
 * What was sealed to the recovery key, opened with what the papers bring back, each by itself. Throws `CannotOpen` when nothing opens: the
 * papers are too few, or of another key.
 */
export async function openWithPapers(papers: readonly Uint8Array[], publicKey: EcJwk, sealed: readonly SealedPackage[]): Promise<Opened> {
  const own = await openingKey(await joinedKey(papers, publicKey)).catch(() => undefined);
  if (own === undefined) throw new CannotOpen('another-key');
  const all = await Promise.all(sealed.map((one) => openPackage(one.jwe, one.team, one.kid, own).then((opened) => ({ ...opened, kid: one.kid }), () => one.team)));
  const secrets = all.filter((one) => typeof one !== 'string');
  if (secrets.length === 0) throw new CannotOpen('another-key');
  return { own, secrets, failed: all.filter((one) => typeof one === 'string') };
}

/** The private half again, of whatever the papers make: whether it belongs to the public one is seen where it is used. */
export async function joinedKey(papers: readonly Uint8Array[], publicKey: EcJwk): Promise<EcJwk> {
  return { ...publicKey, d: base64url.encode(await combined(papers)) };
}

async function combined(papers: readonly Uint8Array[]): Promise<Uint8Array> {
  try {
    return await combine([...papers]);
  } catch {
    throw new CannotOpen('another-key');
  }
}

async function checkOf(part: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', part as Uint8Array<ArrayBuffer>)).slice(0, CHECK);
}


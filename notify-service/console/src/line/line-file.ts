import { openWithWords, wrapUnderWords } from '../keys/wrap.ts';
import { parts } from '../parts/parts.ts';
import { CannotOpen } from '../sealing/containers.ts';
import { isPrivateJwk, isPublicJwk, kidOf, signingKey, verifyingKey } from '../sealing/keys.ts';
import type { EcJwk } from '../sealing/keys.ts';

/** The line's administration key as a file that opens with six words. */
export interface LineFile {
  readonly ovoz: 'line-key';
  readonly publicKey: EcJwk;
  readonly jwe: string;
}

export async function lineFile(key: EcJwk, words: readonly string[]): Promise<LineFile> {
  const { kty, crv, x, y } = key;
  return { ovoz: 'line-key', publicKey: { kty, crv, x, y }, jwe: await wrapUnderWords(key, words) };
}

/** Reads a file of the line's key: one that words open, or a private JWK as the `sign` command writes it. Undefined for anything else. */
export function readLineFile(text: string): LineFile | EcJwk | undefined {
  const value = parsed(text);
  if (isPrivateJwk(value)) return value;
  const file = value as Partial<LineFile> | null | undefined;
  return file?.ovoz === 'line-key' && isPublicJwk(file.publicKey) && typeof file.jwe === 'string' ? (file as LineFile) : undefined;
}

/** The public key in a file, without whatever else is there; or why there is none. A private one is not taken: where it came from it should have stayed. */
export function readPublicKey(text: string): EcJwk | 'private' | 'broken' {
  const value = parsed(text);
  if (isPrivateJwk(value)) return 'private';
  if (!isPublicJwk(value)) return 'broken';
  const { kty, crv, x, y } = value;
  return { kty, crv, x, y };
}

/** Throws `CannotOpen` for other words. */
export async function openLineFile(file: LineFile, typed: string): Promise<EcJwk> {
  const words = (await parts.words.fetch()).readWords(typed);
  if (words === undefined) throw new CannotOpen('another-key');
  return openWithWords(file.jwe, await kidOf(file.publicKey), words);
}

/** What papers bring back of the line's key; throws `CannotOpen` when it is not the private half of the public one. */
export async function openLinePapers(typed: readonly string[], publicKey: EcJwk): Promise<EcJwk> {
  const { joinedKey, readPaper } = await parts.pages.fetch();
  const papers = await Promise.all(typed.filter((text) => text.trim() !== '').map(readPaper));
  if (papers.some((paper) => paper === undefined)) throw new CannotOpen('broken');
  const key = await joinedKey(papers as Uint8Array[], publicKey);
  if (!(await belongsTogether(key))) throw new CannotOpen('another-key');
  return key;
}

/** Signs and verifies once: a browser that checks what it imports refuses already, and not all do. */
async function belongsTogether(key: EcJwk): Promise<boolean> {
  try {
    const [signing, verifying] = await Promise.all([signingKey(key), verifyingKey(key)]);
    const [how, what] = [{ name: 'ECDSA', hash: 'SHA-256' }, crypto.getRandomValues(new Uint8Array(32))];
    return await crypto.subtle.verify(how, verifying.key, await crypto.subtle.sign(how, signing.key, what), what);
  } catch {
    return false;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import type { IncomingMessage } from 'node:http';
import { randomUUID } from 'node:crypto';
import { CompactEncrypt } from 'jose';
import type { JWK } from 'jose';
import { kidOf } from '../../src/sealing/keys.ts';
import type { EcJwk } from '../../src/sealing/keys.ts';

/** Words that were sealed to keys, and whether a request answers one; each counts once, as at the desk. */
export class MockProofs {
  readonly #open = new Map<string, string>();

  async ask(key: EcJwk): Promise<{ id: string; jwe: string }> {
    const [id, word, kid] = [randomUUID(), randomUUID().replaceAll('-', '').padEnd(43, 'A'), await kidOf(key)];
    this.#open.set(`${id}.${word}`, kid);
    const jwe = await new CompactEncrypt(new TextEncoder().encode(word))
      .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'ovoz-key-challenge', kid })
      .encrypt({ ...key } as JWK);
    return { id, jwe };
  }

  isProven(request: IncomingMessage, kid: string): boolean {
    const said = String(request.headers['key-proof'] ?? '');
    const isIt = this.#open.get(said) === kid;
    this.#open.delete(said);
    return isIt;
  }
}

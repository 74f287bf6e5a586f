import { CompactEncrypt } from 'jose';
import { refuseUnless } from '../sealing/containers.ts';
import type { Keyring, TeamKeys } from '../keys/keyring.ts';
import { decrypted } from '../sealing/open.ts';

export type DraftKind = 'reply' | 'note';

/**
 * What was typed and not yet sent; in memory only. While the keys are locked a draft is kept sealed to the person's own team
 * key, so that a lock loses nothing typed and leaves nothing readable.
 */
export class Drafts {
  #texts = new Map<string, string>();
  #sealed: Promise<readonly { key: string; kid: string; jwe: string }[]> = Promise.resolve([]);

  get(caseId: string, kind: DraftKind): string {
    return this.#texts.get(`${caseId} ${kind}`) ?? '';
  }

  set(caseId: string, kind: DraftKind, text: string): void {
    if (text === '') this.#texts.delete(`${caseId} ${kind}`);
    else this.#texts.set(`${caseId} ${kind}`, text);
  }

  /** Forgets the texts at once; what remains opens only with these keys. */
  lock(ring: Keyring): void {
    const own = ring.own();
    const texts = [...this.#texts];
    this.#texts.clear();
    const before = this.#sealed;
    this.#sealed = (async () => [...(await before), ...(await Promise.all(texts.map((entry) => sealed(entry, own))))])();
  }

  /** What cannot be opened with these keys stays sealed. A text typed since wins over one kept. */
  async unlock(ring: Keyring): Promise<void> {
    const own = ring.own();
    const kept = await this.#sealed;
    this.#sealed = Promise.resolve(kept.filter((draft) => draft.kid !== own.opening.kid));
    for (const draft of kept.filter((one) => one.kid === own.opening.kid)) {
      refuseUnless(draft.jwe, { typ: 'ovoz-draft', alg: 'ECDH-ES+A256KW', rid: draft.key, kid: draft.kid });
      const text = new TextDecoder().decode(await decrypted(draft.jwe, own.opening.key, 'ECDH-ES+A256KW'));
      if (!this.#texts.has(draft.key)) this.#texts.set(draft.key, text);
    }
  }

  forget(): void {
    this.#texts.clear();
    this.#sealed = Promise.resolve([]);
  }
}

async function sealed([key, text]: [string, string], own: TeamKeys): Promise<{ key: string; kid: string; jwe: string }> {
  const jwe = await new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'ovoz-draft', kid: own.sealing.kid, rid: key })
    .encrypt(own.sealing.key);
  return { key, kid: own.sealing.kid, jwe };
}

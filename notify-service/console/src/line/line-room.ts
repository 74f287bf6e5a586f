import type { KeyApi, Proposal } from '../desk/key-api.ts';
import { Problem } from '../desk/problem.ts';
import { readProposal, signRecord } from '../keys/rotate.ts';
import type { Proposed } from '../keys/rotate.ts';
import { t, tOr } from '../language/messages.ts';
import type { RecipientKey } from '../sealing/containers.ts';
import { isPrivateJwk, signingKey, verifyingKey } from '../sealing/keys.ts';

/** A proposal, and what it asks for; without it, the proposal is a forgery. */
export interface Waiting {
  readonly proposal: Proposal;
  readonly asks: Proposed | undefined;
}

/** The line's administration key while its administrator is on the page, and what waits for it. */
export class LineRoom {
  waiting: readonly Waiting[] | undefined;
  said: { readonly text: string; readonly good: boolean } | undefined;
  busy = false;
  #signing: RecipientKey | undefined;
  #verifying: RecipientKey | undefined;
  /** Counts visits: what was begun in an earlier one opens nothing in this. */
  #visit = 0;

  constructor(private readonly api: KeyApi, private readonly changed: () => void) {}

  get isOpen(): boolean {
    return this.#signing !== undefined;
  }

  async open(text: string): Promise<void> {
    await this.#do(async () => {
      const jwk = parsed(text);
      if (!isPrivateJwk(jwk)) return this.#say(t('line.notAKey'), false);
      const visit = this.#visit;
      const [signing, verifying] = await Promise.all([signingKey(jwk), verifyingKey(jwk)]);
      if (visit !== this.#visit) return;
      this.#signing = signing;
      this.#verifying = verifying;
      this.#say(t('line.opened'), true);
      await this.#load();
    });
  }

  /** The page was left: the key is gone. */
  leave(): void {
    this.#visit += 1;
    this.#signing = undefined;
    this.#verifying = undefined;
    this.waiting = undefined;
    this.said = undefined;
  }

  async sign(one: Proposed): Promise<void> {
    await this.#do(async () => {
      await this.api.publish(await signRecord(one.next, this.#signing!));
      this.#say(t('line.signed', { team: one.team }), true);
      await this.#load();
    });
  }

  async #load(): Promise<void> {
    const proposals = await this.api.proposals();
    this.waiting = await Promise.all(proposals.map(async (proposal) => ({
      proposal,
      asks: await readProposal(proposal.record, proposal.jws, this.#verifying!).catch(() => undefined),
    })));
  }

  async #do(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.said = undefined;
    this.changed();
    try {
      await work();
    } catch (failure) {
      this.#say(tOr(`problem.${failure instanceof Problem ? failure.slug : 'other'}`, 'problem.other'), false);
    } finally {
      this.busy = false;
      this.changed();
    }
  }

  #say(text: string, good: boolean): void {
    this.said = { text, good };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

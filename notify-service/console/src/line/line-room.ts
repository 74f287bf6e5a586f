import type { FoundingApi } from '../desk/founding-api.ts';
import type { KeyApi } from '../desk/key-api.ts';
import { Problem } from '../desk/problem.ts';
import { Attempts } from '../keys/attempts.ts';
import { OtherLine } from '../keys/my-key.ts';
import type { LineMemory } from '../keys/my-key.ts';
import { sign, signRecord } from '../keys/record.ts';
import type { Proposed } from '../keys/rotate.ts';
import { t, tOr } from '../language/messages.ts';
import { CannotOpen } from '../sealing/containers.ts';
import type { RecipientKey } from '../sealing/containers.ts';
import { signingKey, verifyingKey } from '../sealing/keys.ts';
import type { EcJwk } from '../sealing/keys.ts';
import { jose } from '../sealing/library.ts';
import { openLineFile, openLinePapers, readLineFile } from './line-file.ts';
import type { LineFile } from './line-file.ts';
import { readWaiting } from './waiting.ts';
import type { Waiting } from './waiting.ts';

/** The line's administration key while its administrator is on the page, and what waits for it. */
export class LineRoom {
  waiting: readonly Waiting[] | undefined;
  /** A file that was chosen and opens with words. */
  sealed: LineFile | undefined;
  readonly attempts: Attempts<'line'>;
  #signing: RecipientKey | undefined;
  #verifying: RecipientKey | undefined;
  /** Counts visits: what was begun in an earlier one opens nothing in this. */
  #visit = 0;

  constructor(
    private readonly api: KeyApi,
    private readonly foundings: FoundingApi,
    private readonly lines: LineMemory,
    private readonly changed: () => void,
    private readonly onOpen: () => void,
  ) {
    this.attempts = new Attempts(changed, wordsFor);
  }

  get isOpen(): boolean {
    return this.#signing !== undefined;
  }

  get busy(): boolean {
    return this.attempts.busy;
  }

  /** A file that words open asks for them first. */
  async open(text: string): Promise<void> {
    const file = readLineFile(text);
    this.sealed = undefined;
    if (file === undefined) this.attempts.say('line', t('line.notAKey'), false);
    else if ('jwe' in file) {
      this.sealed = file;
      this.attempts.unsay('line');
      this.changed();
    } else await this.#openKey(() => Promise.resolve(file));
  }

  async openSealed(words: string): Promise<boolean> {
    return this.#openKey(() => openLineFile(this.sealed!, words));
  }

  async openPapers(typed: readonly string[]): Promise<boolean> {
    return this.#openKey(async () => openLinePapers(typed, (await this.api.line()).publicKey));
  }

  /** The page was left: the key is gone. */
  leave(): void {
    this.#visit += 1;
    this.#signing = undefined;
    this.#verifying = undefined;
    this.waiting = undefined;
    this.sealed = undefined;
    this.attempts.unsay('line');
  }

  /** Signs it if it still waits: keys whose maker was stopped meanwhile would be nobody's. */
  async sign(one: Proposed): Promise<void> {
    const done = await this.attempts.do('line', async () => {
      await this.#load();
      if (!this.waiting?.some(({ asks }) => asks?.team === one.team && asks.compare === one.compare)) throw new Problem('proposal-gone', 0);
      await this.api.publish(await signRecord(one.next, this.#signing!));
      await this.#load();
    });
    if (done) this.attempts.say('line', t('line.signed', { team: one.team }), true);
  }

  /** Says that intake signs with this key. The version only has to grow. */
  vouchFor(signingKey: EcJwk): Promise<string> {
    return sign({ version: Math.floor(Date.now() / 1000), signingKey }, 'ovoz-line', this.#signing!);
  }

  async #openKey(read: () => Promise<EcJwk>): Promise<boolean> {
    const done = await this.attempts.do('line', async () => {
      const visit = this.#visit;
      await jose();
      const jwk = await read();
      const [signing, verifying, desks] = await Promise.all([signingKey(jwk), verifyingKey(jwk), this.api.line()]);
      if (signing.kid !== desks.kid) throw new OtherLine();
      if (visit !== this.#visit) return;
      this.#signing = signing;
      this.#verifying = verifying;
      this.sealed = undefined;
      // Whoever holds the private half of the desk's line is not deceived about it, also where this browser knew another one.
      this.lines.remember(signing.kid, {});
      await this.#load();
    });
    if (!done || !this.isOpen) return false;
    this.onOpen();
    return this.attempts.say('line', t('line.opened'), true);
  }

  async #load(): Promise<void> {
    const [proposals, foundings] = await Promise.all([this.api.proposals(), this.foundings.all()]);
    this.waiting = await readWaiting(proposals, foundings, this.#verifying!);
  }
}

function wordsFor(failure: unknown): string {
  if (failure instanceof OtherLine) return t('line.another');
  if (failure instanceof CannotOpen) return t(failure.reason === 'broken' ? 'line.miscopied' : 'line.cannotOpen');
  return tOr(`problem.${failure instanceof Problem ? failure.slug : 'other'}`, 'problem.other');
}

import type { Founding, FoundingApi } from '../desk/founding-api.ts';
import type { KeyApi } from '../desk/key-api.ts';
import { Problem } from '../desk/problem.ts';
import { Attempts } from '../keys/attempts.ts';
import type { LineSight } from '../keys/line-sight.ts';
import { OtherKey, OtherLine } from '../keys/my-key.ts';
import type { MyKey } from '../keys/my-key.ts';
import { t, tOr } from '../language/messages.ts';
import { sealingKey } from '../sealing/keys.ts';
import { makeFirstKeys, readFounding } from './first-keys.ts';

/** Teams whose first keys this person is asked to make. */
export class FoundingRoom {
  foundings: readonly Founding[] = [];
  /** What the administrator asks for by telephone, by team. */
  readonly compare = new Map<string, string>();
  /** The line has signed the keys that were made here. */
  isSigned = false;
  readonly attempts: Attempts<string>;

  constructor(
    private readonly api: FoundingApi,
    private readonly keyApi: KeyApi,
    private readonly mine: MyKey,
    private readonly sight: LineSight,
    private readonly changed: () => void,
  ) {
    this.attempts = new Attempts(changed, wordsFor);
  }

  /** Whether the line is known that these keys shall belong to. */
  get knowsLine(): boolean {
    return this.sight.isKnown;
  }

  load(): Promise<boolean> {
    return this.attempts.do('', () => this.#read());
  }

  /** Quietly: what cannot be asked now is asked again later. */
  async follow(): Promise<void> {
    if (this.foundings.length === 0 && this.mine.stage !== 'waiting') return;
    await this.#read().catch(() => undefined);
    this.changed();
  }

  async found(founding: Founding): Promise<boolean> {
    const done = await this.attempts.do(founding.team, async () => {
      const kept = await this.keyApi.mine();
      const own = await sealingKey(kept!.publicKey);
      if (own.kid !== this.mine.own?.kid) throw new OtherKey();
      await this.sight.look();
      if (!this.sight.isKnown) throw new OtherLine();
      const { keys } = await makeFirstKeys(founding, this.sight.seen!.publicKey, own);
      await this.api.found(founding.team, keys);
      await this.#read();
    });
    return done && this.attempts.say(founding.team, t('founding.proposed'), true);
  }

  /** One that waited and is not there any more was signed, or is not wanted; the page shows after a reload which. */
  async #read(): Promise<void> {
    const before = this.foundings;
    this.foundings = await this.api.mine();
    this.isSigned ||= before.some((one) => one.jws && this.foundings.every(({ team }) => team !== one.team));
    this.compare.clear();
    for (const one of this.foundings) {
      const read = one.jws ? await readFounding(one).catch(() => undefined) : undefined;
      if (read !== undefined) this.compare.set(one.team, read.compare);
    }
  }
}

function wordsFor(failure: unknown): string {
  if (failure instanceof OtherKey) return t('keys.otherKey');
  if (failure instanceof OtherLine) return t('keys.otherLine');
  return tOr(`problem.${failure instanceof Problem ? failure.slug : 'other'}`, 'problem.other');
}

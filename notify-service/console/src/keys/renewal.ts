import type { KeyApi } from '../desk/key-api.ts';
import type { EcJwk } from '../sealing/keys.ts';
import type { MyKey } from './my-key.ts';
import { areWritten, withWords } from './fresh.ts';
import type { Fresh } from './fresh.ts';
import { wrapUnderWords } from './wrap.ts';

/** New words for a key that a PIN or a passkey still opens. The old ones open nothing any more, and everything else goes on working. */
export class Renewal {
  /** Shown, and not kept yet. */
  fresh: Fresh | undefined;

  constructor(private readonly api: KeyApi, private readonly mine: MyKey) {}

  async beginWithPin(pin: string): Promise<void> {
    await this.#begin(await this.mine.byPin(pin));
  }

  async beginWithPasskey(): Promise<void> {
    await this.#begin(await this.mine.byPasskey());
  }

  drop(): void {
    this.fresh = undefined;
  }

  /** Keeps them once two were typed. False for other words. */
  async keep(typed: readonly [string, string]): Promise<boolean> {
    const fresh = this.fresh!;
    if (!areWritten(fresh, typed)) return false;
    const { kty, crv, x, y } = fresh.key;
    const wrapped = await wrapUnderWords(fresh.key, fresh.words);
    await this.api.renew({ kty, crv, x, y }, wrapped, await this.mine.proof());
    this.fresh = undefined;
    await this.mine.load();
    return true;
  }

  /** Locked meanwhile: nothing is shown. */
  async #begin(key: EcJwk): Promise<void> {
    const fresh = await withWords(key);
    if (this.mine.own !== undefined) this.fresh = fresh;
  }
}

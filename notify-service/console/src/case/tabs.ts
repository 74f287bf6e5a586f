import { newId } from '../sealing/seal.ts';

const PREFIX = 'ovoz.tab.';
const TAKING = 'ovoz.drafts';

/** Which tabs of this browser are open, told by locks: a browser lets go of one when its page is gone, however it went. */
export class Tabs {
  readonly id = newId();
  readonly #locks: LockManager | null;
  /** Settled once the others can see this tab. */
  readonly #here: Promise<void>;

  /** Without locks every other tab counts as gone. */
  constructor(locks: LockManager | null = globalThis.navigator?.locks ?? null) {
    this.#locks = locks;
    this.#here = new Promise((held) => {
      if (locks === null) return held();
      void locks.request(PREFIX + this.id, () => {
        held();
        return new Promise<never>(() => {});
      });
    });
  }

  here(): Promise<void> {
    return this.#here;
  }

  /** Does something that no two tabs may do at once, and says which others are open. */
  async alone<T>(work: (others: ReadonlySet<string>) => Promise<T>): Promise<T> {
    const locks = this.#locks;
    if (locks === null) return work(new Set());
    return locks.request(TAKING, async () => {
      const { held = [] } = await locks.query();
      const names = held.map((lock) => lock.name ?? '').filter((name) => name.startsWith(PREFIX));
      return work(new Set(names.map((name) => name.slice(PREFIX.length)).filter((id) => id !== this.id)));
    }) as Promise<T>;
  }
}

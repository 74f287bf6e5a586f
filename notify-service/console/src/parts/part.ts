import { Problem } from '../desk/problem.ts';
import type { Pinning } from './pinned.ts';

let pinned: Pinning = () => Promise.resolve();

/** How parts are taken by their hashes; said once, by what the page itself starts with. */
export function pinBy(how: Pinning): void {
  pinned = how;
}

/** What is there to draw while a part is not here. */
export type Absent = 'coming' | 'missed';

/** A part of the console that comes when it is first needed, and is asked for again when it did not come. */
export class Part<T> {
  #here: T | undefined;
  #coming: Promise<T> | undefined;
  #isAwaited = false;
  #missed = false;

  /**
   * @param name of the file that the import names, by which the page pins it
   * @param words brings what the part says beyond the first view
   */
  constructor(
    private readonly name: string,
    private readonly load: () => Promise<T>,
    private readonly words: () => Promise<void> = () => Promise.resolve(),
  ) {}

  /** What is drawn with. Asks for it if need be; whoever was told that it is coming is called back once that is settled. */
  at(arrived: () => void): T | Absent {
    if (this.#here !== undefined) return this.#here;
    if (this.#missed) return 'missed';
    if (!this.#isAwaited) void this.#await().then(arrived);
    return 'coming';
  }

  again(arrived: () => void): void {
    this.#missed = false;
    this.at(arrived);
    arrived();
  }

  /** Throws the problem `part-missed` when it does not come: no connection, or not the bytes that the page pins. */
  fetch(): Promise<T> {
    return (this.#coming ??= this.#fetch());
  }

  async #await(): Promise<void> {
    this.#isAwaited = true;
    await this.fetch().catch(() => (this.#missed = true));
    this.#isAwaited = false;
  }

  async #fetch(): Promise<T> {
    try {
      await Promise.all([pinned(this.name), this.words()]);
      return (this.#here = await this.load());
    } catch {
      this.#coming = undefined;
      throw new Problem('part-missed', 0);
    }
  }
}

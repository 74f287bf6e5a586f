import { Problem } from '../desk/problem.ts';
import type { Pinning } from './pinned.ts';

let pinned: Pinning = () => Promise.resolve();

/** How parts are taken by their hashes; said once, by what the page itself starts with. */
export function pinBy(how: Pinning): void {
  pinned = how;
}

/** Whoever would draw a part while it is not here. */
export type Absent = 'coming' | 'missed';

/** A part of the console that comes when it is first needed, and is asked for again when it did not come. */
export class Part<T> {
  #here: T | undefined;
  #missed = false;
  #coming: Promise<T> | undefined;

  /** @param name of the file that the import names, by which the page pins it */
  constructor(
    private readonly name: string,
    private readonly load: () => Promise<T>,
  ) {}

  /** What is drawn with; the first call asks for it, and each that waits is called back once that is settled. */
  at(arrived: () => void): T | Absent {
    if (this.#here !== undefined) return this.#here;
    if (this.#missed) return 'missed';
    if (this.#coming === undefined) void this.fetch().then(arrived, arrived);
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

  async #fetch(): Promise<T> {
    try {
      await pinned(this.name);
      this.#here = await this.load();
      this.#missed = false;
      return this.#here;
    } catch {
      this.#missed = true;
      this.#coming = undefined;
      throw new Problem('part-missed', 0);
    }
  }
}

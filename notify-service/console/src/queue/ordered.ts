import type { Placed } from './due.ts';

/** Cases kept in their order: one that changes is found and moved by halving, and nothing is sorted again. */
export class Ordered {
  readonly #cases: Placed[] = [];

  constructor(private readonly compare: (a: Placed, b: Placed) => number) {}

  get all(): readonly Placed[] {
    return this.#cases;
  }

  add(one: Placed): void {
    this.#cases.splice(this.#placeOf(one), 0, one);
  }

  /** Takes out what was added, by the times that it had then. */
  remove(one: Placed): void {
    const place = this.#placeOf(one);
    if (this.#cases[place]?.view.id === one.view.id) this.#cases.splice(place, 1);
  }

  clear(): void {
    this.#cases.length = 0;
  }

  #placeOf(one: Placed): number {
    return countWhile(this.#cases, (other) => this.compare(other, one) < 0);
  }
}

/** How many of an ordered list, from its start, are so. */
export function countWhile<T>(list: readonly T[], isSo: (one: T) => boolean): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isSo(list[middle]!)) from = middle + 1;
    else to = middle;
  }
  return from;
}

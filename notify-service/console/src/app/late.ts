/** What is loaded on the way into a page, and what of it is forgotten on the way out. */
export interface Visited {
  enter?(): void;
  leave?(): void;
}

/** What a page holds, made with the part of the bundle that draws it: the first view does without both. */
export class Late<P, T extends Visited> {
  #here: T | undefined;
  #isOnScreen = false;

  constructor(private readonly make: (part: P) => T) {}

  /** Nothing while its part was not needed. */
  get here(): T | undefined {
    return this.#here;
  }

  of(part: P): T {
    if (this.#here !== undefined) return this.#here;
    this.#here = this.make(part);
    if (this.#isOnScreen) this.#here.enter?.();
    return this.#here;
  }

  /** Another page is on screen: this one, or not. */
  go(isOnScreen: boolean): void {
    this.#isOnScreen = isOnScreen;
    this.#here?.leave?.();
    if (isOnScreen) this.#here?.enter?.();
  }
}

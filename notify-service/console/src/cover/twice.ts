const WITHIN_MS = 1000;

/** Tells a key pressed twice in a row from one pressed once and again later. */
export class Twice {
  #at: number | undefined;

  constructor(private readonly now: () => number) {}

  /** True at the second time. */
  press(): boolean {
    const before = this.#at;
    this.#at = this.now();
    const isSecond = before !== undefined && this.#at - before <= WITHIN_MS;
    if (isSecond) this.#at = undefined;
    return isSecond;
  }

  interrupt(): void {
    this.#at = undefined;
  }
}

/** Escape, twice: from a field, from a dialog, from anywhere. */
export function onEscapeTwice(page: Document, act: () => void): void {
  const twice = new Twice(() => performance.now());
  const listen = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') twice.interrupt();
    else if (!event.repeat && twice.press()) act();
  };
  page.addEventListener('keydown', listen, { capture: true });
}

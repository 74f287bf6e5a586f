export const IDLE_LIMIT_MS = 10 * 60 * 1000;

/** Notices that nobody has touched anything for a while; by the clock, since a sleeping laptop's timers sleep too. */
export class Idle {
  #touchedAt: number;

  constructor(
    private readonly now: () => number,
    private readonly limit: number = IDLE_LIMIT_MS,
  ) {
    this.#touchedAt = now();
  }

  /** A hand on the page. Too late is too late: a touch after the limit does not undo it. */
  touch(): void {
    if (!this.isOver()) this.restart();
  }

  restart(): void {
    this.#touchedAt = this.now();
  }

  isOver(): boolean {
    return this.now() - this.#touchedAt >= this.limit;
  }

  watch(page: Document): void {
    for (const event of ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart']) {
      page.addEventListener(event, () => this.touch(), { passive: true });
    }
  }
}

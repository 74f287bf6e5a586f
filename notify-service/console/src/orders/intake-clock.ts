/** Intake's time, told by its own `Date`: an order's `iat` must be near that, whatever this device's clock says. */
export class IntakeClock {
  #ahead = 0;

  constructor(private readonly now: () => number) {}

  /** Takes the value of `Ovoz-Intake-Date`; ignores what is no date. */
  learn(date: string | null): void {
    const told = date === null ? NaN : Date.parse(date);
    if (!Number.isNaN(told)) this.#ahead = told - this.now();
  }

  seconds(): number {
    return Math.floor((this.now() + this.#ahead) / 1000);
  }

  iso(): string {
    return new Date(this.seconds() * 1000).toISOString().replace('.000Z', 'Z');
  }
}

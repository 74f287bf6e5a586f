import { Problem } from '../desk/problem.ts';
import type { SignedOrder } from '../orders/order.ts';

/** A text and the order that carries it, of which nobody knows yet whether it arrived. */
export interface Undecided {
  readonly text: string;
  readonly order: SignedOrder;
}

/**
 * One text on its way. While its fate is unknown (no answer came) the very same order is sent again, so that it has one
 * effect; once it was refused, or the text has changed, a new one is made. What refuses a repetition says nothing of the first
 * time: somebody has to look. An order is kept before it is first sent, so that it is the same one after a reload, too.
 */
export class Sending {
  #undecided: Undecided | undefined;

  constructor(
    private readonly keep: () => Promise<void> = () => Promise.resolve(),
    undecided?: Undecided,
  ) {
    this.#undecided = undecided;
  }

  async send(text: string, make: () => Promise<SignedOrder>, carry: (order: SignedOrder) => Promise<unknown>): Promise<void> {
    const isRepeated = this.#undecided?.text === text;
    const { order } = isRepeated ? this.#undecided! : await this.#begin(text, make);
    try {
      await carry(order);
      this.decide();
    } catch (failure) {
      if (!isRepeated && isRefusal(failure)) this.decide();
      throw failure;
    }
  }

  /** What may have arrived without our knowing. */
  get undecided(): Undecided | undefined {
    return this.#undecided;
  }

  get isUndecided(): boolean {
    return this.#undecided !== undefined;
  }

  async #begin(text: string, make: () => Promise<SignedOrder>): Promise<Undecided> {
    const begun = { text, order: await make() };
    this.#undecided = begun;
    await this.keep();
    return begun;
  }

  /** It is known what became of it. */
  decide(): void {
    this.forget();
    void this.keep();
  }

  forget(): void {
    this.#undecided = undefined;
  }
}

/** An answer that broke off is no answer: only a refusal says that nothing was done. */
export function isRefusal(failure: unknown): boolean {
  return failure instanceof Problem && failure.status !== 0 && failure.status < 500;
}

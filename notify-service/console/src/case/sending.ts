import { Problem } from '../desk/problem.ts';
import type { SignedOrder } from '../orders/order.ts';

/**
 * One text on its way. While its fate is unknown (no answer came) the very same order is sent again, so that it has one
 * effect; once it was refused, or the text has changed, a new one is made.
 */
export class Sending {
  #order: { readonly text: string; readonly order: SignedOrder } | undefined;

  async send(text: string, make: () => Promise<SignedOrder>, carry: (order: SignedOrder) => Promise<unknown>): Promise<void> {
    if (this.#order?.text !== text) this.#order = { text, order: await make() };
    try {
      await carry(this.#order.order);
      this.#order = undefined;
    } catch (failure) {
      if (!isUndecided(failure)) this.#order = undefined;
      throw failure;
    }
  }

  /** True while a text may have arrived without our knowing. */
  get isUndecided(): boolean {
    return this.#order !== undefined;
  }
}

function isUndecided(failure: unknown): boolean {
  return failure instanceof Problem && (failure.status === 0 || failure.status >= 500);
}

import type { ClosingReason } from '../desk/api.ts';
import { problemOf } from '../desk/problem.ts';
import type { IntakeClock } from './intake-clock.ts';
import { signOrder } from './order.ts';
import type { Action, Orderer, SignedOrder } from './order.ts';

/** Takes an order to intake; throws `Problem` (`unreachable`) when no answer came. */
export interface Carrier {
  order(order: SignedOrder, closingFor?: ClosingReason): Promise<Response>;
}

/** Signs orders by intake's clock and has them carried. */
export class Ordering {
  constructor(
    private readonly carrier: Carrier,
    private readonly clock: IntakeClock,
  ) {}

  sign(by: Orderer, rid: string, act: Action, body: object): Promise<SignedOrder> {
    return signOrder(by, rid, act, body, this.clock.seconds());
  }

  /**
   * Sends what was signed, once; the same order may be sent again after `unreachable` or `intake-unreachable`. Why a report is closed
   * is for the desk alone: it goes beside the order and is not part of it.
   */
  async send<T>(order: SignedOrder, closingFor?: ClosingReason): Promise<T> {
    const answer = await this.carrier.order(order, closingFor);
    this.clock.learn(answer.headers.get('Ovoz-Intake-Date'));
    if (!answer.ok) throw await problemOf(answer);
    return (await answer.json()) as T;
  }

  /**
   * Signs and sends an order that may be repeated without harm (fetch, close, erase). If this device's clock was wrong, the
   * refusal has told the right time: it is signed once more.
   */
  async ask<T>(by: Orderer, rid: string, act: Action, body: object, closingFor?: ClosingReason): Promise<T> {
    try {
      return await this.send<T>(await this.sign(by, rid, act, body), closingFor);
    } catch (refusal) {
      if (!isExpired(refusal)) throw refusal;
      return this.send<T>(await this.sign(by, rid, act, body), closingFor);
    }
  }
}

/** Refused for its time alone: nothing was done. */
export function isExpired(refusal: unknown): boolean {
  return (refusal as { slug?: string }).slug === 'order-expired';
}

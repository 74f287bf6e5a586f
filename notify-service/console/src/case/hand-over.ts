import { Problem } from '../desk/problem.ts';
import { isExpired } from '../orders/ordering.ts';
import type { SignedOrder } from '../orders/order.ts';
import type { Sending } from './sending.ts';

export interface HandOver {
  readonly text: string;
  readonly sending: Sending;
  readonly make: () => Promise<SignedOrder>;
  readonly carry: (order: SignedOrder) => Promise<unknown>;
  /** Fetches the report anew, and says which items it holds. */
  readonly items: () => Promise<readonly string[]>;
}

/**
 * Hands a text over once. Where the fate of an earlier order is unknown and it cannot simply be sent again, since the text has
 * changed or the order's time is over, the report itself is asked whether it arrived.
 */
export async function handOver({ text, sending, make, carry, items }: HandOver): Promise<void> {
  const earlier = sending.undecided;
  if (earlier !== undefined && earlier.text !== text && (await items()).includes(itemOf(earlier.order))) {
    sending.decide();
    throw new Problem('arrived-before', 409);
  }
  try {
    await sending.send(text, make, carry);
  } catch (refusal) {
    const arrived = isExpired(refusal) && earlier?.text === text && (await items()).includes(itemOf(earlier.order));
    if (!arrived) throw refusal;
  }
}

/** The item that an order of a reply or note carries. */
function itemOf(order: SignedOrder): string {
  return (JSON.parse(new TextDecoder().decode(order.body)) as { item: { id: string } }).item.id;
}

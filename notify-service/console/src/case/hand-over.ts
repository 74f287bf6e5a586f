import { Problem } from '../desk/problem.ts';
import type { SignedOrder } from '../orders/order.ts';
import { isRefusal } from './sending.ts';
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
 * Hands a text over once. Where the fate of an earlier order is unknown and repeating it does not tell (the text has changed, the
 * claim has ended, the order's time is over), the report itself is asked whether it arrived.
 */
export async function handOver({ text, sending, make, carry, items }: HandOver): Promise<void> {
  const earlier = sending.undecided;
  if (earlier !== undefined && earlier.text !== text && (await items()).includes(itemOf(earlier.order))) {
    sending.decide();
    throw new Problem('arrived-before', 409);
  }
  try {
    await sending.send(text, make, carry);
  } catch (failure) {
    if (earlier?.text !== text || !isRefusal(failure)) throw failure;
    const there = await items().catch(() => undefined);
    if (there === undefined) throw failure;
    sending.decide();
    if (!there.includes(itemOf(earlier.order))) throw failure;
  }
}

/** The item that an order of a reply, a note or triage carries. */
export function itemOf(order: SignedOrder): string {
  return (JSON.parse(new TextDecoder().decode(order.body)) as { item: { id: string } }).item.id;
}

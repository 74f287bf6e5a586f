import type { SafeWindow, Terms } from '../../src/contract/terms.ts';
import { NO_REACH } from '../../src/contract/terms.ts';
import type { MockCase } from './world.ts';

type Change = (one: MockCase, what: string, change: Partial<MockCase['view']>, who?: string | null, reason?: string) => void;

/** The person's word and the answers that wait, as intake keeps them; which windows hours make is said by the test. */
export class MockContract {
  /** Those that limited hours come to. */
  windows: readonly SafeWindow[] = [];
  /** What the person said in words, as every team opened it. */
  readonly recorded: Terms[] = [];

  constructor(private readonly change: Change) {}

  record(one: MockCase, terms: Terms): void {
    this.recorded.push(terms);
    one.reach = { ...(one.reach ?? NO_REACH), terms, windows: terms.hours ? this.windows : [] };
    if (terms.texts !== 'unknown') this.change(one, `texts-${terms.texts}`, { texts: terms.texts }, null);
    this.change(one, 'contract-recorded', {});
  }

  /** Until the first window from then on; undefined: it goes out at once. */
  waits(one: MockCase, notBefore: string | undefined): string | undefined {
    if (notBefore === undefined) return undefined;
    const from = Date.parse(notBefore);
    const limited = Boolean(one.reach?.terms?.hours);
    const window = one.reach?.windows.find(({ until }) => Date.parse(until) > from);
    const goesAt = limited ? Math.max(from, Date.parse(window!.from)) : from;
    return goesAt <= Date.now() ? undefined : new Date(goesAt).toISOString();
  }

  schedule(one: MockCase, itemId: string, goesAt: string): void {
    const reach = one.reach ?? NO_REACH;
    one.reach = { ...reach, waiting: [...reach.waiting, { itemId, goesAt }] };
    this.#counts(one, 'reply-scheduled', goesAt);
  }

  /** False if it does not wait. */
  withdraw(one: MockCase, reply: string): boolean {
    const reach = one.reach ?? NO_REACH;
    if (!reach.waiting.some(({ itemId }) => itemId === reply)) return false;
    one.reach = { ...reach, waiting: reach.waiting.filter(({ itemId }) => itemId !== reply), notSent: [...reach.notSent, reply] };
    this.#counts(one, 'reply-withdrawn');
    return true;
  }

  /** Its hour has come. */
  sent(one: MockCase, reply: string): void {
    one.reach = { ...one.reach!, waiting: one.reach!.waiting.filter(({ itemId }) => itemId !== reply) };
    this.#counts(one, 'reply-sent');
  }

  #counts(one: MockCase, what: string, reason?: string): void {
    const { waiting, notSent } = one.reach!;
    const replies = { ...one.view.replies, scheduled: waiting.length, withdrawn: notSent.length };
    this.change(one, what, { replies, reach: waiting.length === 0 ? null : { answerGoesAt: waiting[0]!.goesAt } }, null, reason);
  }
}

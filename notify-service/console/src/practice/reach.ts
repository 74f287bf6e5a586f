import { isSafeAt, nextWindow } from '../contract/terms.ts';
import type { Reach, Terms } from '../contract/terms.ts';
import type { Texts } from '../desk/api.ts';
import { Refused } from './answers.ts';
import { HOUR_MS, iso } from './time.ts';
import { windowsOf } from './windows.ts';

const AT_MOST_MS = 48 * HOUR_MS;

interface Waiting {
  readonly itemId: string;
  readonly notBefore: number;
  readonly expiresAt: number;
  readonly goesAt: number;
}

/** What becomes of an answer that waits: it goes out, it never will, or it goes at another time than was said. */
export interface Turn {
  readonly what: 'reply-sent' | 'reply-refused' | 'reply-scheduled';
  /** Why never, or when. */
  readonly reason?: string;
}

/** How one made-up person may be reached, as intake keeps it: what their phone said, their word, and the answers that wait for it. */
export class PracticeReach {
  #terms: Terms | undefined;
  #waiting: readonly Waiting[] = [];
  #notSent: readonly string[] = [];
  #isErased = false;

  constructor(private phone: Texts) {}

  /** What the phone itself refused, nobody's word lifts. */
  get texts(): Texts {
    const recorded = this.#terms?.texts ?? 'unknown';
    return this.phone === 'refused' || recorded === 'unknown' ? this.phone : recorded;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  get nextGoesAt(): string | undefined {
    return this.#waiting.length === 0 ? undefined : iso(Math.min(...this.#waiting.map(({ goesAt }) => goesAt)));
  }

  saidByPhone(texts: Texts): void {
    this.phone = texts;
  }

  erase(): void {
    this.#isErased = true;
  }

  record(terms: Terms): void {
    if (this.#isErased) throw new Refused(409, 'contract-refused', 'contact-erased');
    if (terms.texts === 'allowed' && this.phone === 'refused') throw new Refused(409, 'contract-refused', 'contact-refused');
    this.#terms = terms;
  }

  at(now: number): Reach {
    const hours = this.#terms?.hours;
    return {
      terms: this.#terms ?? null,
      windows: hours ? windowsOf(hours, now) : [],
      waiting: this.#waiting.map(({ itemId, goesAt }) => ({ itemId, goesAt: iso(goesAt) })),
      notSent: this.#notSent,
    };
  }

  /** When the gate would let a text out; refused where it does not. Without `notBefore` it is now or never. */
  goesAt(notBefore: number | undefined, now: number): number {
    const why = this.#why();
    if (why !== undefined) throw new Refused(409, 'reply-refused', why);
    const goesAt = this.#safeFrom(Math.max(now, notBefore ?? now));
    if (notBefore === undefined && goesAt > now) throw new Refused(409, 'reply-refused', 'outside-safe-window');
    if (goesAt >= now + AT_MOST_MS) throw new Refused(409, 'reply-refused', 'window-too-far');
    return goesAt;
  }

  wait(itemId: string, notBefore: number, goesAt: number, now: number): void {
    this.#waiting = [...this.#waiting, { itemId, notBefore, goesAt, expiresAt: now + AT_MOST_MS }];
  }

  withdraw(itemId: string): void {
    if (!this.#waiting.some((one) => one.itemId === itemId)) throw new Refused(409, 'not-waiting');
    this.#drop(itemId);
  }

  /** @returns how many */
  withdrawAll(): number {
    const all = this.#waiting;
    all.forEach(({ itemId }) => this.#drop(itemId));
    return all.length;
  }

  /** By the word that holds now. */
  turns(now: number): readonly Turn[] {
    return this.#waiting.flatMap((one) => this.#turn(one, now));
  }

  #turn(one: Waiting, now: number): readonly Turn[] {
    const goesAt = this.#safeFrom(Math.max(now, one.notBefore));
    const why = this.#why() ?? (goesAt >= one.expiresAt ? 'waited-too-long' : undefined);
    if (why !== undefined) {
      this.#drop(one.itemId);
      return [{ what: 'reply-refused', reason: why }];
    }
    if (goesAt <= now) {
      this.#waiting = this.#waiting.filter((other) => other !== one);
      return [{ what: 'reply-sent' }];
    }
    if (goesAt === one.goesAt) return [];
    this.#waiting = this.#waiting.map((other) => (other === one ? { ...one, goesAt } : other));
    return [{ what: 'reply-scheduled', reason: iso(goesAt) }];
  }

  /** Nothing goes out that the person has not allowed. */
  #why(): string | undefined {
    if (this.#isErased) return 'contact-erased';
    if (this.texts === 'refused') return 'contact-refused';
    return this.texts === 'allowed' ? undefined : 'contact-not-allowed';
  }

  #safeFrom(from: number): number {
    const hours = this.#terms?.hours;
    if (!hours) return from;
    const reach: Reach = { terms: this.#terms!, windows: windowsOf(hours, from), waiting: [], notSent: [] };
    return isSafeAt(reach, from) ? from : Date.parse(nextWindow(reach, from)!.from);
  }

  #drop(itemId: string): void {
    this.#waiting = this.#waiting.filter((one) => one.itemId !== itemId);
    this.#notSent = [...this.#notSent, itemId];
  }
}

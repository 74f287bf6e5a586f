import { isSafeAt, nextWindow } from './terms.ts';
import type { Reach } from './terms.ts';

export type When = 'now' | 'window' | 'at';

/** When an answer is to go out. */
export class ReplyTime {
  when: When = 'now';
  /** As `datetime-local` has it, by this device's clock. */
  text = '';

  constructor(private readonly changed: () => void) {}

  choose(when: When): void {
    this.when = when;
    this.changed();
  }

  type(text: string): void {
    this.text = text;
    this.changed();
  }

  reset(): void {
    this.when = 'now';
    this.text = '';
  }

  /** From when on it may go out, if it waits; undefined: at once. */
  notBefore(now: number): string | undefined {
    if (this.when === 'now') return undefined;
    return new Date(this.when === 'at' ? Date.parse(this.text) : now).toISOString();
  }

  /** A time is needed and there is none, or it is over. */
  isUnfinished(now: number): boolean {
    return this.when === 'at' && !(Date.parse(this.text) > now);
  }

  /** When intake will send it, as far as this page knows the hours. */
  goesAt(reach: Reach, now: number): string | undefined {
    if (this.when === 'now' || this.isUnfinished(now)) return undefined;
    const from = Math.max(now, Date.parse(this.notBefore(now)!));
    if (isSafeAt(reach, from)) return new Date(from).toISOString();
    return nextWindow(reach, from)?.from;
  }
}

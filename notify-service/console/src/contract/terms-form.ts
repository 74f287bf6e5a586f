import { linesOf, spansOf } from './hours.ts';
import type { HourLine } from './hours.ts';
import type { Terms } from './terms.ts';
import type { Words } from './words.ts';
import { zoneOf } from './zones.ts';
import type { Texts } from '../desk/api.ts';

/** What is being written down; nothing of it holds before it is saved. */
export class TermsForm {
  texts: Texts;
  calls: boolean;
  voicemail: boolean;
  limited: boolean;
  zone: string;
  lines: HourLine[];

  constructor(
    before: Terms | undefined,
    public words: Words,
    region: string,
    private readonly changed: () => void,
  ) {
    this.texts = before?.texts ?? 'unknown';
    this.calls = before?.calls ?? false;
    this.voicemail = before?.voicemail ?? false;
    this.limited = Boolean(before?.hours);
    this.zone = before?.hours?.zone ?? zoneOf(region);
    this.lines = [...linesOf(before?.hours?.spans ?? [])];
    if (this.lines.length === 0) this.lines.push({ days: '1-7', from: '', to: '' });
  }

  set(change: Partial<Pick<TermsForm, 'texts' | 'calls' | 'voicemail' | 'limited' | 'zone'>>): void {
    Object.assign(this, change);
    if (!this.calls) this.voicemail = false;
    this.changed();
  }

  say(words: Partial<Words>): void {
    this.words = { ...this.words, ...words };
    this.changed();
  }

  line(index: number, change: Partial<HourLine>): void {
    this.lines = this.lines.map((line, i) => (i === index ? { ...line, ...change } : line));
    this.changed();
  }

  add(): void {
    this.lines = [...this.lines, { days: '1-7', from: '', to: '' }];
    this.changed();
  }

  remove(index: number): void {
    this.lines = this.lines.filter((_, i) => i !== index);
    this.changed();
  }

  /** Undefined while something is missing. */
  terms(): Terms | undefined {
    const { texts, calls, voicemail } = this;
    if (!this.limited) return { texts, calls, voicemail };
    const spans = spansOf(this.lines);
    return spans === undefined || this.zone === '' ? undefined : { texts, calls, voicemail, hours: { zone: this.zone, spans } };
  }
}

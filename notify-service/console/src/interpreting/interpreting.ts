import { Latest } from '../desk/latest.ts';
import { Doing } from '../referral/doing.ts';
import { newId } from '../sealing/seal.ts';
import type { Asked, InterpreterApi, Wanted, Wish } from './api.ts';

const EVERY_MS = 30_000;

/** Interpreters: those asked for the case on screen, and what this person is asked themselves. */
export class Interpreting {
  requests: readonly Asked[] = [];
  wanted: readonly Wanted[] = [];
  isOpen = false;
  /** The case's, until another one was chosen. */
  language = '';
  /** As `datetime-local` has it; empty is now. */
  at = '';
  readonly doing: Doing;
  readonly #latest = new Latest();
  #of = '';
  #id = newId();
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly api: InterpreterApi,
    private readonly changed: () => void,
    private readonly now: () => number = () => Date.now(),
  ) {
    this.doing = new Doing(changed);
  }

  /** Those of the case on screen; true when something about them has changed. */
  async load(report: string): Promise<boolean> {
    if (this.#of !== report) this.#turnTo(report);
    const counts = this.#latest.ask();
    const requests = await this.api.of(report).catch(() => undefined);
    if (requests === undefined || !counts() || this.#of !== report || JSON.stringify(requests) === JSON.stringify(this.requests)) return false;
    this.requests = requests;
    this.changed();
    return true;
  }

  leave(): void {
    this.#turnTo('');
  }

  /** What was shown of another one is gone. */
  #turnTo(report: string): void {
    this.#of = report;
    this.requests = [];
    this.isOpen = false;
    this.doing.problem = '';
  }

  open(language: string): void {
    this.isOpen = true;
    this.language = language === 'und' ? '' : language;
    this.at = '';
    this.#id = newId();
    this.doing.problem = '';
    this.changed();
  }

  close(): void {
    this.isOpen = false;
    this.doing.problem = '';
    this.changed();
  }

  set(change: Partial<Pick<Interpreting, 'language' | 'at'>>): void {
    Object.assign(this, change);
    this.changed();
  }

  get canAsk(): boolean {
    return this.language !== '' && (this.at === '' || Date.parse(this.at) > this.now()) && !this.doing.busy;
  }

  /** The same id until it is known to have arrived: asked twice, it counts once. */
  async ask(report: string): Promise<void> {
    const wish: Wish = { language: this.language, ...(this.at === '' ? {} : { at: new Date(this.at).toISOString() }) };
    if (await this.doing.do(() => this.api.ask(report, this.#id, wish))) this.close();
    await this.load(report);
  }

  async withdraw(report: string, id: string): Promise<void> {
    await this.doing.do(() => this.api.withdraw(report, id));
    await this.load(report);
  }

  /** What I am asked, when it is time; one that failed is made up for by the next. */
  async look(): Promise<void> {
    if (this.now() - this.#lookedAt < EVERY_MS) return;
    this.#lookedAt = this.now();
    const wanted = await this.api.mine().catch(() => undefined);
    if (wanted === undefined) return;
    this.wanted = wanted;
    this.changed();
  }

  async answer(id: string, answer: 'accept' | 'decline'): Promise<void> {
    await this.doing.do(() => this.api.answer(id, answer));
    this.#lookedAt = Number.NEGATIVE_INFINITY;
    await this.look();
  }
}

import type { CaseView } from '../desk/api.ts';

export const STEPS = ['claimed', 'read', 'answered'] as const;

export type Step = (typeof STEPS)[number];

/** When what was first done with each report, since the practice began. Kept for the summary, and gone with the page. */
export class PracticeRecord {
  readonly #times = new Map<string, number>();
  readonly #startedAt: number;

  constructor(private readonly now: () => number) {
    this.#startedAt = now();
  }

  note(view: Pick<CaseView, 'id'>, step: Step): void {
    const key = `${view.id} ${step}`;
    if (!this.#times.has(key)) this.#times.set(key, this.now() - this.#startedAt);
  }

  /** How long after the step before it (after the start, for the first); undefined when it was not taken, or not in that order. */
  took(view: Pick<CaseView, 'id'>, step: Step): number | undefined {
    const at = this.#times.get(`${view.id} ${step}`);
    const before = STEPS.slice(0, STEPS.indexOf(step)).map((one) => this.#times.get(`${view.id} ${one}`)).filter((one) => one !== undefined).at(-1) ?? 0;
    return at === undefined || at < before ? undefined : at - before;
  }

  has(view: Pick<CaseView, 'id'>): boolean {
    return STEPS.some((step) => this.#times.has(`${view.id} ${step}`));
  }
}

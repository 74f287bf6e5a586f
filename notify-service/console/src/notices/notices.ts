import type { Notice } from '../desk/api.ts';

export interface ReadsNotices {
  notices(): Promise<readonly Notice[]>;
}

const EVERY_MS = 60_000;

/** What a coordinator has to see to. It is alerted by other ways as well: looking once a minute is enough. */
export class Notices {
  open: readonly Notice[] = [];
  #readAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly desk: ReadsNotices,
    private readonly isFor: boolean,
    private readonly changed: () => void,
    private readonly now: () => number,
  ) {}

  /** When it is time; one that failed is made up for by the next. */
  async look(): Promise<void> {
    if (!this.isFor || this.now() - this.#readAt < EVERY_MS) return;
    this.#readAt = this.now();
    const all = await this.desk.notices().catch(() => undefined);
    if (all === undefined) return;
    this.open = all.filter(({ endedAt }) => !endedAt);
    this.changed();
  }

  /** Something was done about one: looks again at the next chance. */
  stale(): void {
    this.#readAt = Number.NEGATIVE_INFINITY;
  }
}

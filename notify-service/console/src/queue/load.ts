import type { Desk } from '../desk/desk.ts';
import type { Queue } from './queue.ts';
import type { DeskList } from './views.ts';

/** Few first, so that what is due now is on screen while the rest is on its way. */
const FIRST_PAGE = 100;
const PAGE = 1000;
const CLOSED_PAGE = 200;
const FRESH_MS = 5 * 60 * 1000;

/** Reads the desk's lists into the queue, page by page. Of two readings of one list the later one counts. */
export class LoadQueue {
  #readings: Record<DeskList, number> = { open: 0, closed: 0 };
  #readAt: Partial<Record<DeskList, number>> = {};
  #older: string | undefined;

  constructor(
    private readonly desk: Pick<Desk, 'cases'>,
    private readonly queue: Queue,
    private readonly changed: () => void,
    private readonly now: () => number,
  ) {}

  /** Whether closed cases go further back than was read. */
  get hasOlder(): boolean {
    return this.#older !== undefined;
  }

  /** Unless it was read a short while ago: the stream keeps it as it is. */
  async refresh(list: DeskList): Promise<void> {
    const at = this.#readAt[list];
    if (at === undefined || this.now() - at > FRESH_MS) await this.load(list);
  }

  async load(list: DeskList): Promise<void> {
    const reading = ++this.#readings[list];
    this.#readAt[list] = this.now();
    try {
      await (list === 'open' ? this.#allOpen(reading) : this.#lastClosed());
    } catch (failure) {
      if (this.#readings[list] === reading) delete this.#readAt[list];
      throw failure;
    }
  }

  async olderClosed(): Promise<void> {
    const mark = this.queue.mark();
    const { cases, next } = await this.desk.cases('closed', this.#older, CLOSED_PAGE);
    this.queue.take(cases, mark);
    this.#older = next ?? undefined;
    this.changed();
  }

  async #allOpen(reading: number): Promise<void> {
    const mark = this.queue.mark();
    const named = new Set<string>();
    let after: string | undefined;
    do {
      const { cases, next } = await this.desk.cases('open', after, after === undefined ? FIRST_PAGE : PAGE);
      if (this.#readings.open !== reading) return;
      for (const view of cases) named.add(view.id);
      this.queue.take(cases, mark);
      this.changed();
      after = next ?? undefined;
    } while (after !== undefined);
    this.queue.settle('open', named, mark);
    this.changed();
  }

  async #lastClosed(): Promise<void> {
    const mark = this.queue.mark();
    const { cases, next } = await this.desk.cases('closed', undefined, CLOSED_PAGE);
    this.queue.load('closed', cases, mark);
    this.#older = next ?? undefined;
    this.changed();
  }
}

import type { CaseView } from '../desk/api.ts';
import type { Desk } from '../desk/desk.ts';
import { Problem, isStopped } from '../desk/problem.ts';
import { SessionEnded } from '../login/session.ts';
import { Live } from './live.ts';
import type { End } from './live.ts';
import { LoadQueue } from './load.ts';
import type { Queue } from './queue.ts';
import type { DeskList } from './views.ts';

/** Who wants to know what the feed brings. */
export interface Reader {
  /** @param before as it was known, if it was */
  onCase(view: CaseView, before: CaseView | undefined, isNew: boolean): void;
  /** One that is not for this person any more. */
  onGone(id: string): void;
  /** What was missed while there was no stream may be anything. */
  onReloaded(): void;
  onEnded(end: End): void;
  /** Does what may fail, and says so if it does. */
  attempt(work: () => Promise<void>): Promise<void>;
}

/** Keeps the queue as the desk has it: lists read once, then whatever the stream tells. */
export class Feed {
  connected = false;
  readonly #reading: LoadQueue;
  readonly #live: Live;
  /** All open ones, whatever is looked at: what is mine, and what is due, is warned of everywhere. */
  readonly #wanted = new Set<DeskList>(['open']);
  /** Drawn since the last frame. */
  #isDrawn = false;
  #isBehind = false;

  constructor(
    desk: Desk,
    private readonly queue: Queue,
    private readonly reader: Reader,
    private readonly changed: () => void,
  ) {
    this.#reading = new LoadQueue(desk, queue, changed, () => Date.now());
    this.#live = new Live(
      (id, signal) => desk.stream(id, signal),
      {
        onCase: (view) => this.#onCase(view),
        onGone: (id) => reader.onGone(id),
        onReset: () => void this.#reload(),
        onConnected: (connected) => this.#onConnected(connected),
        onEnded: (end) => reader.onEnded(end),
      },
      endOf,
    );
  }

  get hasOlder(): boolean {
    return this.#reading.hasOlder;
  }

  open(): void {
    void this.#live.run();
  }

  close(): void {
    this.#live.close();
  }

  /** A list that is looked at. Before the stream is there it would be read twice. */
  want(list: DeskList): void {
    this.#wanted.add(list);
    if (this.connected) void this.reader.attempt(() => this.#reading.refresh(list));
  }

  older(): Promise<void> {
    return this.reader.attempt(() => this.#reading.olderClosed());
  }

  async #reload(): Promise<void> {
    this.reader.onReloaded();
    await Promise.all([...this.#wanted].map((list) => this.reader.attempt(() => this.#reading.load(list))));
  }

  /** Without a stream the list is there all the same. */
  #onConnected(connected: boolean): void {
    this.connected = connected;
    if (!connected && !this.queue.isLoaded('open')) void this.reader.attempt(() => this.#reading.refresh('open'));
    this.changed();
  }

  #onCase(view: CaseView): void {
    if (this.queue.isOutdated(view)) return;
    const before = this.queue.one(view.id);
    this.reader.onCase(view, before, this.queue.put(view) && this.queue.isLoaded('open'));
    this.#drawSoon();
  }

  /** At once, so that the next frame shows it; what else comes before that frame, once with it. A page that nobody sees has no frames. */
  #drawSoon(): void {
    if (document.visibilityState === 'hidden') return this.changed();
    this.#isBehind = true;
    if (!this.#isDrawn) this.#draw();
  }

  #draw(): void {
    this.#isDrawn = this.#isBehind;
    if (!this.#isBehind) return;
    this.#isBehind = false;
    this.changed();
    requestAnimationFrame(() => this.#draw());
  }
}

/** What ends the stream for good; whatever else is tried again. */
export function endOf(failure: unknown): End | undefined {
  if (isStopped(failure)) return 'stopped';
  return failure instanceof SessionEnded || (failure instanceof Problem && failure.status === 401) ? 'session' : undefined;
}

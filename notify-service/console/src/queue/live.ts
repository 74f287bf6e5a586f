import type { CaseView } from '../desk/api.ts';
import { EventStreamParser } from './server-sent-events.ts';
import type { ServerSentEvent } from './server-sent-events.ts';

/** What the live stream tells its reader. */
export interface Listener {
  onCase(view: CaseView): void;
  /** A case that is not for this person any more. */
  onGone(id: string): void;
  /** What is shown may be out of date: load it anew. */
  onReset(): void | Promise<void>;
  onConnected(connected: boolean): void;
  onEnded(end: End): void;
}

/** Only signing in again helps; or nothing does, since the person was stopped. */
export type End = 'session' | 'stopped';

export type Connect = (lastEventId: string | undefined, signal: AbortSignal) => Promise<Response>;

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/** Reads the desk's stream for as long as it is open: resumes after a break where it stopped, waits longer after each failure. */
export class Live {
  #lastEventId: string | undefined;
  #pause = FIRST_PAUSE_MS;
  readonly #closed = new AbortController();

  constructor(
    private readonly connect: Connect,
    private readonly listener: Listener,
    private readonly endOf: (failure: unknown) => End | undefined,
  ) {}

  close(): void {
    this.#closed.abort();
  }

  async run(): Promise<void> {
    while (!this.#closed.signal.aborted) {
      try {
        await this.#read(await this.connect(this.#lastEventId, this.#closed.signal));
      } catch (failure) {
        if (this.#closed.signal.aborted) return;
        const end = this.endOf(failure);
        if (end !== undefined) return this.listener.onEnded(end);
      }
      this.listener.onConnected(false);
      await this.#rest();
    }
  }

  /** A break without an id to resume from means that anything may have been missed. */
  async #read(answer: Response): Promise<void> {
    if (this.#lastEventId === undefined) await this.listener.onReset();
    this.listener.onConnected(true);
    const parser = new EventStreamParser();
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      this.#pause = FIRST_PAUSE_MS;
      for (const event of parser.push(piece.value)) await this.#take(event);
      this.#lastEventId = parser.lastId ?? this.#lastEventId;
    }
  }

  async #take(event: ServerSentEvent): Promise<void> {
    if (event.event === 'case') this.listener.onCase(JSON.parse(event.data) as CaseView);
    if (event.event === 'gone') this.listener.onGone((JSON.parse(event.data) as { id: string }).id);
    if (event.event === 'reset') await this.listener.onReset();
    this.#lastEventId = event.id ?? this.#lastEventId;
  }

  #rest(): Promise<void> {
    const pause = this.#pause * (0.5 + Math.random() / 2);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pause);
      this.#closed.signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
    });
  }
}

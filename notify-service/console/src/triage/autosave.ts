export const AFTER_MS = 3000;
export const AGAIN_MS = 15_000;

/** What became of one attempt; `again` is for what may succeed by itself later, such as a lost connection. */
export type Attempt = 'done' | 'again' | 'refused';

/** Saves a moment after the last change, one attempt at a time. What changes during one is in the next. */
export class Autosave {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #isWanted = false;
  #isStopped = false;

  constructor(
    private readonly attempt: () => Promise<Attempt>,
    private readonly settled: () => void,
  ) {}

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  changed(): void {
    this.#after(AFTER_MS);
  }

  /** Done when everything that was there is saved, or could not be. */
  now(): Promise<void> {
    clearTimeout(this.#timer);
    this.#isWanted = true;
    this.#running ??= this.#run().finally(() => this.#ended());
    return this.#running;
  }

  /** Nothing is begun any more by itself; what runs ends. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false;
      if ((await this.attempt()) === 'again') this.#after(AGAIN_MS);
    }
  }

  #ended(): void {
    this.#running = undefined;
    this.settled();
  }

  #after(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#isStopped) this.#timer = setTimeout(() => void this.now(), ms);
  }
}

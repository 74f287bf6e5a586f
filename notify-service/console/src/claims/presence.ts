import type { Doing } from '../desk/api.ts';

/** How often the desk is told; it forgets whoever says nothing for 75 s. */
const BEAT_MS = 30_000;
/** Whoever has typed within this time is writing. */
const WRITING_MS = 60_000;

/** Tells the desk of a case that somebody has it open, and whether they are writing: the time, never a word. */
export interface Presences {
  present(id: string, doing: Doing): Promise<void>;
  leave(id: string): Promise<void>;
}

/**
 * Who is at the case on screen. What is lost is said again at the next beat: nothing here is worth a word to the person, and nothing
 * waits for it.
 */
export class Presence {
  #id: string | undefined;
  #told: { readonly doing: Doing; readonly at: number } | undefined;
  #typedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly desk: Presences,
    private readonly now: () => number,
  ) {}

  enter(id: string): void {
    this.leave();
    this.#id = id;
    this.beat(true);
  }

  /** A colleague learns at once that somebody began to write. */
  typed(): void {
    this.#typedAt = this.now();
    if (this.#told?.doing !== 'writing') this.beat(true);
  }

  /** Once a second or so; a page that nobody sees says nothing. */
  beat(visible: boolean): void {
    if (this.#id === undefined || !visible) return;
    const now = this.now();
    const doing = now - this.#typedAt < WRITING_MS ? 'writing' : 'reading';
    if (this.#told?.doing === doing && now - this.#told.at < BEAT_MS) return;
    this.#told = { doing, at: now };
    this.desk.present(this.#id, doing).catch(() => (this.#told = undefined));
  }

  leave(): void {
    if (this.#id !== undefined) this.desk.leave(this.#id).catch(() => undefined);
    this.#id = undefined;
    this.#told = undefined;
    this.#typedAt = Number.NEGATIVE_INFINITY;
  }
}

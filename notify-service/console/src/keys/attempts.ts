/** What became of something, in words. */
export interface Said {
  readonly text: string;
  readonly good: boolean;
}

/** One thing at a time, and what became of it beside the form it was asked for in. */
export class Attempts<Place extends string> {
  busy = false;
  #said = new Map<Place, Said>();

  constructor(
    private readonly changed: () => void,
    private readonly wordsFor: (failure: unknown, place: Place) => string,
  ) {}

  said(place: Place): Said | undefined {
    return this.#said.get(place);
  }

  unsay(place: Place): void {
    this.#said.delete(place);
  }

  say(place: Place, text: string, good: boolean): boolean {
    this.#said.set(place, { text, good });
    this.changed();
    return good;
  }

  async do(place: Place, work: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.#said.delete(place);
    this.changed();
    try {
      await work();
      return true;
    } catch (failure) {
      return this.say(place, this.wordsFor(failure, place), false);
    } finally {
      this.busy = false;
      this.changed();
    }
  }
}

import type { Sheet } from './sheet.ts';

/** The sheets that are on screen, and those that are still to be saved. All are forgotten with the keys. */
export class Sheets {
  readonly #sheets = new Map<string, Sheet>();
  readonly #pages = new WeakMap<Sheet, object>();
  #onScreen: string | undefined;

  /** One for each page; what the page before could not save is in the drafts. */
  of(id: string, page: object, make: () => Sheet): Sheet {
    this.#onScreen = id;
    const before = this.#sheets.get(id);
    if (before !== undefined && this.#pages.get(before) === page) return before;
    before?.stop();
    const sheet = make();
    this.#sheets.set(id, sheet);
    this.#pages.set(sheet, page);
    return sheet;
  }

  async save(id: string): Promise<void> {
    await this.#sheets.get(id)?.saveLeaving();
  }

  saveAll(): void {
    for (const sheet of this.#sheets.values()) void sheet.saveLeaving();
  }

  /** Saved now; if that cannot be, it goes on trying from wherever the person is. */
  leave(id: string): void {
    if (this.#onScreen === id) this.#onScreen = undefined;
    const sheet = this.#sheets.get(id);
    void sheet?.saveLeaving().then(() => {
      if (this.#onScreen !== id && this.#sheets.get(id) === sheet && !sheet.isUnsaved) this.drop(id);
    });
  }

  /** What is unsaved of it stays in the drafts. */
  drop(id: string): void {
    this.#sheets.get(id)?.stop();
    this.#sheets.delete(id);
  }

  forget(): void {
    for (const id of [...this.#sheets.keys()]) this.drop(id);
  }
}

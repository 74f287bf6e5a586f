import { Problem } from '../desk/problem.ts';
import { tOr } from '../language/messages.ts';
import type { Due, DueApi } from './due-api.ts';

/** What is due of the case on screen. Forgotten when the page is left. */
export class DueRoom {
  dues: readonly Due[] = [];
  /** Why something could not be ticked off. */
  problem = '';
  isBusy = false;
  #id = '';

  constructor(
    private readonly api: DueApi,
    private readonly changed: () => void,
  ) {}

  async load(id: string): Promise<void> {
    if (this.#id !== id) this.leave();
    this.#id = id;
    // Whoever does not see the case any more is told so by its page.
    const dues = await this.api.of(id).catch(() => []);
    if (this.#id === id) this.dues = dues;
    this.changed();
  }

  leave(): void {
    this.#id = '';
    this.dues = [];
    this.problem = '';
  }

  /** True once it was ticked off. */
  async done(due: Due): Promise<boolean> {
    const id = this.#id;
    this.isBusy = true;
    this.problem = '';
    this.changed();
    try {
      await this.api.done(id, due);
      return true;
    } catch (failure) {
      this.problem = tOr(`problem.${failure instanceof Problem ? failure.slug : 'other'}`, 'problem.other');
      return false;
    } finally {
      this.isBusy = false;
      await this.load(id);
    }
  }
}

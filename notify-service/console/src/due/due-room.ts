import { Latest } from '../desk/latest.ts';
import { Problem } from '../desk/problem.ts';
import { tOr } from '../language/messages.ts';
import type { Due, DueApi } from './due-api.ts';

/** What is due of one report on screen. */
export class DueRoom {
  dues: readonly Due[] = [];
  /** Why something could not be ticked off. */
  problem = '';
  isBusy = false;
  readonly #latest = new Latest();

  constructor(
    private readonly api: DueApi,
    private readonly id: string,
    private readonly changed: () => void,
  ) {}

  async load(): Promise<void> {
    const counts = this.#latest.ask();
    // Whoever does not see the case any more is told so by its page.
    const dues = await this.api.of(this.id).catch(() => []);
    if (!counts()) return;
    this.dues = dues;
    this.changed();
  }

  async set(dues: readonly Due[]): Promise<void> {
    if (dues.length > 0) await this.api.set(this.id, dues);
  }

  /** True once it was ticked off. */
  async done(due: Due): Promise<boolean> {
    this.isBusy = true;
    this.problem = '';
    this.changed();
    try {
      await this.api.done(this.id, due);
      return true;
    } catch (failure) {
      this.problem = tOr(`problem.${failure instanceof Problem ? failure.slug : 'other'}`, 'problem.other');
      return false;
    } finally {
      this.isBusy = false;
      await this.load();
    }
  }
}

import type { AlertWays, ShiftApi } from '../desk/shift-api.ts';
import { t } from '../language/messages.ts';
import { readQuiet } from '../people/read-form.ts';
import { Doing } from '../referral/doing.ts';

/** By which ways I am alerted, and when I am left alone. */
export class AlertRoom {
  ways: AlertWays | undefined;
  said = '';
  readonly doing: Doing;

  constructor(private readonly api: Pick<ShiftApi, 'alertWays' | 'saveQuiet'>, private readonly changed: () => void) {
    this.doing = new Doing(changed);
  }

  async load(): Promise<void> {
    this.said = '';
    this.ways = await this.api.alertWays().catch(() => undefined);
    this.changed();
  }

  /** What was kept is not said again. */
  leave(): void {
    this.said = '';
  }

  async saveQuiet(fields: FormData): Promise<void> {
    const quiet = readQuiet(fields);
    if (quiet === undefined) return this.doing.refuse(t('shifts.bothTimes'));
    await this.#save(() => this.api.saveQuiet(quiet));
  }

  async neverQuiet(): Promise<void> {
    await this.#save(() => this.api.saveQuiet(undefined));
  }

  async #save(work: () => Promise<void>): Promise<void> {
    if (!(await this.doing.do(work))) return;
    await this.load();
    this.said = t('shifts.quietKept');
    this.changed();
  }
}

import type { Cell, Colleague, Duty, Exception, Leaving, Offered, OnCall, Pattern, Plan, ShiftApi, TeamDuty } from '../desk/shift-api.ts';
import type { Keys } from '../keys/keys.ts';
import { t } from '../language/messages.ts';
import { Doing, inWords } from '../referral/doing.ts';
import { CannotOpen } from '../sealing/containers.ts';
import { newId } from '../sealing/seal.ts';
import { readException, readPattern } from './plan.ts';
import { readTestItem } from './test-item.ts';

/** A shift that is being written; a new one has an id that nothing has yet. */
export type ShiftForm =
  | { readonly kind: 'pattern'; readonly id: string; readonly team: string; readonly before?: Pattern }
  | { readonly kind: 'exception'; readonly id: string; readonly team: string; readonly extra: boolean };

/** Shifts on screen: mine, my teams', and the plan for whoever makes it. */
export class ShiftRoom {
  mine: readonly Duty[] | undefined;
  ofTeams: readonly TeamDuty[] = [];
  onCall: readonly OnCall[] = [];
  offers: readonly Offered[] = [];
  leaving: readonly Leaving[] = [];
  plan: Plan = { patterns: [], exceptions: [] };
  colleagues: readonly Colleague[] = [];
  cells: readonly Cell[] = [];
  form: ShiftForm | undefined;
  /** Of the week: one team or all, and how many days. */
  team = '';
  days = 7;
  /** An address that was just made, shown until the page is left. */
  calendar: string | undefined;
  /** The duty for which this browser could not open what is sealed to the team. */
  cannotOpen: string | undefined;
  /** What was done, said once. */
  said = '';
  isAway = false;
  readonly doing: Doing;
  #turn = 0;

  constructor(private readonly api: ShiftApi, private readonly keys: Keys, private readonly me: { roles: readonly string[]; teams: readonly { id: string }[] }, private readonly changed: () => void) {
    this.doing = new Doing(changed, inShiftsWords);
  }

  get coordinates(): boolean {
    return this.me.roles.includes('coordinator');
  }

  /** Of two that are under way the later one is shown, whichever comes back last. */
  async load(): Promise<void> {
    const turn = ++this.#turn;
    const { api } = this;
    try {
      const [mine, ofTeams, offers, leaving, plan, onCall, colleagues, cells] = await Promise.all([
        api.mine(), api.ofTeams(), api.offers(), api.leaving(), api.plan(), Promise.all(this.me.teams.map(({ id }) => api.onCall(id))),
        this.coordinates ? api.colleagues() : [], this.coordinates ? api.coverage() : []]);
      if (turn === this.#turn) Object.assign(this, { mine, ofTeams, offers, leaving, plan, onCall, colleagues, cells, isAway: false });
    } catch {
      if (turn === this.#turn) this.isAway = true;
    }
    this.changed();
  }

  leave(): void {
    this.form = undefined;
    this.calendar = undefined;
    this.cannotOpen = undefined;
    this.said = '';
    this.doing.problem = '';
  }

  show(change: { readonly team?: string; readonly days?: number }): void {
    Object.assign(this, change);
    this.changed();
  }

  open(form: ShiftForm | undefined): void {
    this.form = form;
    this.doing.problem = '';
    this.changed();
  }

  newPattern(team: string, before?: Pattern): void {
    this.open(before === undefined ? { kind: 'pattern', id: newId(), team } : { kind: 'pattern', id: before.id, team: before.team, before });
  }

  newException(team: string, extra: boolean): void {
    this.open({ kind: 'exception', id: newId(), team, extra });
  }

  /** Shows the desk that the team's key opens here. */
  async showThatIRead(duty: Duty): Promise<void> {
    const own = this.keys.ring?.ofTeam(duty.team);
    if (own === undefined) return this.#couldNotOpen(duty);
    await this.#change(async () => {
      const item = await this.api.testItem(duty.id);
      try {
        await this.api.opened(duty.id, item.id, await readTestItem(item, duty.team, own.opening));
      } catch (failure) {
        if (!(failure instanceof CannotOpen)) throw failure;
        return this.#couldNotOpen(duty);
      }
      this.cannotOpen = undefined;
      this.said = t('shifts.youRead');
    });
  }

  ring(duty: Duty): Promise<boolean> {
    return this.#change(() => this.api.ring(duty.id), t('shifts.itRings'));
  }

  offer(duty: Duty): Promise<boolean> {
    return this.#change(() => this.api.offer(duty.id), t('shifts.offeredNow'));
  }

  takeBack(duty: Duty): Promise<boolean> {
    return this.#change(() => this.api.takeBack(duty.id), t('shifts.takenBack'));
  }

  take(offer: Offered): Promise<boolean> {
    return this.#change(() => this.api.take(offer.duty), t('shifts.yours'));
  }

  answerFor(leaving: Leaving): Promise<boolean> {
    return this.#change(() => this.api.answerFor(leaving.duty), t('shifts.youAnswer'));
  }

  async save(fields: FormData): Promise<void> {
    const form = this.form!;
    if (form.kind === 'pattern') {
      const pattern = readPattern(fields);
      if (pattern.days.length === 0) return this.doing.refuse(t('shifts.tickDay'));
      return this.#save(() => this.api.savePattern(form.id, pattern));
    }
    const exception: Omit<Exception, 'id'> | undefined = readException(fields);
    if (exception === undefined) return this.doing.refuse(t('shifts.badStretch'));
    return this.#save(() => this.api.saveException(form.id, exception));
  }

  async remove(id: string): Promise<void> {
    await this.#change(() => this.api.remove(id), t('shifts.planned'));
  }

  openCalendar(): Promise<boolean> {
    return this.doing.do(async () => {
      this.calendar = await this.api.openCalendar();
    });
  }

  async closeCalendar(): Promise<void> {
    if (await this.doing.do(() => this.api.closeCalendar())) {
      this.calendar = undefined;
      this.said = t('shifts.calendarClosed');
      this.changed();
    }
  }

  async #save(work: () => Promise<void>): Promise<void> {
    if (await this.#change(work, t('shifts.planned'))) this.open(undefined);
  }

  async #change(work: () => Promise<void>, said = ''): Promise<boolean> {
    this.said = '';
    const done = await this.doing.do(work);
    if (done && said !== '') this.said = said;
    await this.load();
    return done;
  }

  #couldNotOpen(duty: Duty): void {
    this.cannotOpen = duty.id;
    this.changed();
  }
}

/** In everybody's words "not found" is about a report. */
function inShiftsWords(slug: string): string {
  return slug === 'not-found' ? t('shifts.gone') : inWords(slug);
}

import type { Comparison, Despite, Invitation, InterpreterLine, Organisation, PeopleApi, Person, PersonForm, TeamLine } from '../desk/people-api.ts';
import { Problem } from '../desk/problem.ts';
import type { Colleague, ShiftApi } from '../desk/shift-api.ts';
import { t } from '../language/messages.ts';
import { Doing, inWords } from '../referral/doing.ts';
import { NOBODY_SOUGHT } from './find.ts';
import type { Sought } from './find.ts';

/** What is being written; one thing at a time. */
export type Form =
  | { readonly kind: 'invite'; readonly organisation: string }
  | { readonly kind: 'change'; readonly person: Person }
  | { readonly kind: 'move'; readonly person: Person; readonly organisation: string };

/** Somebody who knew teams' keys and does not belong to those teams any more. */
export interface Aftermath {
  readonly handle: string;
  readonly teams: readonly string[];
}

/** The people of the directory on screen: all of them for an administrator, a coordinator's own without numbers and forms. */
export class PeopleRoom {
  people: readonly Person[] | undefined;
  colleagues: readonly Colleague[] | undefined;
  organisations: readonly Organisation[] = [];
  teams: readonly TeamLine[] = [];
  interpreters: readonly InterpreterLine[] = [];
  /** None yet: nobody has compared so far. */
  comparison: Comparison | undefined;
  sought: Sought = NOBODY_SOUGHT;
  form: Form | undefined;
  /** Shown until it is put away or the page is left. */
  invitation: Invitation | undefined;
  aftermath: Aftermath | undefined;
  /** What was warned of, and can be done all the same. */
  insists: { readonly handle: string; readonly act: () => Promise<void> } | undefined;
  isAway = false;
  readonly doing: Doing;

  constructor(readonly api: PeopleApi, private readonly shifts: Pick<ShiftApi, 'colleagues'>, private readonly roles: readonly string[], readonly changed: () => void) {
    this.doing = new Doing(changed, inPeoplesWords);
  }

  get administers(): boolean {
    return this.roles.includes('admin');
  }

  async load(): Promise<void> {
    try {
      if (this.administers) await this.#loadAll();
      else this.colleagues = await this.shifts.colleagues();
      this.isAway = false;
    } catch {
      this.isAway = true;
    }
    this.changed();
  }

  /** The page was left: a password that was shown is gone. */
  leave(): void {
    this.form = undefined;
    this.invitation = undefined;
    this.aftermath = undefined;
    this.insists = undefined;
    this.doing.problem = '';
  }

  seek(change: Partial<Sought>): void {
    this.sought = { ...this.sought, ...change };
    this.changed();
  }

  open(form: Form | undefined): void {
    this.form = form;
    this.insists = undefined;
    this.doing.problem = '';
    this.changed();
  }

  putAway(): void {
    this.invitation = undefined;
    this.aftermath = undefined;
    this.changed();
  }

  async invite(form: PersonForm): Promise<void> {
    if (form.roles?.length === 0) return this.doing.refuse(t('people.tickRole'));
    await this.#change(async () => {
      this.invitation = await this.api.invite(form);
      this.form = undefined;
    });
  }

  async save(person: Person, form: PersonForm): Promise<void> {
    await this.#change(async () => {
      await this.api.save(person.subject, form);
      this.form = undefined;
    });
  }

  async move(person: Person, organisation: string, teams: readonly string[]): Promise<void> {
    await this.#stop(person, async (despite) => {
      await this.api.move(person.subject, organisation, teams, despite);
      this.form = undefined;
      this.#leaves(person, person.teams.filter((team) => organisation !== person.organisation || !teams.includes(team)));
    });
  }

  async suspend(person: Person): Promise<void> {
    await this.#stop(person, async (despite) => {
      await this.api.suspend(person.subject, despite);
      this.#leaves(person, person.teams);
    });
  }

  lift(person: Person): Promise<boolean> {
    return this.#change(() => this.api.change(person.subject, 'lift'));
  }

  resetSecondFactor(person: Person): Promise<boolean> {
    return this.#change(() => this.api.change(person.subject, 'second-factor/reset'));
  }

  async remove(person: Person): Promise<void> {
    await this.#stop(person, async (despite) => {
      await this.api.remove(person.subject, despite);
      this.#leaves(person, person.teams);
    });
  }

  compare(): Promise<boolean> {
    return this.#change(() => this.api.compare());
  }

  /** Refused at first where nobody else holds a team's keys, whose reports nobody could read any more; then it may be insisted on. */
  async #stop(person: Person, work: (despite?: Despite) => Promise<void>): Promise<void> {
    this.insists = undefined;
    await this.#change(() => work().catch((refused: unknown) => {
      if (refused instanceof Problem && refused.slug === 'last-holder') this.insists = { handle: person.handle, act: () => this.#insist(work) };
      throw refused;
    }));
  }

  async #insist(work: (despite?: Despite) => Promise<void>): Promise<void> {
    this.insists = undefined;
    await this.#change(() => work('last-holder'));
  }

  /** Does it, and shows everything as it is then, also when it was refused. */
  async #change(work: () => Promise<void>): Promise<boolean> {
    const done = await this.doing.do(work);
    await this.load();
    return done;
  }

  #leaves(person: Person, teams: readonly string[]): void {
    this.aftermath = teams.length === 0 ? undefined : { handle: person.handle, teams };
  }

  async #loadAll(): Promise<void> {
    [this.people, this.organisations, this.teams, this.interpreters, this.comparison] = await Promise.all([
      this.api.people(), this.api.organisations(), this.api.teams(), this.api.interpreters(), this.#lastComparison()]);
  }

  async #lastComparison(): Promise<Comparison | undefined> {
    try {
      return await this.api.lastComparison();
    } catch (refused) {
      if (refused instanceof Problem && refused.slug === 'not-compared') return undefined;
      throw refused;
    }
  }
}

const GONE = ['not-found', 'unknown-person', 'unknown-organisation', 'unknown-interpreter'];

/** In everybody's words "not found" is about a report, and an unknown person is oneself. */
export function inPeoplesWords(slug: string): string {
  if (GONE.includes(slug)) return t('people.gone');
  return slug === 'unknown-team' ? t('people.unknownTeam') : inWords(slug);
}

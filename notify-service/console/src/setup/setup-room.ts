import type { FoundingApi, TeamTerms } from '../desk/founding-api.ts';
import { Problem } from '../desk/problem.ts';
import type { Invitation, Person, SetUpApi } from '../desk/setup-api.ts';
import { Attempts } from '../keys/attempts.ts';
import type { LineSight } from '../keys/line-sight.ts';
import { OtherLine } from '../keys/my-key.ts';
import { t, tOr } from '../language/messages.ts';
import { readPublicKey } from '../line/line-file.ts';
import type { LineRoom } from '../line/line-room.ts';
import { CannotOpen } from '../sealing/containers.ts';
import { LineMaker } from './line-maker.ts';
import { STEPS, nextStep, stateOf } from './steps.ts';
import type { Found, StepId } from './steps.ts';

/** How far a line is set up, and the steps that are taken here. */
export class SetUpRoom {
  found: Found | undefined;
  people: readonly Person[] = [];
  invitation: Invitation | undefined;
  readonly maker = new LineMaker();
  readonly attempts: Attempts<StepId | 'page'>;
  /** The steps that are unfolded. */
  readonly open = new Set<StepId>();

  constructor(
    private readonly api: SetUpApi,
    private readonly foundings: FoundingApi,
    readonly sight: LineSight,
    private readonly changed: () => void,
  ) {
    this.attempts = new Attempts(changed, wordsFor);
  }

  /** Something of the line's key is in this page's memory. */
  get holds(): boolean {
    return this.maker.holds;
  }

  get missing(): number {
    return this.found === undefined ? 0 : STEPS.filter((step) => stateOf(step, this.found!) !== 'done').length;
  }

  enter(): void {
    void this.load();
  }

  async load(): Promise<boolean> {
    const loaded = await this.attempts.do('page', () => this.#read());
    const next = this.found === undefined ? undefined : nextStep(this.found);
    if (next !== undefined && this.open.size === 0) this.open.add(next);
    this.changed();
    return loaded;
  }

  /** Quietly, to know whether to offer it. */
  async look(): Promise<void> {
    await this.#read().catch(() => undefined);
    this.changed();
  }

  leave(): void {
    this.maker.drop();
    this.invitation = undefined;
    this.open.clear();
  }

  unfold(step: StepId, isOpen: boolean): void {
    if (isOpen) this.open.add(step);
    else this.open.delete(step);
  }

  makeLine(): Promise<boolean> {
    return this.attempts.do('line', () => this.maker.begin());
  }

  keepWords(typed: readonly [string, string]): Promise<boolean> {
    return this.attempts.do('line', async () => {
      if (!(await this.maker.keepWords(typed))) throw new CannotOpen('another-key');
    });
  }

  async printLine(shares: number, needed: number): Promise<boolean> {
    if (needed > shares) return this.attempts.say('line', t('recovery.tooMany'), false);
    return this.attempts.do('line', () => this.maker.print(shares, needed));
  }

  dropLine(): void {
    this.maker.drop();
    this.attempts.unsay('line');
    this.changed();
  }

  saveOrganisation(id: string, label: string): Promise<boolean> {
    return this.#change('organisation', () => this.api.saveOrganisation(id, label));
  }

  invite(handle: string, organisation: string, roles: readonly string[], languages: readonly string[]): Promise<boolean> {
    this.invitation = undefined;
    return this.#change('people', async () => void (this.invitation = await this.api.invite(handle, organisation, roles, languages)));
  }

  nameTeam(team: string, founder: string, terms: TeamTerms): Promise<boolean> {
    return this.#change('team', () => this.foundings.name(team, founder, terms));
  }

  dropTeam(team: string): Promise<boolean> {
    return this.#change('team', () => this.foundings.drop(team));
  }

  /** Its signed record, which intake is given; undefined when it is not there any more. */
  async record(team: string): Promise<string | undefined> {
    let record: string | undefined;
    await this.attempts.do('catch-all', async () => void (record = await this.api.record(team)));
    return record;
  }

  /** Says, signed by the line, that intake speaks with the key in this file; undefined when the file holds something else. */
  async lineRecord(line: LineRoom, text: string): Promise<string | undefined> {
    const key = readPublicKey(text);
    let record: string | undefined;
    if (typeof key === 'string') this.attempts.say('catch-all', t(`setup.intake.${key}`), false);
    else if (await this.attempts.do('catch-all', async () => void (record = await line.vouchFor(key)))) this.attempts.say('catch-all', t('setup.intake.saved'), true);
    return record;
  }

  async testNow(): Promise<boolean> {
    return (await this.#change('test', () => this.api.testNow())) && this.attempts.say('test', t('setup.test.sent'), true);
  }

  #change(step: StepId, work: () => Promise<void>): Promise<boolean> {
    return this.attempts.do(step, async () => {
      await work();
      await this.#read();
    });
  }

  /** Another line than before is shown in its step, where whoever has its key says so. */
  async #lookAtLine(): Promise<void> {
    await this.sight.look().catch((failure: unknown) => {
      if (!(failure instanceof OtherLine)) throw failure;
    });
  }

  async #read(): Promise<void> {
    const [setUp, foundings, people, tests, addressed] = await Promise.all([
      this.api.read(), this.foundings.all(), this.api.people(), this.api.testReports(), this.api.addressed().catch(() => undefined), this.#lookAtLine(),
    ]);
    this.people = people;
    this.found = { knowsLine: this.sight.isKnown, setUp, foundings, tests, addressed };
  }
}

function wordsFor(failure: unknown): string {
  if (failure instanceof CannotOpen) return t('keys.wrongWords');
  return tOr(`problem.${failure instanceof Problem ? failure.slug : 'other'}`, 'problem.other');
}

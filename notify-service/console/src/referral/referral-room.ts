import type { EmergencyCall, Outcome, Referral, ReferralApi, ReferralForm, Service, Whom } from '../desk/referral-api.ts';
import { newId } from '../sealing/seal.ts';
import { Doing } from './doing.ts';

/** What passes the person of one case on: referrals, calls for help, and the form of the next one. Forgotten when the page is left. */
export class ReferralRoom {
  referrals: readonly Referral[] = [];
  calls: readonly EmergencyCall[] = [];
  /** What the open form found; its id stays the same however often it is sent. */
  form: { readonly id: string; readonly region: string; readonly need: string; readonly services: readonly Service[] } | undefined;
  /** The open emergency card's place. */
  card: { readonly id: string; readonly region: string } | undefined;
  readonly doing: Doing;
  #report = '';
  #returning = false;

  /** @param acted what else has to learn of a case in which something was done */
  constructor(
    private readonly api: ReferralApi,
    private readonly changed: () => void,
    private readonly acted: (report: string) => Promise<void>,
  ) {
    this.doing = new Doing(changed);
  }

  /** Follows what became of the case on screen; of another one nothing stays. True when there was news. */
  async load(report: string): Promise<boolean> {
    if (report !== this.#report) this.leave();
    this.#report = report;
    const [referrals, calls] = await Promise.all([this.api.referrals(report), this.api.calls(report)]).catch(() => [this.referrals, this.calls] as const);
    if (report !== this.#report) return false;
    const hasNews = JSON.stringify([referrals, calls]) !== JSON.stringify([this.referrals, this.calls]);
    this.referrals = referrals;
    this.calls = calls;
    this.changed();
    return hasNews;
  }

  leave(): void {
    this.#report = '';
    this.referrals = [];
    this.calls = [];
    this.form = undefined;
    this.card = undefined;
    this.doing.problem = '';
  }

  async openForm(region: string): Promise<void> {
    this.doing.problem = '';
    this.form = { id: newId(), region: region === 'ZZ' ? '' : region, need: '', services: [] };
    await this.look({});
  }

  /** True once after the form was closed: its button takes the focus back. */
  returns(): boolean {
    const returning = this.#returning;
    this.#returning = false;
    return returning;
  }

  closeForm(): void {
    this.form = undefined;
    this.#returning = true;
    this.doing.problem = '';
    this.changed();
  }

  /** Looks for services of this place and need; the answer to an earlier question is dropped. */
  async look(change: { readonly region?: string; readonly need?: string }): Promise<void> {
    if (this.form === undefined) return;
    const form = { ...this.form, ...change };
    this.form = form;
    this.changed();
    const services = await this.api
      .services({ region: form.region, need: form.need, language: '', open: false, undocumented: false, child: false })
      .catch(() => []);
    if (this.form === form) this.form = { ...form, services };
    this.changed();
  }

  async refer(referral: ReferralForm): Promise<boolean> {
    const done = await this.#act((report) => this.api.refer(report, this.form!.id, referral));
    if (done) this.closeForm();
    return done;
  }

  follow(id: string, outcome: Outcome, followUpOn: string | undefined): Promise<boolean> {
    return this.#act((report) => this.api.follow(report, id, outcome, followUpOn));
  }

  openCard(region: string): void {
    this.doing.problem = '';
    this.card = { id: newId(), region };
    this.changed();
  }

  place(region: string): void {
    if (this.card !== undefined) this.card = { ...this.card, region };
    this.changed();
  }

  closeCard(): void {
    this.card = undefined;
    this.doing.problem = '';
    this.changed();
  }

  askToCall(whom: Whom, consentedOn: string): Promise<boolean> {
    const { id, region } = this.card!;
    return this.#act((report) => this.api.askToCall(report, id, { whom, region, consentedOn }));
  }

  answer(id: string, answer: 'confirm' | 'decline'): Promise<boolean> {
    return this.#act((report) => this.api.answerCall(report, id, answer));
  }

  followCall(id: string, outcome: Outcome): Promise<boolean> {
    return this.#act((report) => this.api.followCall(report, id, outcome));
  }

  async #act(work: (report: string) => Promise<void>): Promise<boolean> {
    const report = this.#report;
    const done = await this.doing.do(() => work(report));
    await Promise.all([this.load(report), this.acted(report)]);
    return done;
  }
}

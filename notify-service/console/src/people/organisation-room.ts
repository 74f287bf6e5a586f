import type { Organisation, PeopleApi, TeamHours } from '../desk/people-api.ts';
import { t } from '../language/messages.ts';
import { Doing } from '../referral/doing.ts';
import { field } from '../referral/fields.ts';
import { hoursOf } from '../referral/hours.ts';
import { inPeoplesWords } from './people-room.ts';
import { daysOf } from './read-form.ts';

/** One organisation or one team's hours that are being written. */
export class OrganisationRoom {
  /** Without what was before: a new one. */
  edited: { readonly before?: Organisation } | undefined;
  hours: { readonly team: string; readonly before: TeamHours } | undefined;
  readonly doing: Doing;

  constructor(private readonly api: PeopleApi, private readonly reload: () => Promise<void>, private readonly changed: () => void) {
    this.doing = new Doing(changed, inPeoplesWords);
  }

  leave(): void {
    this.edited = undefined;
    this.hours = undefined;
    this.doing.problem = '';
  }

  edit(before?: Organisation): void {
    this.leave();
    this.edited = before === undefined ? {} : { before };
    this.changed();
  }

  close(): void {
    this.leave();
    this.changed();
  }

  async save(fields: FormData): Promise<void> {
    const id = this.edited!.before?.id ?? field(fields, 'id');
    await this.#change(() => this.api.saveOrganisation(id, field(fields, 'label'), field(fields, 'coverWord') || null));
  }

  async editHours(team: string): Promise<void> {
    this.leave();
    await this.doing.do(async () => {
      this.hours = { team, before: await this.api.hours(team) };
    });
  }

  async saveHours(fields: FormData): Promise<void> {
    const [weekly, holidays] = [hoursOf(field(fields, 'weekly')), daysOf(field(fields, 'holidays'))];
    if (weekly === undefined || holidays === undefined) return this.doing.refuse(t('people.hoursHint'));
    await this.#change(() => this.api.saveHours(this.hours!.team, { zone: field(fields, 'zone'), weekly, holidays }));
  }

  async stop(id: string, what: 'suspend' | 'lift'): Promise<void> {
    await this.#change(() => this.api.stopOrganisation(id, what));
  }

  async stopTeam(id: string): Promise<void> {
    await this.#change(() => this.api.suspendTeam(id));
  }

  async #change(work: () => Promise<void>): Promise<void> {
    if (await this.doing.do(work)) this.leave();
    await this.reload();
  }
}

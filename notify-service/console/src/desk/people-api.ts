import type { Desk } from './desk.ts';
import type { Opening } from './referral-api.ts';

export type Channel = 'sms' | 'email' | 'call';
export type PersonState = 'invited' | 'active' | 'suspended';

/** As the desk writes times of a day: with seconds. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
  readonly zone: string;
}

/** Somebody of the directory; of the channels only which there are. */
export interface Person {
  readonly subject: string;
  readonly handle: string;
  readonly organisation: string;
  readonly teams: readonly string[];
  readonly languages: readonly string[];
  readonly channels: readonly Channel[];
  readonly onCall: boolean;
  readonly quiet?: QuietHours | null;
  readonly coverText?: string | null;
  readonly roles: readonly string[];
  readonly state: PersonState;
}

/** What is said of a person. A channel that is absent stays as it is, an empty one is taken out; absent roles stay. */
export interface PersonForm extends Pick<Person, 'handle' | 'organisation' | 'teams' | 'languages' | 'onCall' | 'quiet' | 'coverText'> {
  readonly channels: Partial<Record<Channel, string>>;
  readonly roles?: readonly string[];
}

/** What the person is told by another way; shown once. */
export interface Invitation {
  readonly subject: string;
  readonly handle: string;
  readonly password: string;
}

export interface Organisation {
  readonly id: string;
  readonly label: string;
  readonly coverWord?: string | null;
  readonly suspended: boolean;
}

export interface TeamLine {
  readonly id: string;
  readonly organisation: string;
  readonly version: number;
  readonly suspended: boolean;
}

export interface TeamHours {
  readonly zone?: string | null;
  readonly weekly: readonly Opening[];
  readonly holidays: readonly string[];
}

export interface Spoken {
  readonly language: string;
  readonly dialect?: string | null;
}

export interface Interpreter {
  readonly gender: string;
  readonly zone: string;
  readonly languages: readonly Spoken[];
  readonly weekly: readonly Opening[];
  readonly ties: readonly string[];
}

export interface InterpreterLine {
  readonly handle: string;
  readonly interpreter: Interpreter;
}

/** The last comparison with the login server that was whole. */
export interface Comparison {
  readonly at: string;
  readonly changed: number;
  readonly left: number;
  readonly lostRealm: boolean;
  readonly unknown: readonly { readonly subject: string; readonly since: string }[];
}

/** What was warned of, and is done all the same. */
export type Despite = 'last-holder';

/** The desk's directory, for administrators. */
export class PeopleApi {
  constructor(private readonly desk: Pick<Desk, 'ask'>) {}

  async people(): Promise<readonly Person[]> {
    return (await this.desk.ask<{ people: readonly Person[] }>('GET', 'directory/people')).people;
  }

  invite(form: PersonForm): Promise<Invitation> {
    return this.desk.ask('POST', 'directory/people', form);
  }

  async save(subject: string, form: PersonForm): Promise<void> {
    await this.desk.ask('PUT', `directory/people/${encodeURIComponent(subject)}`, form);
  }

  /** At the login server too; if it is away, suspending counts here and the rest is refused. */
  async change(subject: string, what: 'lift' | 'second-factor/reset'): Promise<void> {
    await this.desk.ask('POST', `directory/people/${encodeURIComponent(subject)}/${what}`);
  }

  async suspend(subject: string, despite?: Despite): Promise<void> {
    await this.desk.ask('POST', `directory/people/${encodeURIComponent(subject)}/suspend${said(despite)}`);
  }

  async move(subject: string, organisation: string, teams: readonly string[], despite?: Despite): Promise<void> {
    await this.desk.ask('POST', `directory/people/${encodeURIComponent(subject)}/move${said(despite)}`, { organisation, teams });
  }

  async remove(subject: string, despite?: Despite): Promise<void> {
    await this.desk.ask('DELETE', `directory/people/${encodeURIComponent(subject)}${said(despite)}`);
  }

  async organisations(): Promise<readonly Organisation[]> {
    return (await this.desk.ask<{ organisations: readonly Organisation[] }>('GET', 'directory/organisations')).organisations;
  }

  async saveOrganisation(id: string, label: string, coverWord: string | null): Promise<void> {
    await this.desk.ask('PUT', `directory/organisations/${encodeURIComponent(id)}`, { label, coverWord });
  }

  async stopOrganisation(id: string, what: 'suspend' | 'lift'): Promise<void> {
    await this.desk.ask('POST', `directory/organisations/${encodeURIComponent(id)}/${what}`);
  }

  async teams(): Promise<readonly TeamLine[]> {
    return (await this.desk.ask<{ teams: readonly TeamLine[] }>('GET', 'directory/teams')).teams;
  }

  async suspendTeam(id: string): Promise<void> {
    await this.desk.ask('POST', `directory/teams/${encodeURIComponent(id)}/suspend`);
  }

  hours(team: string): Promise<TeamHours> {
    return this.desk.ask('GET', `directory/teams/${encodeURIComponent(team)}/hours`);
  }

  async saveHours(team: string, hours: TeamHours): Promise<void> {
    await this.desk.ask('PUT', `directory/teams/${encodeURIComponent(team)}/hours`, hours);
  }

  async interpreters(): Promise<readonly InterpreterLine[]> {
    return (await this.desk.ask<{ interpreters: readonly InterpreterLine[] }>('GET', 'interpreters/all')).interpreters;
  }

  async saveInterpreter(handle: string, interpreter: Interpreter): Promise<void> {
    await this.desk.ask('PUT', `interpreters/${encodeURIComponent(handle)}`, interpreter);
  }

  async removeInterpreter(handle: string): Promise<void> {
    await this.desk.ask('DELETE', `interpreters/${encodeURIComponent(handle)}`);
  }

  lastComparison(): Promise<Comparison> {
    return this.desk.ask('GET', 'directory/reconcile');
  }

  async compare(): Promise<void> {
    await this.desk.ask('POST', 'directory/reconcile');
  }
}

function said(despite: Despite | undefined): string {
  return despite === undefined ? '' : `?despite=${despite}`;
}

import type { Desk } from './desk.ts';

/** What there is of a line. */
export interface SetUp {
  readonly organisations: readonly OrganisationState[];
  readonly teams: readonly TeamState[];
}

export interface OrganisationState {
  readonly id: string;
  readonly label: string;
  readonly suspended: boolean;
  readonly invited: number;
  readonly active: number;
  readonly withKey: number;
}

export interface TeamState {
  readonly id: string;
  readonly organisation: string;
  readonly escalation: boolean;
  readonly suspended: boolean;
  readonly keysSince: string;
  readonly holders: number;
  readonly papers?: { readonly shares: number; readonly needed: number; readonly drilledAt?: string | null } | null;
}

export interface Person {
  readonly id: string;
  readonly handle: string;
  readonly organisation: string;
  /** By which ways they can be alerted. */
  readonly channels: readonly string[];
}

/** Shown once, and told to the person by a way that does not betray them. */
export interface Invitation {
  readonly handle: string;
  readonly password: string;
}

export interface TestReport {
  readonly line: string;
  readonly language: string;
  readonly state: string;
}

/** Who would get a report of which nothing is known, as intake decides. */
export interface Addressed {
  readonly team: string;
  readonly as: string;
}

/** The part of the desk's API by which an administrator sets a line up. */
export class SetUpApi {
  constructor(private readonly desk: Desk) {}

  read(): Promise<SetUp> {
    return this.desk.ask('GET', 'directory/setup');
  }

  async saveOrganisation(id: string, label: string): Promise<void> {
    await this.desk.ask('PUT', `directory/organisations/${encodeURIComponent(id)}`, { label });
  }

  async people(): Promise<readonly Person[]> {
    return (await this.desk.ask<{ people: readonly Person[] }>('GET', 'directory/people')).people;
  }

  invite(handle: string, organisation: string, roles: readonly string[], languages: readonly string[]): Promise<Invitation> {
    return this.desk.ask('POST', 'directory/people', { handle, organisation, roles, languages, teams: [], onCall: false });
  }

  async record(team: string): Promise<string | undefined> {
    const { teams } = await this.desk.ask<{ teams: readonly { id: string; record: string }[] }>('GET', 'directory/teams');
    return teams.find(({ id }) => id === team)?.record;
  }

  async testReports(): Promise<readonly TestReport[]> {
    return (await this.desk.ask<{ canaries: readonly TestReport[] }>('GET', 'canaries')).canaries;
  }

  async testNow(): Promise<void> {
    await this.desk.ask('POST', 'canaries');
  }

  async addressed(): Promise<readonly Addressed[]> {
    return (await this.desk.ask<{ teams: readonly Addressed[] }>('GET', 'routing/explain')).teams;
  }
}

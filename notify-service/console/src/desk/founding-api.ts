import type { Desk } from './desk.ts';

/** What a team's record shall say, but for its keys. */
export interface TeamTerms {
  readonly organisation: string;
  readonly languages: readonly string[];
  readonly regions: readonly string[];
  readonly needs: readonly string[];
  readonly childQualified: boolean;
  readonly womanAnswers: boolean;
  readonly communities: readonly string[];
  readonly escalation: boolean;
}

/** A team that is wanted. */
export interface Founding {
  readonly team: string;
  readonly terms: TeamTerms;
  readonly founder: string;
  /** The founder's handle. */
  readonly by: string;
  /** Its first record, signed with the order key that it names; absent until its keys were made. */
  readonly jws?: string | null;
}

/** A team's first keys, as their founder's browser hands them in. */
export interface FirstKeys {
  readonly jws: string;
  readonly personKid: string;
  readonly jwe: string;
  readonly admission: string;
}

/** The part of the desk's API that founds teams. */
export class FoundingApi {
  constructor(private readonly desk: Desk) {}

  /** Those that I am asked to found. */
  async mine(): Promise<readonly Founding[]> {
    return (await this.desk.ask<{ foundings: readonly Founding[] }>('GET', 'me/foundings')).foundings;
  }

  async found(team: string, keys: FirstKeys): Promise<void> {
    await this.desk.ask('PUT', `me/foundings/${encodeURIComponent(team)}`, keys);
  }

  /** For administrators. */
  async all(): Promise<readonly Founding[]> {
    return (await this.desk.ask<{ foundings: readonly Founding[] }>('GET', 'directory/foundings')).foundings;
  }

  async name(team: string, founder: string, terms: TeamTerms): Promise<void> {
    await this.desk.ask('PUT', `directory/foundings/${encodeURIComponent(team)}`, { founder, terms });
  }

  async drop(team: string): Promise<void> {
    await this.desk.ask('DELETE', `directory/foundings/${encodeURIComponent(team)}`);
  }
}

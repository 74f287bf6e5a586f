import type { Desk } from './desk.ts';

/** A key for marks as the desk keeps it: sealed to teams, each time signed. */
export interface ServedKey {
  readonly kid: string;
  readonly generation: number;
  readonly vouches: readonly string[];
}

/** Another report, as far as it is shown before somebody opens it. */
export interface OtherReport {
  readonly id: string;
  readonly shortId: string;
  readonly month: string;
  readonly region: string;
}

export interface Said extends OtherReport {
  readonly by: string;
  readonly at: string;
}

export interface Proposed extends OtherReport {
  /** Those that both reports have. */
  readonly marks: readonly string[];
}

export interface Links {
  readonly same: readonly Said[];
  readonly different: readonly Said[];
  readonly proposed: readonly Proposed[];
}

export type Verdict = 'same' | 'different';

export interface Marks {
  readonly kid: string;
  readonly marks: readonly string[];
}

/** The part of the desk's API that knows which reports share marks. It cannot tell what any of them means. */
export class LinkApi {
  constructor(private readonly desk: Pick<Desk, 'ask'>) {}

  async keys(): Promise<readonly ServedKey[]> {
    return (await this.desk.ask<{ keys: readonly ServedKey[] }>('GET', 'link-keys')).keys;
  }

  async make(key: ServedKey): Promise<void> {
    await this.desk.ask('POST', 'link-keys', key);
  }

  async vouch(kid: string, vouches: readonly string[]): Promise<void> {
    await this.desk.ask('PUT', `link-keys/${kid}/vouches`, { vouches });
  }

  links(report: string): Promise<Links> {
    return this.desk.ask('GET', `cases/${report}/links`);
  }

  /** Keeps the marks under today's key, and asks with earlier ones besides. */
  compare(report: string, { kid, marks }: Marks, earlier: readonly Marks[]): Promise<Links> {
    return this.desk.ask('PUT', `cases/${report}/link-terms`, { kid, marks, earlier });
  }

  async say(report: string, other: string, verdict: Verdict): Promise<void> {
    await this.desk.ask('PUT', `cases/${report}/links/${other}`, { verdict });
  }

  async takeBack(report: string, other: string): Promise<void> {
    await this.desk.ask('DELETE', `cases/${report}/links/${other}`);
  }
}

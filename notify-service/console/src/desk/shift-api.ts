import type { Channel, PersonState, QuietHours } from './people-api.ts';
import type { Desk } from './desk.ts';

export interface Duty {
  readonly id: string;
  readonly team: string;
  readonly from: string;
  readonly until: string;
  readonly checkedIn: boolean;
  /** The phone was answered for it. */
  readonly rang: boolean;
  /** A test item that was sealed to the team was opened for it. */
  readonly opened: boolean;
  readonly offered: boolean;
}

export interface TeamDuty extends Duty {
  readonly handle: string;
}

export interface Offered {
  readonly duty: string;
  readonly handle: string;
  readonly team: string;
  readonly from: string;
  readonly until: string;
}

export interface Pattern {
  readonly id: string;
  readonly handle: string;
  readonly team: string;
  readonly days: readonly number[];
  readonly from: string;
  readonly until: string;
  readonly zone: string;
  readonly validFrom: string;
  readonly validUntil?: string | null;
}

/** A date off, or a stretch besides. */
export interface Exception {
  readonly id: string;
  readonly handle: string;
  readonly team: string;
  readonly off?: string | null;
  readonly from?: string | null;
  readonly until?: string | null;
}

export interface Plan {
  readonly patterns: readonly Pattern[];
  readonly exceptions: readonly Exception[];
}

export interface OnCall {
  readonly team: string;
  readonly now: readonly { readonly handle: string; readonly how: 'checked-in' | 'planned' | 'standing'; readonly opened: boolean; readonly until?: string | null }[];
  readonly next: readonly { readonly handle: string; readonly from: string; readonly until: string }[];
}

/** What a duty leaves open when it ends. */
export interface Leaving {
  readonly duty: string;
  readonly handle: string;
  readonly mine: boolean;
  readonly team: string;
  readonly until: string;
  readonly reports: readonly { readonly id: string; readonly shortId: string }[];
}

export type Level = 'none' | 'planned' | 'standing' | 'checked-in';

export interface Cell {
  readonly language: string;
  readonly region: string;
  readonly readersNow: number;
  readonly hours: readonly { readonly from: string; readonly until: string; readonly level: Level }[];
}

export interface Colleague {
  readonly handle: string;
  readonly teams: readonly string[];
  readonly languages: readonly string[];
  readonly roles: readonly string[];
  readonly channels: readonly Channel[];
  readonly onCall: boolean;
  readonly state: PersonState;
}

/** Something sealed to a team's key, to show that it opens. */
export interface TestItem {
  readonly id: string;
  readonly team: string;
  readonly kid: string;
  readonly jwe: string;
}

export interface AlertWays {
  readonly channels: readonly Channel[];
  readonly onCall: boolean;
  readonly quiet?: QuietHours | null;
  readonly coverText?: string | null;
}

/** Shifts: one's own, the team's, and the plan that coordinators make. */
export class ShiftApi {
  constructor(private readonly desk: Pick<Desk, 'ask'>) {}

  async mine(): Promise<readonly Duty[]> {
    return (await this.desk.ask<{ duties: readonly Duty[] }>('GET', 'me/duties')).duties;
  }

  async ofTeams(): Promise<readonly TeamDuty[]> {
    return (await this.desk.ask<{ duties: readonly TeamDuty[] }>('GET', 'duties')).duties;
  }

  onCall(team: string): Promise<OnCall> {
    return this.desk.ask('GET', `on-call?team=${encodeURIComponent(team)}`);
  }

  /** Makes my phone ring; answering it checks in. */
  async ring(duty: string): Promise<void> {
    await this.desk.ask('POST', `me/duties/${duty}/check-in`);
  }

  testItem(duty: string): Promise<TestItem> {
    return this.desk.ask('POST', `me/duties/${duty}/check-in/item`);
  }

  async opened(duty: string, item: string, nonce: string): Promise<void> {
    await this.desk.ask('PUT', `me/duties/${duty}/check-in/item/${item}`, { nonce });
  }

  async offer(duty: string): Promise<void> {
    await this.desk.ask('POST', `me/duties/${duty}/offer`);
  }

  async takeBack(duty: string): Promise<void> {
    await this.desk.ask('DELETE', `me/duties/${duty}/offer`);
  }

  async offers(): Promise<readonly Offered[]> {
    return (await this.desk.ask<{ offers: readonly Offered[] }>('GET', 'swaps')).offers;
  }

  async take(duty: string): Promise<void> {
    await this.desk.ask('POST', `swaps/${duty}/accept`);
  }

  async leaving(): Promise<readonly Leaving[]> {
    return (await this.desk.ask<{ handovers: readonly Leaving[] }>('GET', 'me/handover')).handovers;
  }

  async answerFor(duty: string): Promise<void> {
    await this.desk.ask('POST', `duties/${duty}/handover/accept`);
  }

  plan(): Promise<Plan> {
    return this.desk.ask('GET', 'shifts');
  }

  async savePattern(id: string, pattern: Omit<Pattern, 'id'>): Promise<void> {
    await this.desk.ask('PUT', `shifts/patterns/${id}`, pattern);
  }

  async saveException(id: string, exception: Omit<Exception, 'id'>): Promise<void> {
    await this.desk.ask('PUT', `shifts/exceptions/${id}`, exception);
  }

  async remove(id: string): Promise<void> {
    await this.desk.ask('DELETE', `shifts/${id}`);
  }

  async colleagues(): Promise<readonly Colleague[]> {
    return (await this.desk.ask<{ colleagues: readonly Colleague[] }>('GET', 'colleagues')).colleagues;
  }

  async coverage(): Promise<readonly Cell[]> {
    return (await this.desk.ask<{ cells: readonly Cell[] }>('GET', 'coverage')).cells;
  }

  /** An address for calendar programs, shown once; the one before is closed. */
  async openCalendar(): Promise<string> {
    return (await this.desk.ask<{ url: string }>('POST', 'me/calendar')).url;
  }

  async closeCalendar(): Promise<void> {
    await this.desk.ask('DELETE', 'me/calendar');
  }

  alertWays(): Promise<AlertWays> {
    return this.desk.ask('GET', 'me/alerts');
  }

  /** Without hours: never quiet. */
  async saveQuiet(quiet: QuietHours | undefined): Promise<void> {
    await this.desk.ask(quiet === undefined ? 'DELETE' : 'PUT', 'me/alerts/quiet', quiet);
  }
}

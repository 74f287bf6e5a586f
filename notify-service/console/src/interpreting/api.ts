import type { Desk } from '../desk/desk.ts';

/** A request as the people of its case see it. */
export interface Asked {
  readonly id: string;
  readonly language: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly wantedAt: string;
  readonly answerBy: string;
  readonly state: 'open' | 'accepted' | 'withdrawn' | 'expired';
  readonly takenBy?: string | null;
  readonly asked: number;
  readonly declined: number;
}

/** A request as an interpreter sees it: nothing of the report is in it. */
export interface Wanted {
  readonly id: string;
  readonly language: string;
  readonly askedBy: string;
  readonly wantedAt: string;
  readonly answerBy: string;
  readonly accepted: boolean;
}

export interface Wish {
  /** Left out: the report's. */
  readonly language?: string;
  /** Left out: now. */
  readonly at?: string;
}

/** The desk's interface for interpreters. */
export class InterpreterApi {
  constructor(private readonly desk: Pick<Desk, 'ask'>) {}

  async of(report: string): Promise<readonly Asked[]> {
    return (await this.desk.ask<{ requests: readonly Asked[] }>('GET', path(report))).requests;
  }

  ask(report: string, id: string, wish: Wish): Promise<void> {
    return this.desk.ask('PUT', `${path(report)}/${id}`, wish);
  }

  withdraw(report: string, id: string): Promise<void> {
    return this.desk.ask('POST', `${path(report)}/${encodeURIComponent(id)}/withdraw`);
  }

  async mine(): Promise<readonly Wanted[]> {
    return (await this.desk.ask<{ requests: readonly Wanted[] }>('GET', 'me/interpreting')).requests;
  }

  answer(id: string, answer: 'accept' | 'decline'): Promise<void> {
    return this.desk.ask('POST', `me/interpreting/${encodeURIComponent(id)}/${answer}`);
  }
}

function path(report: string): string {
  return `cases/${encodeURIComponent(report)}/interpreter`;
}

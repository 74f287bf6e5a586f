import type { CaseView } from '../desk/api.ts';
import type { Desk } from '../desk/desk.ts';
import { Problem } from '../desk/problem.ts';

export const REASONS = ['no-language', 'no-capacity', 'other-region', 'other-need', 'conflict', 'unsafe'] as const;
export type Reason = (typeof REASONS)[number];

/** One hand-over, as the desk keeps it. */
export interface HandoverLine {
  readonly from: string;
  readonly by: string;
  readonly to: string;
  readonly leaves: boolean;
  readonly offeredAt: string;
  readonly acceptBy: string;
  readonly ended?: 'accepted' | 'declined' | 'withdrawn' | 'closed';
  readonly endedBy?: string;
  readonly reason?: string;
}

/** What a correction says. */
export interface Correction {
  readonly language: string;
  readonly region: string;
  readonly passOn: boolean;
}

const TELLS_WITHIN_MS = 15_000;
const LOOK_AGAIN_MS = 250;

/** The desk's side of handing over: codes and times, no content. */
export class HandoverDesk {
  constructor(
    private readonly desk: Pick<Desk, 'ask' | 'one'>,
    private readonly pause: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    private readonly now: () => number = () => performance.now(),
  ) {}

  async records(): Promise<readonly string[]> {
    return (await this.desk.ask<{ records: readonly string[] }>('GET', 'teams')).records;
  }

  async lines(id: string): Promise<readonly HandoverLine[]> {
    return (await this.desk.ask<{ handovers: readonly HandoverLine[] }>('GET', `cases/${id}/handover`)).handovers;
  }

  /** The desk hears of a new reader by the bus, a moment after intake has let it in. */
  async awaitReader(id: string, team: string): Promise<void> {
    const until = this.now() + TELLS_WITHIN_MS;
    while (!(await this.desk.one(id)).teams.includes(team)) {
      if (this.now() > until) throw new Problem('not-let-in', 409);
      await this.pause(LOOK_AGAIN_MS);
    }
  }

  offer(id: string, team: string, leaves: boolean): Promise<CaseView> {
    return this.desk.ask('POST', `cases/${id}/handover`, { team, leaves });
  }

  accept(id: string): Promise<CaseView> {
    return this.desk.ask('POST', `cases/${id}/handover/accept`);
  }

  decline(id: string, reason: Reason): Promise<void> {
    return this.desk.ask('POST', `cases/${id}/handover/decline`, { reason });
  }

  withdraw(id: string): Promise<void> {
    return this.desk.ask('POST', `cases/${id}/handover/withdraw`);
  }

  correct(id: string, correction: Correction): Promise<CaseView> {
    return this.desk.ask('PUT', `cases/${id}/language`, correction);
  }
}

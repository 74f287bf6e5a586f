import type { CaseView, Me } from '../desk/api.ts';
import type { PracticeReport } from './report.ts';
import type { PracticeStream } from './stream.ts';
import { iso } from './time.ts';

/** Changes a report: each stands in its timeline, and everybody who looks is told. */
export class PracticeChanges {
  constructor(
    private readonly me: Me,
    private readonly stream: PracticeStream,
    private readonly now: () => number,
  ) {}

  /** @param who null: nobody of the desk */
  make(report: PracticeReport, what: string, change: Partial<CaseView>, who: string | null = this.me.handle, reason: string | null = null): CaseView {
    report.view = { ...report.view, ...change };
    report.timeline.push({ at: iso(this.now()), what, who, ...(reason === null ? {} : { reason }) });
    this.stream.tell(report.view);
    return report.view;
  }
}

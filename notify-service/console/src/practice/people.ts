import type { CaseView } from '../desk/api.ts';
import { NEIGHBOURS } from './line.ts';
import type { PracticeReport } from './report.ts';
import type { PracticeStream } from './stream.ts';
import { p } from './texts.ts';
import { HOUR_MS, SOON_MS, iso } from './time.ts';
import type { Exercise } from './world.ts';

/** Does it after so many milliseconds. */
export type Later = (ms: number, work: () => Promise<void>) => void;

const DELIVERED_MS = 1_500;
const ACCEPTED_MS = 6_000;

/** The made-up people: whoever wrote answers a reply as the scenario has it, a colleague of the other team takes what is offered. */
export class PracticePeople {
  constructor(
    private readonly exercises: readonly Exercise[],
    private readonly stream: PracticeStream,
    private readonly later: Later,
    private readonly now: () => number,
  ) {}

  /** The text reaches the phone, and the person writes back. */
  replied(report: PracticeReport): void {
    const sent = report.timeline.filter(({ what }) => what === 'reply-sent').length;
    this.later(DELIVERED_MS, async () => this.#happen(report, 'reply-delivered', { replies: { ...report.view.replies, delivered: report.view.replies.delivered + 1 } }));
    const { scenario } = this.exercises.find((one) => one.report === report)!;
    const answer = scenario.answers[sent - 1 - scenario.said.filter(({ by }) => by === 'team').length];
    if (answer === undefined) return;
    this.later(answer.afterMs, async () => {
      const at = iso(this.now());
      await report.seal({ kind: 'message', text: p(answer.text), channel: report.view.channel, at }, at);
      this.#happen(report, 'reporter-wrote', { lastWroteAt: at, readBy: iso(this.now() + SOON_MS) });
      if (answer.texts !== undefined) report.reach.saidByPhone(answer.texts);
      if (answer.texts !== undefined) this.#happen(report, `texts-${answer.texts}`, { texts: answer.texts });
    });
  }

  /** Unless it was taken back, or the report was closed, before. */
  offered(report: PracticeReport): void {
    const { offer } = report.view;
    this.later(ACCEPTED_MS, async () => {
      if (report.view.offer !== offer || report.view.state !== 'claimed') return;
      report.handovers[0] = { ...report.handovers[0], ended: 'accepted', endedBy: p('colleague') };
      this.#happen(report, 'handover-accepted', { offer: null, claimedBy: p('colleague'), leaseUntil: iso(this.now() + HOUR_MS), teams: [...new Set([...report.view.teams, NEIGHBOURS])] }, p('colleague'));
    });
  }

  #happen(report: PracticeReport, what: string, change: Partial<CaseView>, who: string | null = null): void {
    report.view = { ...report.view, ...change };
    report.timeline.push({ at: iso(this.now()), what, who });
    this.stream.tell(report.view);
  }
}

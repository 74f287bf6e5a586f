import type { CaseView } from '../desk/api.ts';
import { Refused, ok } from './answers.ts';
import type { PracticeChanges } from './changes.ts';
import type { PracticeIntake } from './intake.ts';
import type { PracticePeople } from './people.ts';
import type { PracticeRecord } from './record.ts';
import type { PracticeReport } from './report.ts';
import { HOUR_MS, SOON_MS, iso } from './time.ts';

/** Orders on their way to intake, and what the desk makes of their outcome. */
export class PracticeOrders {
  constructor(
    private readonly intake: PracticeIntake,
    private readonly changes: PracticeChanges,
    private readonly people: PracticePeople,
    private readonly record: PracticeRecord,
    private readonly now: () => number,
  ) {}

  async take(report: PracticeReport, init: RequestInit): Promise<Response> {
    const headers = init.headers as Readonly<Record<string, string>>;
    const reason = headers['Ovoz-Closing-Reason'] ?? null;
    if (reason !== null) mayCloseFor(report, reason);
    const { act, body } = await this.intake.take(report, headers['Ovoz-Order'] ?? '', init.body as Uint8Array<ArrayBuffer>);
    if (act === 'reply') this.#replied(report, body);
    else if (act === 'close') this.#closed(report, reason);
    else this.#tell(report, act);
    return ok(body);
  }

  /** The answers that waited and whose hour has come, or that nobody will get. */
  takeTurns(report: PracticeReport): void {
    for (const { what, reason } of report.reach.turns(this.now())) {
      const { sent, refused } = report.view.replies;
      const more = what === 'reply-sent' ? { sent: sent + 1 } : what === 'reply-refused' ? { refused: refused + 1 } : {};
      this.changes.make(report, what, waitingIn(report, more), null, reason ?? null);
      if (what === 'reply-sent') this.people.replied(report);
    }
  }

  #replied(report: PracticeReport, { goesAt }: { readonly goesAt?: string }): void {
    const { view } = report;
    this.record.note(view, 'answered');
    if (goesAt !== undefined) return void this.changes.make(report, 'reply-scheduled', { ...waitingIn(report), ...this.#held(view) }, null, goesAt);
    this.changes.make(report, 'reply-sent', { replies: { ...view.replies, sent: view.replies.sent + 1 }, ...this.#held(view) });
    this.people.replied(report);
  }

  /** Nobody waits for an answer of a closed report. */
  #closed(report: PracticeReport, reason: string | null): void {
    const more = report.reach.withdrawAll();
    if (more > 0) this.changes.make(report, 'reply-withdrawn', withdrawnIn(report, more), null);
    this.changes.make(report, 'report-closed', { state: 'closed', claimedBy: null, leaseUntil: null, readBy: null, closedFor: reason }, undefined, reason);
  }

  #tell(report: PracticeReport, act: string): void {
    const { view } = report;
    const held = this.#held(view);
    switch (act) {
      case 'fetch':
        this.record.note(view, 'read');
        if (!view.opened || view.readBy != null) this.changes.make(report, 'report-opened', { opened: true, readBy: null, ...held });
        return;
      case 'grant':
        this.changes.make(report, 'recipients-changed', {}, null);
        return;
      case 'withdraw':
        this.changes.make(report, 'reply-withdrawn', { ...withdrawnIn(report, 1), ...held });
        return;
      case 'contract':
      case 'erase':
        this.changes.make(report, act === 'erase' ? 'contact-erased' : 'contract-recorded', { texts: report.reach.texts, ...held });
        return this.takeTurns(report);
      default:
        this.changes.make(report, { note: 'note-added', triage: 'triage-changed' }[act]!, held);
    }
  }

  /** Each order starts the claim's time anew. */
  #held({ danger, agreedUntil }: CaseView): Partial<CaseView> {
    return { leaseUntil: agreedUntil ?? iso(this.now() + (danger ? SOON_MS : HOUR_MS)) };
  }
}

/** As the desk has it: what was not read, and whoever is silent, is no prank. */
function mayCloseFor({ view, timeline }: PracticeReport, reason: string): void {
  if (reason !== 'prank' && reason !== 'abuse') return;
  if (view.readBy != null) throw new Refused(409, 'unread-is-no-prank');
  if (timeline.findLast(({ what }) => ['report-received', 'reporter-wrote', 'reply-sent'].includes(what))?.what === 'reply-sent') throw new Refused(409, 'silence-is-no-prank');
}

function withdrawnIn(report: PracticeReport, more: number): Partial<CaseView> {
  return waitingIn(report, { withdrawn: (report.view.replies.withdrawn ?? 0) + more });
}

/** What the desk knows of the answers that wait. */
function waitingIn({ view, reach }: PracticeReport, more: Partial<CaseView['replies']> = {}): Partial<CaseView> {
  const { nextGoesAt, waiting } = reach;
  return { replies: { ...view.replies, scheduled: waiting, ...more }, reach: nextGoesAt === undefined ? null : { answerGoesAt: nextGoesAt } };
}

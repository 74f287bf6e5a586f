import type { CaseView, Me } from '../desk/api.ts';
import type { Correction } from '../handover/handover-desk.ts';
import { Refused, done, ok, refusal } from './answers.ts';
import { PracticeIntake } from './intake.ts';
import type { PracticeLine } from './line.ts';
import type { PracticePeople } from './people.ts';
import type { PracticeRecord } from './record.ts';
import type { PracticeReport } from './report.ts';
import type { PracticeStream } from './stream.ts';
import { HOUR_MS, SOON_MS, iso } from './world.ts';
import type { Exercise } from './world.ts';

interface Asked {
  readonly method: string;
  readonly path: readonly string[];
  readonly init: RequestInit;
}

/** What stands in for the network: answers as desk and intake do, out of this page's memory. Whatever else is asked for is refused. */
export class PracticeDesk {
  readonly #intake: PracticeIntake;

  constructor(
    private readonly line: PracticeLine,
    private readonly me: Me,
    private readonly exercises: readonly Exercise[],
    private readonly stream: PracticeStream,
    private readonly people: PracticePeople,
    private readonly record: PracticeRecord,
    private readonly now: () => number,
  ) {
    this.#intake = new PracticeIntake(line);
  }

  /** @param url below `/api/v1/` */
  async answer(url: string, init: RequestInit): Promise<Response> {
    const [path = '', query = ''] = url.split('?');
    try {
      return await this.#route({ method: init.method ?? 'GET', path: path.split('/').map(decodeURIComponent), init }, new URLSearchParams(query));
    } catch (failure) {
      if (failure instanceof Refused) return refusal(failure);
      throw failure;
    }
  }

  /** A claim without an action ends, as it does at a real desk. */
  lapse(): void {
    for (const { report } of this.exercises) {
      const { leaseUntil } = report.view;
      if (!this.#isMine(report) || leaseUntil == null || Date.parse(leaseUntil) > this.now()) continue;
      this.#change(report, 'claim-lapsed', { state: 'waiting', claimedBy: null, leaseUntil: null }, null);
    }
  }

  #route(asked: Asked, query: URLSearchParams): Promise<Response> | Response {
    const [root, id, ...rest] = asked.path;
    const what = `${asked.method} ${[root, ...rest].join('/')}`;
    if (root === 'cases' && id !== undefined) return this.#ofReport(this.#report(id), what, asked);
    switch ([asked.method, ...asked.path].join(' ')) {
      case 'GET me':
        return ok(this.me);
      case 'GET me key':
        throw new Refused(404, 'no-key');
      case 'GET stream':
        return this.stream.open(asked.init.signal);
      case 'GET cases':
        return ok({ cases: this.#list(query.get('state') === 'closed') });
      case 'GET teams':
        return ok({ records: this.line.teams.map((team) => team.record) });
      case 'GET services':
        return ok({ services: [] });
      default:
        throw new Refused(422, 'not-in-practice');
    }
  }

  #ofReport(report: PracticeReport, what: string, { init }: Asked): Promise<Response> | Response {
    switch (what) {
      case 'GET cases':
        return ok({ ...report.view, timeline: report.timeline });
      case 'PUT cases/presence':
      case 'DELETE cases/presence':
        return ok(report.view);
      case 'GET cases/handover':
        return ok({ handovers: report.handovers });
      case 'GET cases/referrals':
        return ok({ referrals: [] });
      case 'GET cases/emergency-calls':
        return ok({ calls: [] });
      case 'POST cases/claim':
        return this.#claim(report);
    }
    this.#mustHold(report);
    switch (what) {
      case 'POST cases/release':
      case 'POST cases/cannot-open':
        return ok(this.#change(report, what.endsWith('release') ? 'claim-released' : 'cannot-open', { state: 'waiting', claimedBy: null, leaseUntil: null, agreedUntil: null }));
      case 'PUT cases/claim/agreed-time':
        return this.#agree(report, bodyOf<{ until: string | null }>(init).until);
      case 'PUT cases/language':
        return this.#correct(report, bodyOf<Correction>(init));
      case 'POST cases/handover':
        return this.#offer(report, bodyOf<{ team: string; leaves: boolean }>(init));
      case 'POST cases/handover/withdraw':
        return this.#withdraw(report);
      case 'POST cases/orders':
        return this.#order(report, init);
      default:
        throw new Refused(422, 'not-in-practice');
    }
  }

  #list(isClosed: boolean): readonly CaseView[] {
    return this.exercises.map(({ report }) => report.view).filter((view) => (view.state === 'closed') === isClosed);
  }

  #claim(report: PracticeReport): Response {
    const { state, danger } = report.view;
    if (state === 'closed') throw new Refused(409, 'report-closed');
    if (state === 'claimed' && !this.#isMine(report)) throw new Refused(409, 'already-claimed');
    this.record.note(report.view, 'claimed');
    const leaseUntil = iso(this.now() + (danger ? SOON_MS : HOUR_MS));
    return ok(this.#change(report, 'report-claimed', { state: 'claimed', claimedBy: this.me.handle, leaseUntil }));
  }

  #agree(report: PracticeReport, until: string | null): Response {
    const leaseUntil = until ?? iso(this.now() + HOUR_MS);
    return ok(this.#change(report, until === null ? 'time-taken-back' : 'time-agreed', { agreedUntil: until, leaseUntil }));
  }

  #correct(report: PracticeReport, { language, region, passOn }: Correction): Response {
    const given = passOn ? ({ state: 'waiting', claimedBy: null, leaseUntil: null } as const) : {};
    return ok(this.#change(report, 'language-corrected', { language, region, ...given }));
  }

  #offer(report: PracticeReport, { team, leaves }: { readonly team: string; readonly leaves: boolean }): Response {
    if (!report.view.teams.includes(team)) throw new Refused(409, 'not-let-in');
    const offer = { from: this.line.mine.id, to: team, acceptBy: iso(this.now() + SOON_MS) };
    report.handovers.unshift({ ...offer, by: this.me.handle, leaves, offeredAt: iso(this.now()) });
    const view = this.#change(report, 'handover-offered', { offer });
    this.people.offered(report);
    return ok(view);
  }

  #withdraw(report: PracticeReport): Response {
    if (!report.view.offer) throw new Refused(409, 'not-offered');
    report.handovers[0] = { ...report.handovers[0], ended: 'withdrawn', endedBy: this.me.handle };
    this.#change(report, 'handover-withdrawn', { offer: null });
    return done();
  }

  async #order(report: PracticeReport, init: RequestInit): Promise<Response> {
    const headers = init.headers as Readonly<Record<string, string>>;
    const reason = headers['Ovoz-Closing-Reason'] ?? null;
    if (reason !== null) this.#mayCloseFor(report, reason);
    const { act, body } = await this.#intake.take(report, headers['Ovoz-Order'] ?? '', init.body as Uint8Array<ArrayBuffer>);
    this.#tell(report, act, reason);
    return ok(body);
  }

  /** As the desk has it: what was not read, and whoever is silent, is no prank. */
  #mayCloseFor({ view, timeline }: PracticeReport, reason: string): void {
    if (reason !== 'prank' && reason !== 'abuse') return;
    if (view.readBy != null) throw new Refused(409, 'unread-is-no-prank');
    if (timeline.findLast(({ what }) => ['report-received', 'reporter-wrote', 'reply-sent'].includes(what))?.what === 'reply-sent') throw new Refused(409, 'silence-is-no-prank');
  }

  #tell(report: PracticeReport, act: string, reason: string | null): void {
    const { view } = report;
    const held = { leaseUntil: view.agreedUntil ?? iso(this.now() + (view.danger ? SOON_MS : HOUR_MS)) };
    switch (act) {
      case 'fetch':
        this.record.note(view, 'read');
        if (!view.opened || view.readBy != null) this.#change(report, 'report-opened', { opened: true, readBy: null, ...held });
        return;
      case 'reply':
        this.record.note(view, 'answered');
        this.#change(report, 'reply-sent', { replies: { ...view.replies, sent: view.replies.sent + 1 }, ...held });
        return this.people.replied(report);
      case 'close':
        this.#change(report, 'report-closed', { state: 'closed', claimedBy: null, leaseUntil: null, readBy: null, closedFor: reason }, this.me.handle, reason);
        return;
      case 'grant':
        this.#change(report, 'recipients-changed', {}, null);
        return;
      default:
        this.#change(report, { note: 'note-added', triage: 'triage-changed', erase: 'contact-erased' }[act]!, held);
    }
  }

  #change(report: PracticeReport, what: string, change: Partial<CaseView>, who: string | null = this.me.handle, reason: string | null = null): CaseView {
    report.view = { ...report.view, ...change };
    report.timeline.push({ at: iso(this.now()), what, who, ...(reason === null ? {} : { reason }) });
    this.stream.tell(report.view);
    return report.view;
  }

  #report(id: string): PracticeReport {
    const found = this.exercises.find(({ report }) => report.id === id);
    if (found === undefined) throw new Refused(404, 'unknown-report');
    return found.report;
  }

  #isMine({ view }: PracticeReport): boolean {
    return view.state === 'claimed' && view.claimedBy === this.me.handle;
  }

  #mustHold(report: PracticeReport): void {
    if (!this.#isMine(report)) throw new Refused(409, 'claim-needed');
  }
}

function bodyOf<T>({ body }: RequestInit): T {
  return JSON.parse(String(body)) as T;
}

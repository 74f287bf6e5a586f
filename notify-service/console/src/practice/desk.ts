import type { CaseView, Me } from '../desk/api.ts';
import type { Due } from '../due/due-api.ts';
import type { Correction } from '../handover/handover-desk.ts';
import { Refused, done, ok, refusal } from './answers.ts';
import { PracticeChanges } from './changes.ts';
import type { Wanted } from './dues.ts';
import { PracticeIntake } from './intake.ts';
import type { PracticeLine } from './line.ts';
import { PracticeOrders } from './orders.ts';
import type { PracticePeople } from './people.ts';
import type { PracticeRecord } from './record.ts';
import type { PracticeReport } from './report.ts';
import type { PracticeStream } from './stream.ts';
import { HOUR_MS, SOON_MS, iso } from './time.ts';
import type { Exercise } from './world.ts';

interface Asked {
  readonly method: string;
  readonly path: readonly string[];
  readonly init: RequestInit;
}

interface Labels {
  readonly danger: boolean | null;
  readonly child: boolean | null;
}

/** What stands in for the network: answers as desk and intake do, out of this page's memory. Whatever else is asked for is refused. */
export class PracticeDesk {
  readonly #changes: PracticeChanges;
  readonly #orders: PracticeOrders;

  constructor(
    private readonly line: PracticeLine,
    private readonly me: Me,
    private readonly exercises: readonly Exercise[],
    private readonly stream: PracticeStream,
    private readonly people: PracticePeople,
    private readonly record: PracticeRecord,
    private readonly now: () => number,
  ) {
    this.#changes = new PracticeChanges(me, stream, now);
    this.#orders = new PracticeOrders(new PracticeIntake(line, now), this.#changes, people, record, now);
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

  /** What time brings, as at a real desk: a claim without an action ends, an answer goes out in its hour, something is due. */
  pass(): void {
    for (const { report } of this.exercises) {
      this.#lapse(report);
      this.#orders.takeTurns(report);
      for (const what of report.dues.passed(this.now(), report.view.state === 'closed')) {
        const back = what === 'due-came-back' ? ({ state: 'waiting', closedFor: null, readBy: iso(this.now() + SOON_MS) } as const) : {};
        this.#changes.make(report, what, { ...back, due: report.dues.all[0] ?? null }, null);
      }
    }
  }

  #lapse(report: PracticeReport): void {
    const { leaseUntil } = report.view;
    if (!this.#isMine(report) || leaseUntil == null || Date.parse(leaseUntil) > this.now()) return;
    this.#changes.make(report, 'claim-lapsed', { state: 'waiting', claimedBy: null, leaseUntil: null }, null);
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
      case 'GET cases/dues':
        return ok({ dues: report.dues.all });
      case 'POST cases/claim':
        return this.#claim(report);
    }
    if (report.view.state !== 'closed' || !what.includes('/dues')) this.#mustHold(report);
    switch (what) {
      case 'POST cases/release':
      case 'POST cases/cannot-open':
        return ok(this.#changes.make(report, what.endsWith('release') ? 'claim-released' : 'cannot-open', { state: 'waiting', claimedBy: null, leaseUntil: null, agreedUntil: null }));
      case 'PUT cases/claim/agreed-time':
        return this.#agree(report, bodyOf<{ until: string | null }>(init).until);
      case 'PUT cases/language':
        return this.#correct(report, bodyOf<Correction>(init));
      case 'POST cases/handover':
        return this.#offer(report, bodyOf<{ team: string; leaves: boolean }>(init));
      case 'POST cases/handover/withdraw':
        return this.#withdraw(report);
      case 'PUT cases/dues':
        if (report.dues.set(bodyOf<{ dues: readonly Wanted[] }>(init).dues)) this.#due(report, 'due-set');
        return done();
      case 'POST cases/dues/done':
        report.dues.tick(bodyOf<Due>(init));
        return this.#due(report, 'due-done');
      case 'PUT cases/labels':
        return this.#label(report, bodyOf<Labels>(init));
      case 'POST cases/orders':
        return this.#orders.take(report, init);
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
    return ok(this.#changes.make(report, 'report-claimed', { state: 'claimed', claimedBy: this.me.handle, leaseUntil }));
  }

  #agree(report: PracticeReport, until: string | null): Response {
    const leaseUntil = until ?? iso(this.now() + HOUR_MS);
    return ok(this.#changes.make(report, until === null ? 'time-taken-back' : 'time-agreed', { agreedUntil: until, leaseUntil }));
  }

  #correct(report: PracticeReport, { language, region, passOn }: Correction): Response {
    const given = passOn ? ({ state: 'waiting', claimedBy: null, leaseUntil: null } as const) : {};
    return ok(this.#changes.make(report, 'language-corrected', { language, region, ...given }));
  }

  #offer(report: PracticeReport, { team, leaves }: { readonly team: string; readonly leaves: boolean }): Response {
    if (!report.view.teams.includes(team)) throw new Refused(409, 'not-let-in');
    const offer = { from: this.line.mine.id, to: team, acceptBy: iso(this.now() + SOON_MS) };
    report.handovers.unshift({ ...offer, by: this.me.handle, leaves, offeredAt: iso(this.now()) });
    const view = this.#changes.make(report, 'handover-offered', { offer });
    this.people.offered(report);
    return ok(view);
  }

  #withdraw(report: PracticeReport): Response {
    if (!report.view.offer) throw new Refused(409, 'not-offered');
    report.handovers[0] = { ...report.handovers[0], ended: 'withdrawn', endedBy: this.me.handle };
    this.#changes.make(report, 'handover-withdrawn', { offer: null });
    return done();
  }

  #due(report: PracticeReport, what: string): Response {
    this.#changes.make(report, what, { due: report.dues.all[0] ?? null });
    return done();
  }

  #label(report: PracticeReport, { danger, child }: Labels): Response {
    return ok(this.#changes.make(report, 'labels-corrected', { danger: danger ?? report.view.danger, child: child ?? report.view.child }));
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

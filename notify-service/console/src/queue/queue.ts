import type { CaseView, Me } from '../desk/api.ts';
import { byDue, byLastWritten, placed } from './due.ts';
import type { Placed } from './due.ts';
import { choicesAmong, passes } from './filter.ts';
import type { Choices, Filter } from './filter.ts';
import { Ordered, countWhile } from './ordered.ts';
import { isAsked } from '../handover/offers.ts';
import { findable } from './find.ts';
import type { DeskList, QueueView } from './views.ts';

/** What of a view is shown, and how many of it the filter hides. */
export interface Shown {
  readonly cases: readonly CaseView[];
  readonly hidden: number;
}

export type Counts = Readonly<Record<QueueView, number>>;

/** The cases this browser knows of, as the desk last told them. */
export class Queue {
  readonly #cases = new Map<string, Placed>();
  readonly #lists: Readonly<Record<DeskList, Ordered>> = { open: new Ordered(byDue), closed: new Ordered(byLastWritten) };
  readonly #loaded = new Set<DeskList>();
  readonly #changedAt = new Map<string, number>();
  readonly #kept = new Map<string, { readonly asOf: string; readonly value: unknown }>();
  #changes = 0;

  constructor(private readonly me: Me) {}

  /** Taken before a list is asked for, given back with its answer. */
  mark(): number {
    return this.#changes;
  }

  /** What a list said replaces all that the list covers, except what changed since it was asked for: that is newer. */
  load(list: DeskList, cases: readonly CaseView[], mark: number): void {
    this.take(cases, mark);
    this.settle(list, new Set(cases.map((view) => view.id)), mark);
  }

  /** One page of a list. */
  take(cases: readonly CaseView[], mark: number): void {
    for (const view of cases) if (!this.#isNewer(view.id, mark)) this.#place(view);
  }

  /** A list was read to its end: what it covers and did not name is no more. */
  settle(list: DeskList, named: ReadonlySet<string>, mark: number): void {
    for (const known of [...this.#lists[list].all]) {
      if (!named.has(known.view.id) && !this.#isNewer(known.view.id, mark)) this.#forget(known);
    }
    this.#loaded.add(list);
  }

  /**
   * A single case, from the stream or from an answer. True when it was not known before. What was asked for before a change was told
   * (`mark`) is older than that, and changes nothing.
   */
  put(view: CaseView, mark = Number.POSITIVE_INFINITY): boolean {
    if ((this.#changedAt.get(view.id) ?? 0) > mark || this.isOutdated(view)) return false;
    const isNew = !this.#cases.has(view.id);
    this.#place(view);
    this.#changedAt.set(view.id, this.#changes);
    return isNew;
  }

  /** Read by the desk before what is known was: the stream and an answer overtake each other. A list that was loaded anew counts as it is. */
  isOutdated(view: CaseView): boolean {
    return (view.version ?? Number.POSITIVE_INFINITY) < (this.one(view.id)?.version ?? 0);
  }

  /** A case that is not for this person any more. */
  drop(id: string): void {
    const known = this.#cases.get(id);
    if (known !== undefined) this.#forget(known);
    this.#changedAt.set(id, this.#changes);
  }

  one(id: string): CaseView | undefined {
    return this.#cases.get(id)?.view;
  }

  isLoaded(list: DeskList): boolean {
    return this.#loaded.has(list);
  }

  in(view: QueueView, now = Date.now()): readonly CaseView[] {
    const due = view === 'overdue' ? this.#overdue(now) : 0;
    return this.#keep(`in ${view}`, String(due), () => this.#inView(view, due).map((one) => one.view));
  }

  /** What is looked for is shown wherever it is; else the view without what the filter hides. */
  shown(view: QueueView, filter: Filter, sought: string, now = Date.now()): Shown {
    if (sought !== '') return { cases: this.#keep('found', sought, () => this.#find(sought)), hidden: 0 };
    const all = this.in(view, now);
    const cases = this.#keep('shown', `${view} ${all.length} ${JSON.stringify(filter)}`, () => all.filter((one) => passes(filter, one)));
    return { cases, hidden: all.length - cases.length };
  }

  counts(now = Date.now()): Counts {
    const overdue = this.#overdue(now);
    return this.#keep('counts', String(overdue), () => ({
      open: this.in('open').length,
      mine: this.in('mine').length,
      overdue,
      all: this.#lists.open.all.length,
      closed: this.#lists.closed.all.length,
    }));
  }

  choices(view: QueueView): Choices {
    return this.#keep('choices', view, () => choicesAmong(this.in(view === 'closed' ? 'closed' : 'all')));
  }

  isMine(view: CaseView): boolean {
    return view.state === 'claimed' && (view.claimedBy === this.me.id || view.claimedBy === this.me.handle);
  }

  forget(): void {
    this.#cases.clear();
    this.#changedAt.clear();
    this.#loaded.clear();
    this.#lists.open.clear();
    this.#lists.closed.clear();
    this.#changes += 1;
  }

  #inView(view: QueueView, overdue: number): readonly Placed[] {
    const open = this.#lists.open.all;
    switch (view) {
      case 'open':
        return open.filter(({ view: one }) => one.state === 'waiting' || this.isMine(one) || isAsked(this.me, one));
      case 'mine':
        return open.filter((one) => this.isMine(one.view));
      case 'overdue':
        return open.slice(0, overdue);
      case 'all':
        return open;
      case 'closed':
        return this.#lists.closed.all;
    }
  }

  /** Those that are due come first, so what is overdue is how the list begins. */
  #overdue(now: number): number {
    return countWhile(this.#lists.open.all, (one) => one.due < now);
  }

  #find(sought: string): readonly CaseView[] {
    return [...this.#lists.open.all, ...this.#lists.closed.all].map((one) => one.view).filter((view) => findable(view, sought));
  }

  #place(view: CaseView): void {
    const before = this.#cases.get(view.id);
    if (before !== undefined) this.#listOf(before.view).remove(before);
    const now = placed(view);
    this.#cases.set(view.id, now);
    this.#listOf(view).add(now);
    this.#changes += 1;
  }

  #forget(known: Placed): void {
    this.#listOf(known.view).remove(known);
    this.#cases.delete(known.view.id);
    this.#changedAt.delete(known.view.id);
    this.#changes += 1;
  }

  #listOf(view: CaseView): Ordered {
    return this.#lists[view.state === 'closed' ? 'closed' : 'open'];
  }

  #isNewer(id: string, mark: number): boolean {
    return (this.#changedAt.get(id) ?? 0) > mark;
  }

  /** Keeps what was worked out until a case changes: clocks that tick ask for the same every second. */
  #keep<T>(what: string, asked: string, work: () => T): T {
    const asOf = `${this.#changes} ${asked}`;
    const kept = this.#kept.get(what);
    if (kept?.asOf === asOf) return kept.value as T;
    const value = work();
    this.#kept.set(what, { asOf, value });
    return value;
  }
}

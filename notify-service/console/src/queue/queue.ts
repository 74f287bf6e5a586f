import type { CaseView, Me } from '../desk/api.ts';
import type { Tab } from '../desk/desk.ts';
import { byDue } from './due.ts';

/** The cases this browser knows of, as the desk last told them. */
export class Queue {
  #cases = new Map<string, CaseView>();
  #loaded = new Set<Tab>();
  #changes = 0;
  #changedAt = new Map<string, number>();

  constructor(private readonly me: Me) {}

  /** Taken before a list is asked for, given back with its answer. */
  mark(): number {
    return this.#changes;
  }

  /** What a list said replaces all that the list covers, except what changed since it was asked for: that is newer. */
  load(tab: Tab, cases: readonly CaseView[], mark: number): void {
    const isNewer = (id: string) => (this.#changedAt.get(id) ?? 0) > mark;
    for (const known of this.#cases.values()) {
      if (this.belongs(known, tab) && !isNewer(known.id)) this.#cases.delete(known.id);
    }
    for (const view of cases) if (!isNewer(view.id)) this.#cases.set(view.id, view);
    this.#loaded.add(tab);
  }

  /**
   * A single case, from the stream or from an answer. True when it was not known before. What was asked for before a change was told
   * (`mark`) is older than that, and changes nothing.
   */
  put(view: CaseView, mark = Number.POSITIVE_INFINITY): boolean {
    if ((this.#changedAt.get(view.id) ?? 0) > mark) return false;
    const isNew = !this.#cases.has(view.id);
    this.#cases.set(view.id, view);
    this.#changedAt.set(view.id, ++this.#changes);
    return isNew;
  }

  /** A case that is not for this person any more. */
  drop(id: string): void {
    this.#cases.delete(id);
    this.#changedAt.set(id, ++this.#changes);
  }

  one(id: string): CaseView | undefined {
    return this.#cases.get(id);
  }

  isLoaded(tab: Tab): boolean {
    return this.#loaded.has(tab);
  }

  in(tab: Tab): readonly CaseView[] {
    return [...this.#cases.values()].filter((view) => this.belongs(view, tab)).sort(byDue);
  }

  belongs(view: CaseView, tab: Tab): boolean {
    switch (tab) {
      case 'open':
        return view.state !== 'closed';
      case 'mine':
        return this.isMine(view);
      case 'closed':
        return view.state === 'closed';
    }
  }

  isMine(view: CaseView): boolean {
    return view.state === 'claimed' && (view.claimedBy === this.me.id || view.claimedBy === this.me.handle);
  }

  forget(): void {
    this.#cases.clear();
    this.#loaded.clear();
  }
}

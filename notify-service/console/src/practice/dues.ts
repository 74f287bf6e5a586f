import type { Due, DueKind } from '../due/due-api.ts';
import { Refused } from './answers.ts';

/** What outlives closing, and brings a closed report back. */
const COMES_BACK: readonly DueKind[] = ['follow-up', 'promise', 'safe-time'];

export interface Wanted {
  readonly kind: DueKind;
  readonly at: string | null;
}

/** What is due of one made-up report, as the desk keeps it: one of each kind at most, the earliest first. */
export class PracticeDues {
  all: readonly Due[] = [];
  readonly #done = new Set<string>();
  readonly #told = new Set<string>();

  /** True if something has changed. The same time told again stays ticked off. */
  set(wanted: readonly Wanted[]): boolean {
    const before = JSON.stringify(this.all);
    const kept = this.all.filter(({ kind }) => !wanted.some((one) => one.kind === kind));
    const set = wanted.flatMap(({ kind, at }) => (at === null || this.#done.has(name({ kind, at })) ? [] : [{ kind, at }]));
    this.all = [...kept, ...set].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    return JSON.stringify(this.all) !== before;
  }

  tick(due: Due): void {
    if (!this.all.some((one) => name(one) === name(due))) throw new Refused(409, 'not-due');
    this.#done.add(name(due));
    this.#drop(due);
  }

  /** Those that have passed since it was asked last, and what becomes of each. Of a closed report some are over. */
  passed(now: number, isClosed: boolean): readonly ('due-passed' | 'due-came-back' | 'due-over')[] {
    const passed = this.all.filter((due) => Date.parse(due.at) <= now && !this.#told.has(name(due)));
    return passed.map((due) => {
      this.#told.add(name(due));
      if (!isClosed) return 'due-passed';
      if (COMES_BACK.includes(due.kind)) return 'due-came-back';
      this.#drop(due);
      return 'due-over';
    });
  }

  #drop(due: Due): void {
    this.all = this.all.filter((one) => name(one) !== name(due));
  }
}

function name({ kind, at }: Due): string {
  return `${kind} ${String(Date.parse(at))}`;
}

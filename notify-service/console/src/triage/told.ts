import type { CaseView } from '../desk/api.ts';
import type { Desk } from '../desk/desk.ts';
import { DueApi } from '../due/due-api.ts';
import { ROW, idsIn, mayBeCounted, rowOf } from './counted.ts';
import { OF_TRIAGE, nextDues } from './due-times.ts';
import type { TriageDue } from './due-times.ts';
import { textOf } from './facts.ts';
import type { Raw } from './facts.ts';
import { fieldOf } from './fields.ts';

const [DANGER, CHILD] = [fieldOf('urgent.danger'), fieldOf('urgent.child')];

/**
 * What the desk is told of triage, since it has to act on it: when something is due, whether somebody is in danger or a child is affected.
 * And, apart from the case, what is counted, if the person agreed. Nothing else; and only what the desk does not know yet.
 */
export class Told {
  readonly #dues: DueApi;
  /** Whether an answer was given here that holds at the desk, and would have to be taken back. */
  #labels = '';
  #row = '';
  readonly #takenBack = new Set<string>();

  constructor(
    private readonly id: string,
    private readonly desk: Pick<Desk, 'ask'>,
    private readonly view: () => CaseView,
  ) {
    this.#dues = new DueApi(desk);
  }

  /** Times and labels; may be asked whenever a report is open, since nothing is sent that is known. Of a closed one only asking again is left. */
  async tellCase(facts: Raw): Promise<void> {
    const isClosed = this.view().state === 'closed';
    await this.#tellDues(facts, isClosed ? ['follow-up'] : OF_TRIAGE);
    if (!isClosed) await this.#tellLabels(facts);
  }

  /** The row that is counted: only after somebody has saved, or each look would tell the desk whose it is once more. */
  async tellRow(facts: Raw): Promise<void> {
    const id = textOf(facts, ROW);
    for (const retired of idsIn(facts)) await this.#takeBack(retired);
    if (id === undefined) return;
    if (!mayBeCounted(facts)) return this.#takeBack(id);
    const { receivedAt, region } = this.view();
    const row = rowOf(facts, receivedAt, region);
    if (this.#row === JSON.stringify(row)) return;
    await this.desk.ask('PUT', `statistics/rows/${id}`, row);
    this.#row = JSON.stringify(row);
    this.#takenBack.delete(id);
  }

  async #tellDues(facts: Raw, kinds: readonly TriageDue[]): Promise<void> {
    const next = nextDues(facts);
    const known = await this.#dues.of(this.id);
    const changed = kinds.filter((kind) => time(next[kind]) !== time(known.find((due) => due.kind === kind)?.at));
    if (changed.length > 0) await this.#dues.set(this.id, changed.map((kind) => ({ kind, at: next[kind] ?? null })));
  }

  async #tellLabels(facts: Raw): Promise<void> {
    const wanted = { danger: answer(textOf(facts, DANGER)), child: answer(textOf(facts, CHILD)) };
    const { danger, child } = this.view();
    const isKnown = (wish: boolean | null, has: boolean) => wish === null || wish === has;
    const text = JSON.stringify(wanted);
    const isTakenBack = this.#labels !== '' && this.#labels !== text;
    if (!isTakenBack && isKnown(wanted.danger, danger) && isKnown(wanted.child, child)) {
      if (wanted.danger !== null || wanted.child !== null) this.#labels = text;
      return;
    }
    await this.desk.ask('PUT', `cases/${encodeURIComponent(this.id)}/labels`, wanted);
    this.#labels = text;
  }

  async #takeBack(id: string): Promise<void> {
    if (this.#takenBack.has(id)) return;
    await this.desk.ask('DELETE', `statistics/rows/${id}`);
    this.#takenBack.add(id);
    this.#row = '';
  }
}

function answer(value: string | undefined): boolean | null {
  return value === 'yes' ? true : value === 'no' ? false : null;
}

function time(at: string | undefined): number | undefined {
  return at === undefined ? undefined : Date.parse(at);
}

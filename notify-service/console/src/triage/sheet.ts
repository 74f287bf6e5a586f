import type { Triage } from '../case/open-conversation.ts';
import { Problem } from '../desk/problem.ts';
import { isRefusal } from '../case/sending.ts';
import { isExpired } from '../orders/ordering.ts';
import { Autosave } from './autosave.ts';
import type { Attempt } from './autosave.ts';
import { signedBy } from './facts.ts';
import type { Facts, Field, Value } from './facts.ts';
import { chosen, heldIn, heldOf, isChanged, met, typed } from './merge.ts';
import { heads } from './history.ts';
import type { Held } from './merge.ts';

/** Where a sheet is kept until it is saved, and how it is saved. */
export interface Shelf {
  readonly by: string;
  /** What was kept here, and what other tabs left. */
  kept(): string;
  keep(text: string): void;
  takeOthers(): readonly string[];
  /**
   * Whether the report is before somebody's eyes. Only then may it be fetched: the desk takes what was fetched for read, and calls
   * nobody any more for new words in it.
   */
  isWatched(): boolean;
  /** All triage of the report, as it is stored now; its new words are shown. */
  fetch(): Promise<readonly Triage[]>;
  /** Orders it to be stored, and says under which id. */
  store(facts: Facts): Promise<string>;
  /** Whether this is an order of this person's of which nobody knew whether it arrived; from now on it is known. */
  isArrived(id: string): boolean;
}

/** The triage of one report on screen: what is typed is kept at once, sealed, and saved a moment later. */
export class Sheet {
  savedAt: number | undefined;
  problem: Problem | undefined;
  /** Whose words were taken in without a question. */
  joined: { readonly by: string; readonly at: string } | undefined;
  #held: Held;
  #isStopped = false;
  #triages: readonly Triage[];
  #followed: readonly Triage[] | undefined;
  /** Saved on the way out: nobody would see what a look brings. */
  #isLeaving = false;
  /** What lies in the drafts for this sheet. */
  #kept = '';
  readonly #autosave = new Autosave(() => this.#attempt(), () => this.changed());

  constructor(
    triages: readonly Triage[],
    private readonly shelf: Shelf,
    private readonly changed: () => void,
    private readonly now: () => number = () => Date.now(),
  ) {
    this.#triages = triages;
    this.#held = heldOf(triages);
  }

  get held(): Held {
    return this.#held;
  }

  /** The one that holds now, as far as is known here. */
  get latest(): Triage | undefined {
    return this.#triages.at(-1);
  }

  get isSaving(): boolean {
    return this.#autosave.isRunning;
  }

  get isUnsaved(): boolean {
    return this.#held.apart !== undefined || isChanged(this.#held, this.#triages);
  }

  /** Takes over what was kept before, once it can be read, and what the report has been found to hold. */
  follow(triages: readonly Triage[]): void {
    if (!this.#autosave.isRunning && triages !== this.#followed) {
      this.#followed = triages;
      this.#meet(triages);
      // Opened anew: what was refused for want of a claim may be saved now.
      if (this.isUnsaved) this.#autosave.changed();
    }
    const kept = this.shelf.kept();
    if (kept !== this.#kept && !this.#autosave.isRunning) this.#adopt(kept);
    for (const other of this.shelf.takeOthers()) this.#join(other);
  }

  type(field: Field, value: Value | undefined): void {
    this.#set(typed(this.#held, field, value));
  }

  choose(id: string, whose: 'mine' | 'theirs'): void {
    this.#set(chosen(this.#held, id, whose));
  }

  saveNow(): Promise<void> {
    return this.isUnsaved ? this.#autosave.now() : Promise.resolve();
  }

  /** The page is left or the report given back: saved without looking. What a colleague saved meanwhile is met by whoever opens it next. */
  async saveLeaving(): Promise<void> {
    this.#isLeaving = true;
    await this.saveNow().finally(() => (this.#isLeaving = false));
  }

  /** The keys are gone: what is unsaved stays kept, and is saved when they are open again. */
  stop(): void {
    this.#isStopped = true;
    this.#autosave.stop();
  }

  #set(held: Held): void {
    this.#held = held;
    this.joined = undefined;
    this.#keep();
    if (this.isUnsaved) this.#autosave.changed();
    this.changed();
  }

  #keep(): void {
    if (this.#isStopped) return;
    this.#kept = this.isUnsaved ? JSON.stringify(this.#held) : '';
    this.shelf.keep(this.#kept);
  }

  /** Looks before it saves and after it has: whoever saved at the same moment is met, too. */
  async #attempt(): Promise<Attempt> {
    this.changed();
    try {
      while (true) {
        if (!this.#isLeaving && this.shelf.isWatched()) this.#meet(await this.shelf.fetch());
        if (this.#held.apart !== undefined || !this.isUnsaved) break;
        await this.#store();
      }
      this.problem = undefined;
      return 'done';
    } catch (failure) {
      this.problem = failure instanceof Problem ? failure : new Problem('other', -1);
      return isRefusal(failure) && !isExpired(failure) ? 'refused' : 'again';
    }
  }

  async #store(): Promise<void> {
    const facts = signedBy(this.#held.facts, this.shelf.by, heads(this.#triages).map(({ id }) => id));
    const id = await this.shelf.store(facts);
    this.savedAt = this.now();
    this.#own({ id, at: new Date(this.savedAt).toISOString(), facts: { ...facts } });
  }

  #own(triage: Triage): void {
    if (!this.#triages.some(({ id }) => id === triage.id)) this.#triages = [...this.#triages, triage];
    this.#held = { ...this.#held, seen: [...this.#held.seen, triage.id] };
    this.#keep();
  }

  #meet(found: readonly Triage[]): void {
    this.#triages = inOrder([...found, ...this.#triages.filter((known) => !found.some(({ id }) => id === known.id))]);
    for (const triage of this.#triages) {
      if (this.#held.seen.includes(triage.id)) continue;
      if (this.shelf.isArrived(triage.id)) {
        this.#own(triage);
        continue;
      }
      this.#held = met(this.#held, triage, this.#triages);
      this.joined = { by: String(triage.facts['by'] ?? ''), at: triage.at };
      this.#keep();
    }
  }

  /** What was kept before anything was typed here; else the two are joined. */
  #adopt(text: string): void {
    const kept = heldIn(text);
    if (kept === undefined) return;
    if (this.isUnsaved) return this.#join(text);
    this.#held = kept;
    this.#meet(this.#triages);
    this.#keep();
    this.#autosave.changed();
  }

  /** Words of this person's from another tab: as those of somebody else who began with the same. */
  #join(text: string): void {
    const other = heldIn(text);
    if (other === undefined) return;
    const { seen } = this.#held;
    const facts = { ...other.facts, by: this.shelf.by, on: other.seen };
    this.#held = { ...met(this.#held, { id: '', at: new Date(this.now()).toISOString(), facts }, this.#triages), seen };
    this.#keep();
    this.#autosave.changed();
  }
}

function inOrder(triages: readonly Triage[]): readonly Triage[] {
  return [...triages].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

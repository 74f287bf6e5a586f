import type { Triage } from '../case/open-conversation.ts';
import { Problem } from '../desk/problem.ts';
import { isRefusal } from '../case/sending.ts';
import { isExpired } from '../orders/ordering.ts';
import { Autosave } from './autosave.ts';
import type { Attempt } from './autosave.ts';
import type { DueKind } from '../due/due-api.ts';
import { withRow } from './counted.ts';
import { doneWith } from './due-times.ts';
import { newEntry } from './entries.ts';
import { signedBy } from './facts.ts';
import type { Facts, Raw, Value } from './facts.ts';
import type { Field, List } from './fields.ts';
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
  /**
   * Tells the desk what it has to act on. `isSaved`: this person has just saved, so that what is counted is told, too. False where it is
   * not this person's to say.
   */
  tell(facts: Raw, isSaved: boolean): Promise<boolean>;
}

/** The triage of one report on screen: what is typed is kept at once, sealed, and saved a moment later. */
export class Sheet {
  savedAt: number | undefined;
  problem: Problem | undefined;
  /** Saved, and the desk does not know yet what it has to act on. */
  untold: Problem | undefined;
  /** Whose words were taken in without a question. */
  joined: { readonly by: string; readonly at: string } | undefined;
  #held: Held;
  #isStopped = false;
  #triages: readonly Triage[];
  #followed: readonly Triage[] | undefined;
  /** What the desk was told of last. */
  #told: Raw | undefined;
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
      // Opened anew: what was refused for want of a claim may be saved now. And what nobody told the desk is told.
      if (this.isUnsaved) this.#autosave.changed();
      else if (this.latest?.facts !== this.#told) void this.#tell();
    }
    const kept = this.shelf.kept();
    if (kept !== this.#kept && !this.#autosave.isRunning) this.#adopt(kept);
    for (const other of this.shelf.takeOthers()) this.#join(other);
  }

  type(field: Field, value: Value | undefined): void {
    this.#typeAll([{ field, value }]);
  }

  /** @return the id of the new entry */
  add(list: List): string {
    const entry = newEntry(list, this.now());
    this.#typeAll([entry]);
    return entry.field.entry!;
  }

  /** What was due at that time is done. */
  done(kind: DueKind, at: string): void {
    this.#typeAll(doneWith(this.#held.facts, kind, at));
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

  #typeAll(all: readonly { readonly field: Field; readonly value: Value | undefined }[]): void {
    if (all.length === 0) return;
    const after = all.reduce<Held>((held, { field, value }) => typed(held, field, value), this.#held);
    this.#set({ ...after, facts: withRow(after.facts) });
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
    } catch (failure) {
      this.problem = failure instanceof Problem ? failure : new Problem('other', -1);
      return isRefusal(failure) && !isExpired(failure) ? 'refused' : 'again';
    }
    return this.#tell();
  }

  /** What is stored, not what is typed: the desk acts on nothing that colleagues could not read. */
  async #tell(): Promise<Attempt> {
    const { facts } = this.latest ?? {};
    if (facts === undefined || this.isUnsaved) return 'done';
    try {
      if (await this.shelf.tell(facts, this.savedAt !== undefined)) this.#told = facts;
      this.untold = undefined;
      return 'done';
    } catch (failure) {
      this.untold = failure instanceof Problem ? failure : new Problem('other', -1);
      return isRefusal(failure) ? 'refused' : 'again';
    } finally {
      this.changed();
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

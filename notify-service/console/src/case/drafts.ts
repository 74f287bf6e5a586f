import type { Keyring } from '../keys/keyring.ts';
import { DRAFT_KINDS, Draft } from './draft.ts';
import type { DraftKind } from './draft.ts';
import { KeptDrafts } from './kept-drafts.ts';
import type { Kept } from './kept-drafts.ts';
import type { Sending } from './sending.ts';
import { Tabs } from './tabs.ts';

export type { DraftKind, TextKind } from './draft.ts';

/**
 * What was typed and not yet sent. While the keys are open it is in memory, and sealed to the person's own key with each
 * change; a lock forgets it and leaves what is sealed. So neither a lock, nor a reload, nor a crash loses what was typed, and
 * none of them leaves anything readable.
 */
export class Drafts {
  readonly #drafts = new Map<string, Draft>();
  readonly #others = new Map<string, Draft[]>();
  readonly #saves = new WeakMap<Draft, { again: boolean; done: Promise<void> }>();
  readonly #kept: KeptDrafts;
  #ring: Keyring | undefined;
  #locked: Promise<unknown> = Promise.resolve();
  /** Counts how often everything was forgotten; what is being sealed for an earlier time is not written any more. */
  #era = 0;

  constructor(tabs: Tabs = new Tabs(), storage: Storage | null = browserStorage(), now: () => number = () => Date.now()) {
    this.#kept = new KeptDrafts(tabs, storage, now);
  }

  get(caseId: string, kind: DraftKind): string {
    return this.#drafts.get(keyOf(caseId, kind))?.text ?? '';
  }

  set(caseId: string, kind: DraftKind, text: string): void {
    this.#change(caseId, kind, (draft) => (text === '' && !draft.sending.isUndecided ? draft.empty() : draft.type(text)));
  }

  /** A change made for the person, which they can undo. */
  replace(caseId: string, kind: DraftKind, text: string): void {
    this.#change(caseId, kind, (draft) => draft.replace(text));
  }

  canUndo(caseId: string, kind: DraftKind): 'undo' | 'redo' | undefined {
    return this.#drafts.get(keyOf(caseId, kind))?.canUndo;
  }

  undo(caseId: string, kind: DraftKind): void {
    this.#change(caseId, kind, (draft) => draft.undo());
  }

  /** Remembers that the person has seen these words named. */
  read(caseId: string, kind: DraftKind, words: readonly string[]): void {
    for (const word of words) this.#draft(caseId, kind).read.add(word);
  }

  haveRead(caseId: string, kind: DraftKind, words: readonly string[]): boolean {
    const read = this.#drafts.get(keyOf(caseId, kind))?.read;
    return words.every((word) => read?.has(word) ?? false);
  }

  /** The draft's way out; the same one for as long as its fate is unknown, wherever the person goes meanwhile. */
  sending(caseId: string, kind: DraftKind): Sending {
    return this.#draft(caseId, kind).sending;
  }

  isUndecided(caseId: string, kind: DraftKind): boolean {
    return this.#drafts.get(keyOf(caseId, kind))?.sending.isUndecided ?? false;
  }

  /** The text was sent. What was typed meanwhile stays. */
  sent(caseId: string, kind: DraftKind, text: string): void {
    this.#change(caseId, kind, (draft) => draft.text.trim() === text && draft.empty());
  }

  /** Texts for the same report from before, or from a tab that is gone, beside the one in the field. */
  others(caseId: string, kind: DraftKind): readonly string[] {
    return (this.#others.get(keyOf(caseId, kind)) ?? []).map((draft) => draft.text);
  }

  dropOther(caseId: string, kind: DraftKind, index: number): void {
    const [dropped] = this.#others.get(keyOf(caseId, kind))?.splice(index, 1) ?? [];
    if (dropped !== undefined) this.#kept.drop(dropped.id);
  }

  /** Exchanges the two: the one that was in the field is beside it now. */
  useOther(caseId: string, kind: DraftKind, index: number): void {
    const others = this.#others.get(keyOf(caseId, kind));
    const chosen = others?.[index];
    if (others === undefined || chosen === undefined) return;
    const before = this.#drafts.get(keyOf(caseId, kind));
    this.#drafts.set(keyOf(caseId, kind), chosen);
    others.splice(index, 1, ...(before === undefined || before.isEmpty ? [] : [before]));
  }

  /** True when this browser stores nothing, so that a reload would lose what was typed. */
  get isVolatile(): boolean {
    return this.#kept.isVolatile;
  }

  /** Forgets the texts at once; what remains opens only with these keys. */
  lock(ring: Keyring): void {
    const open = [...this.#drafts.values()];
    this.#ring = undefined;
    this.#drafts.clear();
    this.#others.clear();
    const before = this.#locked;
    this.#locked = Promise.all([before, ...open.map((draft) => this.#save(draft, ring))]);
  }

  /** What cannot be opened with these keys stays sealed. A text typed since wins over one kept; the other is shown beside it. */
  async unlock(ring: Keyring): Promise<void> {
    this.#ring = ring;
    await this.#locked;
    if (this.#ring !== ring) return;
    const kept = await this.#kept.take(ring);
    if (this.#ring !== ring) return;
    for (const typed of this.#drafts.values()) void this.#save(typed, ring);
    for (const one of kept) this.#take(one);
  }

  /** The report does not exist any more, so nothing about it stays here either. */
  discard(caseId: string): void {
    for (const kind of DRAFT_KINDS) {
      const key = keyOf(caseId, kind);
      const draft = this.#drafts.get(key);
      for (const gone of [...(draft === undefined ? [] : [draft]), ...(this.#others.get(key) ?? [])]) {
        gone.discard();
        this.#kept.drop(gone.id);
      }
      this.#drafts.delete(key);
      this.#others.delete(key);
    }
  }

  /** For whoever leaves this browser: nothing stays, not even sealed. */
  forget(): void {
    this.#era += 1;
    this.#kept.dropAll();
    this.#drafts.clear();
    this.#others.clear();
    this.#ring = undefined;
  }

  #take(kept: Kept): void {
    const { caseId, kind, text } = kept.said;
    const key = keyOf(caseId, kind);
    const here = this.#drafts.get(key);
    if (here?.id === kept.id) return;
    const draft = new Draft(caseId, kind, (one) => this.#saveOpen(one), kept);
    if (here === undefined || here.isEmpty) this.#drafts.set(key, draft);
    else if (here.text === text && !draft.sending.isUndecided) this.#kept.drop(kept.id);
    else this.#others.set(key, [...(this.#others.get(key) ?? []), draft]);
  }

  #draft(caseId: string, kind: DraftKind): Draft {
    const key = keyOf(caseId, kind);
    const known = this.#drafts.get(key);
    if (known !== undefined) return known;
    const fresh = new Draft(caseId, kind, (one) => this.#saveOpen(one));
    this.#drafts.set(key, fresh);
    return fresh;
  }

  #change(caseId: string, kind: DraftKind, change: (draft: Draft) => unknown): void {
    const draft = this.#draft(caseId, kind);
    change(draft);
    void this.#saveOpen(draft);
  }

  #saveOpen(draft: Draft): Promise<void> {
    return this.#ring === undefined ? Promise.resolve() : this.#save(draft, this.#ring);
  }

  /** One at a time per draft: what changes while it is being sealed is sealed together, next. Done when all of it is kept. */
  #save(draft: Draft, ring: Keyring): Promise<void> {
    const running = this.#saves.get(draft);
    if (running !== undefined) {
      running.again = true;
      return running.done;
    }
    const save = { again: true, done: Promise.resolve() };
    const era = this.#era;
    this.#saves.set(draft, save);
    save.done = (async () => {
      try {
        while (save.again) {
          save.again = false;
          if (draft.isEmpty) this.#kept.drop(draft.id);
          else await this.#kept.keep(draft.id, draft.said(), ring, () => era === this.#era && !draft.isEmpty);
        }
      } finally {
        this.#saves.delete(draft);
      }
    })();
    return save.done;
  }
}

function keyOf(caseId: string, kind: DraftKind): string {
  return `${caseId} ${kind}`;
}

/** Missing where the browser forbids it, or where there is none. */
function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

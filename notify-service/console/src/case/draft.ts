import { newId } from '../sealing/seal.ts';
import { Sending } from './sending.ts';
import type { Undecided } from './sending.ts';

/** What is written and sent: an answer, a note, what a contact came to. Triage is saved by itself. */
export type TextKind = 'reply' | 'note' | 'wrap';
export type DraftKind = TextKind | 'triage';
export const DRAFT_KINDS: readonly DraftKind[] = ['reply', 'note', 'wrap', 'triage'];

/** What is kept of a draft, sealed: of which report, what was typed, and the order whose fate is not known. */
export interface Said {
  readonly caseId: string;
  readonly kind: DraftKind;
  readonly text: string;
  readonly undecided?: Undecided | undefined;
}

/** Something typed and not yet sent. */
export class Draft {
  readonly id: string;
  text: string;
  readonly sending: Sending;
  /** What stood here before the last change that was not typed (a phrase, the other script), or after it once that was undone. */
  #aside: string | undefined;
  #undone = false;
  /** What in the text tells something to others, and was read before sending. */
  readonly read = new Set<string>();

  constructor(
    readonly caseId: string,
    readonly kind: DraftKind,
    save: (draft: Draft) => Promise<void>,
    kept?: { readonly id: string; readonly said: Said },
  ) {
    this.id = kept?.id ?? newId();
    this.text = kept?.said.text ?? '';
    this.sending = new Sending(() => save(this), kept?.said.undecided);
  }

  type(text: string): void {
    this.text = text;
    this.#undone = false;
  }

  /** A change made for the person; it can be undone, and what was typed since is not lost by that. */
  replace(text: string): void {
    if (text === this.text) return;
    this.#aside = this.text;
    this.#undone = false;
    this.text = text;
  }

  get canUndo(): 'undo' | 'redo' | undefined {
    if (this.#aside === undefined) return undefined;
    return this.#undone ? 'redo' : 'undo';
  }

  undo(): void {
    if (this.#aside === undefined) return;
    [this.text, this.#aside] = [this.#aside, this.text];
    this.#undone = !this.#undone;
  }

  /** It was sent: nothing of it remains. */
  empty(): void {
    this.text = '';
    this.#aside = undefined;
    this.#undone = false;
    this.read.clear();
  }

  /** Whatever is still being sealed of it is not written any more. */
  discard(): void {
    this.empty();
    this.sending.forget();
  }

  get isEmpty(): boolean {
    return this.text === '' && this.sending.undecided === undefined;
  }

  said(): Said {
    return { caseId: this.caseId, kind: this.kind, text: this.text, undecided: this.sending.undecided };
  }
}

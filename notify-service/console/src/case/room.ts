import { Bring } from '../attachment/bring.ts';
import type { Enclosed } from '../attachment/enclosed.ts';
import { Looks } from '../attachment/looks.ts';
import { isNarrow } from '../app/narrow.ts';
import type { Presence } from '../claims/presence.ts';
import { Reaching } from '../contract/reaching.ts';
import type { CaseView, ClosingReason, Conflict, Happening, Me } from '../desk/api.ts';
import type { Desk } from '../desk/desk.ts';
import { Latest } from '../desk/latest.ts';
import { Problem } from '../desk/problem.ts';
import { DueApi } from '../due/due-api.ts';
import { DueRoom } from '../due/due-room.ts';
import type { Keys } from '../keys/keys.ts';
import type { Keyring, TeamKeys } from '../keys/keyring.ts';
import type { Ordering } from '../orders/ordering.ts';
import { Sheet } from '../triage/sheet.ts';
import type { Sheets } from '../triage/sheets.ts';
import { TriageShelf } from '../triage/shelf.ts';
import { Told } from '../triage/told.ts';
import { DRAFT_KINDS } from './draft.ts';
import type { Drafts, DraftKind, TextKind } from './drafts.ts';
import { handOver } from './hand-over.ts';
import type { Conversation, OpenConversation } from './open-conversation.ts';
import type { Write } from './write.ts';

export type Busy = 'opening' | TextKind | 'close' | 'erase';

/** What the rooms of all cases share. */
export interface Desks {
  readonly desk: Desk;
  readonly keys: Keys;
  readonly ordering: Ordering;
  readonly opening: OpenConversation;
  readonly write: Write;
  readonly drafts: Drafts;
  readonly sheets: Sheets;
  readonly presence: Presence;
  readonly me: Me;
}

/** One case on screen: what is known of it, what was opened, what is being done. Forgotten when the page is left. */
export class Room {
  conversation: Conversation | undefined;
  /** Of what came with messages: what somebody looks at. */
  readonly looks: Looks;
  timeline: readonly Happening[] = [];
  busy: Busy | undefined;
  failure: { readonly at: 'case' | DraftKind; readonly problem: Problem } | undefined;
  /** When the answer that was sent last goes out, if it waits. */
  goesAt: string | undefined;
  gone = false;
  /** As of when it was entered: turning a phone, or a wider window, moves nothing under somebody's hands. */
  readonly isNarrow = isNarrow();
  readonly dues: DueRoom;
  /** The form that wraps a contact up is open; and: it was wrapped up, and nothing was answered since. */
  isWrapping = false;
  isWrapped = false;
  /** Whose conflict of interest hides this case from them; a coordinator may lift it. */
  conflicts: readonly Conflict[] = [];
  /** The reporter's last words that the conversation on screen holds. */
  #readUntil: string | undefined;
  readonly #latest = new Latest();
  #left = false;
  #reaching: Reaching | undefined;
  #shown: CaseView | undefined;

  constructor(
    readonly id: string,
    private readonly desks: Desks,
    private readonly changed: () => void,
  ) {
    this.looks = new Looks(id, new Bring(desks.ordering), changed);
    this.dues = new DueRoom(new DueApi(desks.desk), id, changed);
  }

  get reaching(): Reaching {
    return (this.#reaching ??= new Reaching(this.id, this.desks, this.changed));
  }

  keys(view: CaseView): TeamKeys | undefined {
    return this.desks.keys.ring?.forCase(view.teams);
  }

  /** The keys that are open here do not open it, or not all of it. */
  isUnreadable(view: CaseView): boolean {
    return this.keys(view) === undefined || (this.conversation?.lines.some((line) => 'unopened' in line) ?? false);
  }

  /** The report was destroyed: there is nothing any more that a key could open. */
  get isErased(): boolean {
    return this.timeline.some(({ what }) => what === 'report-shredded');
  }

  hasNews(view: CaseView): boolean {
    return this.conversation !== undefined && this.#readUntil !== undefined && Date.parse(view.lastWroteAt) > Date.parse(this.#readUntil);
  }

  isUndecided(kind: DraftKind): boolean {
    return this.desks.drafts.isUndecided(this.id, kind);
  }

  draft(kind: DraftKind): string {
    return this.desks.drafts.get(this.id, kind);
  }

  type(kind: DraftKind, text: string): void {
    this.desks.drafts.set(this.id, kind, text);
    this.desks.presence.typed();
    this.changed();
  }

  /** Loads what the desk knows; undefined when the case is not there for this person. */
  async load(): Promise<CaseView | undefined> {
    const counts = this.#latest.ask();
    try {
      const { timeline, ...view } = await this.desks.desk.one(this.id);
      if (!counts()) return view;
      [this.timeline, this.gone] = [timeline, false];
      void this.dues.load();
      if (this.isErased) this.#discard();
      if (this.desks.me.roles.includes('coordinator')) this.conflicts = (await this.desks.desk.conflicts()).filter(({ id }) => id === this.id);
      return view;
    } catch (failure) {
      this.gone = failure instanceof Problem && failure.status === 404;
      // What became of an answer is more than that the page could not be loaded anew.
      if (!this.gone && this.failure === undefined) this.#fail('case', failure);
      return undefined;
    } finally {
      this.changed();
    }
  }

  async open(view: CaseView): Promise<void> {
    const ring = this.desks.keys.ring;
    const keys = this.keys(view);
    if (ring === undefined || keys === undefined || this.busy !== undefined) return;
    await this.#doing('opening', 'case', async () => void (await this.#show(view, ring, keys)));
  }

  look(view: CaseView, one: Enclosed): void {
    const keys = this.keys(view);
    if (keys !== undefined) void this.looks.open(one, keys);
  }

  async #show(view: CaseView, ring: Keyring, keys: TeamKeys): Promise<Conversation> {
    const conversation = await this.desks.opening.open(this.id, ring, keys);
    if (this.#left || this.desks.keys.ring !== ring) return conversation;
    this.conversation = conversation;
    this.#readUntil = view.lastWroteAt;
    return conversation;
  }

  async #items(view: CaseView, keys: TeamKeys): Promise<readonly string[]> {
    const ring = this.desks.keys.ring;
    if (ring === undefined) throw new Problem('other', -1);
    return (await this.#show(view, ring, keys)).lines.map((line) => line.id);
  }

  /** True once it was handed over; `words` makes of a draft what is sealed. What was typed stays until then. */
  async send(kind: TextKind, view: CaseView, words: (draft: string) => string = (draft) => draft): Promise<boolean> {
    const text = this.draft(kind).trim();
    const keys = this.keys(view);
    const to = this.conversation;
    if (text === '' || keys === undefined || to?.recipients === undefined || this.busy !== undefined) return false;
    const done = await this.#doing(kind, kind, async () => {
      await handOver({
        text,
        sending: this.desks.drafts.sending(this.id, kind),
        make: () => this.desks.write[kind === 'reply' ? 'reply' : 'note'](this.id, keys, to, words(text), kind === 'reply' ? this.reaching.time.notBefore(Date.now()) : undefined),
        carry: async (order) => void (this.goesAt = (await this.desks.ordering.send<{ goesAt?: string }>(order)).goesAt),
        items: () => this.#items(view, keys),
      });
      this.desks.drafts.sent(this.id, kind, text);
      if (kind === 'reply') this.reaching.time.reset();
    });
    if (done || this.failure?.problem.slug === 'grants-missing') await this.#reopen(view);
    return done;
  }

  /** True once it is done; what went wrong is said beside the draft. */
  attempt(kind: TextKind, work: () => Promise<void>): Promise<boolean> {
    return this.busy === undefined ? this.#doing(kind, kind, work) : Promise.resolve(false);
  }

  get drafts(): Drafts {
    return this.desks.drafts;
  }

  /** Draws again after something of a draft, or what stands open around it, has changed. */
  touch(): void {
    this.changed();
  }

  /** The same where colleagues see that somebody is writing. */
  typed(): void {
    this.desks.presence.typed();
    this.changed();
  }

  close(view: CaseView, reason: ClosingReason): Promise<boolean> {
    return this.#order(view, 'close', {}, reason);
  }

  async eraseContact(view: CaseView): Promise<boolean> {
    const done = await this.#order(view, 'erase', { what: 'contact' });
    if (done && this.conversation) this.conversation = { ...this.conversation, contact: undefined };
    return done;
  }

  forget(): void {
    this.desks.sheets.drop(this.id);
    this.#close();
  }

  /** It is not for this person any more: nothing of it stays, what was typed neither. */
  vanish(): void {
    [this.gone, this.timeline] = [true, []];
    for (const kind of DRAFT_KINDS) this.desks.drafts.set(this.id, kind, '');
    this.forget();
    this.changed();
  }

  leave(): void {
    this.#left = true;
    this.desks.sheets.leave(this.id);
    this.#close();
  }

  /** What is known of the report, once it is open. */
  triage(view: CaseView): Sheet | undefined {
    this.#shown = view;
    const { ring } = this.desks.keys;
    const keys = this.keys(view);
    const read = this.conversation;
    if (read === undefined || ring === undefined || keys === undefined) return undefined;
    const now = () => this.#shown ?? view;
    const page = {
      isOpen: () => this.desks.keys.ring === ring,
      isWatched: () => !this.#left && document.visibilityState === 'visible',
      isHeld: () => now().claimedBy === this.desks.me.handle || now().state === 'closed',
      show: () => this.#show(now(), ring, keys),
    };
    const shelf = () => new TriageShelf(this.id, this.desks, keys, page, read, new Told(this.id, this.desks.desk, now));
    const sheet = this.desks.sheets.of(this.id, this, () => new Sheet(read.triages, shelf(), this.changed));
    sheet.follow(read.triages);
    return sheet;
  }

  /** For whoever gives the report away, or does not look at it any more. */
  async saveTriage(): Promise<void> {
    await this.desks.sheets.save(this.id);
  }

  #close(): void {
    this.looks.forget();
    this.conversation = undefined;
    this.#reaching = undefined;
    this.#readUntil = undefined;
  }

  #discard(): void {
    this.looks.forget();
    this.desks.sheets.drop(this.id);
    this.desks.drafts.discard(this.id);
  }

  async #order(view: CaseView, act: 'close' | 'erase', body: object, closingFor?: ClosingReason): Promise<boolean> {
    const keys = this.keys(view);
    if (keys === undefined || this.busy !== undefined) return false;
    return this.#doing(act, 'case', async () => void (await this.desks.ordering.ask(keys, this.id, act, body, closingFor)));
  }

  /** After something was written: shows it as it was stored. A failure here must not look like one of the sending. */
  async #reopen(view: CaseView): Promise<void> {
    const before = this.failure;
    await this.open(view);
    this.failure = before ?? this.failure;
    this.changed();
  }

  async #doing(busy: Busy, at: 'case' | DraftKind, work: () => Promise<void>): Promise<boolean> {
    this.busy = busy;
    this.failure = undefined;
    this.changed();
    try {
      await work();
      return true;
    } catch (failure) {
      this.#fail(at, failure);
      return false;
    } finally {
      this.busy = undefined;
      this.changed();
    }
  }

  #fail(at: 'case' | DraftKind, failure: unknown): void {
    this.failure = { at, problem: failure instanceof Problem ? failure : new Problem('other', -1) };
  }
}

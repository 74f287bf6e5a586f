import { nothing } from 'lit-html';
import { focusIfLost } from '../app/focus.ts';
import type { Late } from '../app/late.ts';
import type { Question } from '../app/question.ts';
import type { Presence } from '../claims/presence.ts';
import type { CaseView } from '../desk/api.ts';
import type { Desk } from '../desk/desk.ts';
import type { Handover } from '../handover/handover.ts';
import { t } from '../language/messages.ts';
import type { Interpreting } from '../interpreting/interpreting.ts';
import type { Queue } from '../queue/queue.ts';
import type { Steps } from '../claims/steps.ts';
import { isOfWhoIsThere } from './news.ts';
import type { Room } from './room.ts';
import type { Workplace } from './workplace.ts';

type Pages = typeof import('../app/pages.ts');

/** What the report at hand needs of the page around it. */
export interface Around {
  /** Does it and says what went wrong. */
  attempt(work: () => Promise<void>, about?: string): Promise<void>;
  /** Said once, quietly. */
  say(notice: string): void;
  /** Said at once, whatever page is open. */
  alarm(text: string): void;
  ask(question: Question): void;
  answer(yes: boolean): void;
  changed(): void;
}

/** The report on screen, and what is done with it or with one of the list. */
export class AtHand {
  room: Room | undefined;
  /** The report whose page is on screen; its room is there once the workplace is. */
  #wanted: string | undefined;
  /** Reports that this person gives back by an act of their own. */
  readonly #lettingGo = new Set<string>();

  constructor(
    private readonly desk: Desk,
    private readonly presence: Presence,
    private readonly workplace: Late<Pages, Workplace>,
    private readonly queue: Queue,
    private readonly steps: Steps,
    private readonly interpreting: Interpreting,
    private readonly around: Around,
  ) {}

  /** As it was last told. */
  current(): CaseView | undefined {
    return this.room === undefined ? undefined : this.queue.one(this.room.id);
  }

  enter(id: string): void {
    this.#wanted = id;
    const here = this.workplace.here;
    if (here !== undefined) void this.#enter(here.room(id));
  }

  /** For whoever draws the page; undefined where no report is on screen. */
  roomIn(part: Pages): Room | undefined {
    const workplace = this.workplace.of(part);
    if (this.#wanted !== undefined && this.room === undefined) void this.#enter(workplace.room(this.#wanted));
    return this.room;
  }

  leave(): void {
    this.#wanted = undefined;
    this.room?.leave();
    this.presence.leave();
    this.room = undefined;
    this.workplace.here?.leave();
    this.interpreting.leave();
  }

  /** It is not there for this person any more. */
  gone(id: string): void {
    this.queue.drop(id);
    if (this.room?.id === id) {
      this.presence.leave();
      this.room.vanish();
    }
    this.around.changed();
  }

  /** The desk told of a change. */
  follow(view: CaseView, before: CaseView | undefined): void {
    this.#onLoss(before, view);
    if (this.room?.id !== view.id) return;
    if (!this.queue.isMine(view)) this.room.forget();
    void (isOfWhoIsThere(before, view) ? this.#lookAround(view.id) : this.#hear(view.id));
  }

  /** Shows the report on screen as the desk has it now. */
  async refresh(id: string): Promise<void> {
    if (this.room?.id !== id) return;
    const mark = this.queue.mark();
    const view = await this.room.load();
    if (view !== undefined) this.queue.put(view, mark);
    if (this.room?.isErased === true) this.around.say('');
    if (view !== undefined && this.room?.id === id) void this.workplace.here?.referrals.load(id);
    if (view !== undefined && this.room?.id === id) void this.interpreting.load(id);
    this.around.changed();
  }

  /** The same, and says what was done. */
  async reload(notice: string): Promise<void> {
    this.around.say(notice);
    if (this.room !== undefined) await this.refresh(this.room.id);
    this.around.changed();
  }

  /** The same, after its readers have changed: what is written next is sealed to whom it is for now. */
  async reloadReaders(notice: string): Promise<void> {
    await this.reload(notice);
    if (this.room?.conversation !== undefined) await this.open();
  }

  /** For the report's page, which is drawn once the workplace is here. */
  handover(id: string): Handover {
    return this.workplace.here!.handover(id);
  }

  async open(): Promise<void> {
    const view = this.current();
    if (view !== undefined) await this.room?.open(view);
    if (view !== undefined) await this.refresh(view.id);
  }

  /** Coming here with the claim and the key is the wish to read. */
  async openIfMine(): Promise<void> {
    const view = this.current();
    if (view === undefined || this.room === undefined || this.room.conversation !== undefined) return;
    if (this.queue.isMine(view)) await this.open();
  }

  async claim(view: CaseView): Promise<void> {
    await this.around.attempt(async () => {
      this.queue.put(await this.desk.claim(view.id));
      this.around.say(t('case.claimed', { id: view.shortId }));
    }, view.id);
    await this.openIfMine();
  }

  async release(view: CaseView): Promise<void> {
    await this.#letGo(view.id, async () => {
      await this.room?.saveTriage();
      await this.desk.release(view.id);
      this.room?.forget();
      this.around.say(t('case.released', { id: view.shortId }));
    });
  }

  /** Passes the report on screen to whoever is next. */
  async cannotOpen(): Promise<void> {
    const view = this.current();
    if (view === undefined) return;
    await this.#letGo(view.id, async () => {
      await this.desk.ask('POST', `cases/${encodeURIComponent(view.id)}/cannot-open`);
      this.around.say(t('keys.passedOn', { id: view.shortId }));
    });
  }

  /** A step of somebody who was asked first; says what it did. */
  async step(work: () => Promise<string>, about: CaseView): Promise<void> {
    await this.#letGo(about.id, async () => this.around.say(await work()));
    await this.openIfMine();
  }

  async send(kind: 'reply' | 'note'): Promise<void> {
    const view = this.current();
    if (this.room === undefined || view === undefined) return;
    this.around.say('');
    const isSent = await this.room.send(kind, view);
    if (isSent) this.around.say(kind === 'note' ? t('note.saved') : this.workplace.here!.replySaid(this.room?.goesAt));
    if (isSent && kind === 'reply' && this.room !== undefined) Object.assign(this.room, { isWrapping: true, isWrapped: false });
    await this.refresh(view.id);
    // What was pressed can be pressed no more, so that it lost the focus; what comes next is just below it.
    if (isSent) focusIfLost(kind === 'reply' ? '#wrap > summary' : '#note-text');
  }

  askToClose(view: CaseView): void {
    this.steps.close(view, async (reason) => {
      await this.room?.saveTriage();
      if (await this.room?.close(view, reason)) this.around.say(t('case.closed', { id: view.shortId }));
      await this.refresh(view.id);
    }, () => (this.room?.conversation === undefined ? nothing : this.workplace.here!.wrapFirst(this.room, () => this.around.answer(false))));
  }

  askToErase(view: CaseView): void {
    const act = async () => {
      if (await this.room?.eraseContact(view)) this.around.say(t('case.erased'));
      await this.refresh(view.id);
    };
    this.around.ask({ title: t('case.eraseAsk', { id: view.shortId }), text: t('case.eraseText'), yes: t('case.erase'), act });
  }

  async #enter(room: Room): Promise<void> {
    this.room = room;
    const { id } = room;
    await this.refresh(id);
    if (this.room?.id === id && !this.room.gone) this.presence.enter(id);
    await this.openIfMine();
  }

  /** What follows is this person's own doing, and no loss that they have to be told of. */
  async #letGo(id: string, work: () => Promise<void>): Promise<void> {
    this.#lettingGo.add(id);
    await this.around.attempt(async () => {
      await work();
      await this.refresh(id);
    }, id);
    this.#lettingGo.delete(id);
  }

  /** Not all that happens changes what the queue shows, and what is said of links is shown apart. */
  async #hear(id: string): Promise<void> {
    await Promise.all([this.refresh(id), this.workplace.here?.links.hasNews(id)]);
  }

  /** Whoever comes or goes may have come in one with something else. */
  async #lookAround(id: string): Promise<void> {
    const news = await Promise.all([this.workplace.here?.referrals.load(id), this.interpreting.load(id), this.workplace.here?.links.hasNews(id)]);
    if (news.includes(true)) await this.refresh(id);
  }

  /** A claim that somebody else ended is said aloud, whatever page is open. */
  #onLoss(before: CaseView | undefined, view: CaseView): void {
    if (before === undefined || !this.queue.isMine(before) || this.queue.isMine(view) || this.#lettingGo.has(view.id)) return;
    if (view.state === 'claimed') this.around.alarm(t('claims.takenFromYou', { id: view.shortId, who: view.claimedBy ?? '' }));
    if (view.state === 'waiting') this.around.alarm(t('claims.noMoreYours', { id: view.shortId }));
  }
}


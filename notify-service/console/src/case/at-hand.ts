import { nothing } from 'lit-html';
import { focusIfLost } from '../app/focus.ts';
import type { Question } from '../app/question.ts';
import { replySaid } from '../contract/waiting-list.ts';
import type { CaseView } from '../desk/api.ts';
import { Handover } from '../handover/handover.ts';
import type { Hands } from '../handover/handover.ts';
import { t } from '../language/messages.ts';
import type { Interpreting } from '../interpreting/interpreting.ts';
import type { LinkRoom } from '../links/link-room.ts';
import type { Queue } from '../queue/queue.ts';
import type { ReferralRoom } from '../referral/referral-room.ts';
import type { Steps } from '../claims/steps.ts';
import { wrapFirst } from '../wrap/wrapping.ts';
import { isOfWhoIsThere } from './news.ts';
import { Room } from './room.ts';
import type { Desks } from './room.ts';

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
  #handover: Handover | undefined;
  /** Reports that this person gives back by an act of their own. */
  readonly #lettingGo = new Set<string>();

  constructor(
    private readonly desks: Desks,
    private readonly hands: Hands,
    private readonly queue: Queue,
    private readonly steps: Steps,
    private readonly referrals: ReferralRoom,
    private readonly interpreting: Interpreting,
    private readonly links: LinkRoom,
    private readonly around: Around,
  ) {}

  /** As it was last told. */
  current(): CaseView | undefined {
    return this.room === undefined ? undefined : this.queue.one(this.room.id);
  }

  async enter(id: string): Promise<void> {
    this.room = new Room(id, this.desks, this.around.changed);
    await this.refresh(id);
    if (this.room?.id === id && !this.room.gone) this.desks.presence.enter(id);
    await this.openIfMine();
  }

  leave(): void {
    this.room?.leave();
    this.desks.presence.leave();
    this.room = undefined;
    this.referrals.leave();
    this.interpreting.leave();
    this.links.leave();
  }

  /** It is not there for this person any more. */
  gone(id: string): void {
    this.queue.drop(id);
    if (this.room?.id === id) {
      this.desks.presence.leave();
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
    if (view !== undefined && this.room?.id === id) void this.referrals.load(id);
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

  handover(id: string): Handover {
    if (this.#handover?.id !== id) this.#handover = new Handover(id, this.hands, this.around.changed);
    return this.#handover;
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
      this.queue.put(await this.desks.desk.claim(view.id));
      this.around.say(t('case.claimed', { id: view.shortId }));
    }, view.id);
    await this.openIfMine();
  }

  async release(view: CaseView): Promise<void> {
    await this.#letGo(view.id, async () => {
      await this.room?.saveTriage();
      await this.desks.desk.release(view.id);
      this.room?.forget();
      this.around.say(t('case.released', { id: view.shortId }));
    });
  }

  /** Passes the report on screen to whoever is next. */
  async cannotOpen(): Promise<void> {
    const view = this.current();
    if (view === undefined) return;
    await this.#letGo(view.id, async () => {
      await this.desks.desk.ask('POST', `cases/${encodeURIComponent(view.id)}/cannot-open`);
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
    if (isSent) this.around.say(kind === 'note' ? t('note.saved') : replySaid(this.room?.goesAt));
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
    }, () => (this.room?.conversation === undefined ? nothing : wrapFirst(this.room, () => this.around.answer(false))));
  }

  askToErase(view: CaseView): void {
    const act = async () => {
      if (await this.room?.eraseContact(view)) this.around.say(t('case.erased'));
      await this.refresh(view.id);
    };
    this.around.ask({ title: t('case.eraseAsk', { id: view.shortId }), text: t('case.eraseText'), yes: t('case.erase'), act });
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
    await Promise.all([this.refresh(id), this.links.hasNews(id)]);
  }

  /** Whoever comes or goes may have come in one with something else. */
  async #lookAround(id: string): Promise<void> {
    const news = await Promise.all([this.referrals.load(id), this.interpreting.load(id), this.links.hasNews(id)]);
    if (news.includes(true)) await this.refresh(id);
  }

  /** A claim that somebody else ended is said aloud, whatever page is open. */
  #onLoss(before: CaseView | undefined, view: CaseView): void {
    if (before === undefined || !this.queue.isMine(before) || this.queue.isMine(view) || this.#lettingGo.has(view.id)) return;
    if (view.state === 'claimed') this.around.alarm(t('claims.takenFromYou', { id: view.shortId, who: view.claimedBy ?? '' }));
    if (view.state === 'waiting') this.around.alarm(t('claims.noMoreYours', { id: view.shortId }));
  }
}


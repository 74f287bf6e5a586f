import { Drafts } from '../case/drafts.ts';
import { OpenConversation } from '../case/open-conversation.ts';
import { Room } from '../case/room.ts';
import type { Desks } from '../case/room.ts';
import { Write } from '../case/write.ts';
import type { CaseView, Me } from '../desk/api.ts';
import { Desk } from '../desk/desk.ts';
import { KeyApi } from '../desk/key-api.ts';
import { ReferralApi } from '../desk/referral-api.ts';
import type { Tab } from '../desk/desk.ts';
import { Problem } from '../desk/problem.ts';
import { Admit } from '../keys/admit.ts';
import { browserStore } from '../keys/device-store.ts';
import { Idle } from '../keys/idle.ts';
import { KeyRoom } from '../keys/key-room.ts';
import { Keys } from '../keys/keys.ts';
import type { OpenOutcome } from '../keys/keys.ts';
import { lineMemory } from '../keys/line-memory.ts';
import { MyKey } from '../keys/my-key.ts';
import { t, tOr } from '../language/messages.ts';
import { SessionEnded } from '../login/session.ts';
import type { Session } from '../login/session.ts';
import { IntakeClock } from '../orders/intake-clock.ts';
import { Ordering } from '../orders/ordering.ts';
import { Live } from '../queue/live.ts';
import { Queue } from '../queue/queue.ts';
import { ReferralRoom } from '../referral/referral-room.ts';
import { ServiceRoom } from '../referral/service-room.ts';
import { routeOf } from './route.ts';
import type { Route } from './route.ts';

/** A question that must be answered before something that cannot be undone. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly act: () => Promise<void>;
}

const NOTICE_MS = 12_000;
/** How often somebody who waits to be let in is looked for. */
const LOOK_AGAIN_S = 5;

/** What one signed-in person sees and does. Holds the state of the page; the views only draw it. */
export class App {
  readonly keys = new Keys();
  readonly queue: Queue;
  route: Route = routeOf(location.hash);
  room: Room | undefined;
  connected = false;
  ended = false;
  /** What went wrong, said aloud. */
  alarm = '';
  keyOutcome: OpenOutcome | undefined;
  question: Question | undefined;
  readonly keyRoom: KeyRoom;
  readonly services: ServiceRoom;
  readonly referrals: ReferralRoom;

  readonly #desk: Desk;
  readonly #desks: Desks;
  readonly #live: Live;
  readonly #idle = new Idle(() => Date.now());
  #ticks = 0;
  #notice = { text: '', at: 0 };

  constructor(
    readonly me: Me,
    private readonly session: Session,
    private readonly changed: () => void,
  ) {
    this.#desk = new Desk(session);
    this.queue = new Queue(me);
    const clock = new IntakeClock(() => Date.now());
    const ordering = new Ordering(this.#desk, clock);
    this.#desks = {
      desk: this.#desk,
      keys: this.keys,
      ordering,
      opening: new OpenConversation(ordering),
      write: new Write(ordering, clock),
      drafts: new Drafts(),
    };
    this.#live = new Live(
      (id, signal) => this.#desk.stream(id, signal),
      {
        onCase: (view) => this.#onCase(view),
        onReset: () => this.#reload(),
        onConnected: (connected) => this.#set(() => (this.connected = connected)),
        onEnded: () => this.#set(() => (this.ended = true)),
      },
      (failure) => failure instanceof SessionEnded || (failure instanceof Problem && failure.status === 401),
    );
    const referralApi = new ReferralApi(this.#desk);
    this.services = new ServiceRoom(referralApi, changed);
    this.referrals = new ReferralRoom(referralApi, changed);
    const api = new KeyApi(this.#desk);
    const mine = new MyKey(me, api, this.keys, browserStore, lineMemory);
    this.keyRoom = new KeyRoom(mine, this.keys, new Admit(api, mine, me), api, changed, () => void this.#keyOpened());
    this.keys.onChange((ring, before) => {
      if (ring !== undefined) void this.#desks.drafts.unlock(ring).then(changed);
      else if (before !== undefined) this.#desks.drafts.lock(before);
      if (ring === undefined) this.room?.forget();
    });
  }

  /** Said once, quietly, and gone after a while. */
  get notice(): string {
    return Date.now() - this.#notice.at < NOTICE_MS ? this.#notice.text : '';
  }

  set notice(text: string) {
    this.#notice = { text, at: Date.now() };
  }

  start(): void {
    this.#idle.watch(document);
    addEventListener('hashchange', () => this.go());
    addEventListener('pagehide', () => this.keys.lock());
    setInterval(() => this.#tick(), 1000);
    this.go();
    void this.keyRoom.load();
    void this.#live.run();
  }

  /** Follows the address. */
  go(): void {
    this.route = routeOf(location.hash);
    this.alarm = '';
    this.notice = '';
    this.question = undefined;
    this.room?.leave();
    this.room = undefined;
    this.referrals.leave();
    if (this.route.page === 'case') void this.#enter(this.route.id);
    else if (this.route.page === 'keys') void this.keyRoom.enter(this.me.teams.map((team) => team.id));
    else if (this.route.page === 'services') void this.services.load();
    else void this.#load(this.route.tab);
    this.changed();
  }

  /** The case on screen as it was last told. */
  current(): CaseView | undefined {
    return this.room === undefined ? undefined : this.queue.one(this.room.id);
  }

  async openKey(file: File): Promise<void> {
    const outcome = await this.keys.open(await file.text(), this.me.handle);
    this.keyOutcome = outcome === 'opened' ? undefined : outcome;
    if (outcome === 'opened') await this.#keyOpened();
    this.changed();
  }

  lock(): void {
    this.keys.lock();
    this.#set(() => (this.notice = t('keys.locked')));
  }

  signOut(): void {
    this.#live.close();
    this.keys.lock();
    this.#desks.drafts.forget();
    this.queue.forget();
    location.assign(this.session.end() ?? location.pathname);
  }

  async claim(view: CaseView): Promise<void> {
    await this.#attempt(async () => {
      this.queue.put(await this.#desk.claim(view.id));
      this.notice = t('case.claimed', { id: view.shortId });
    }, view.id);
    await this.#openIfMine();
  }

  async release(view: CaseView): Promise<void> {
    await this.#attempt(async () => {
      await this.#desk.release(view.id);
      this.room?.forget();
      this.notice = t('case.released', { id: view.shortId });
      await this.#refresh(view.id);
    }, view.id);
  }

  async send(kind: 'reply' | 'note'): Promise<void> {
    const view = this.current();
    if (this.room === undefined || view === undefined) return;
    this.notice = '';
    if (await this.room.send(kind, view)) this.notice = t(kind === 'reply' ? 'reply.sent' : 'note.saved');
    await this.#refresh(view.id);
  }

  askToClose(view: CaseView): void {
    this.#ask(view, 'case.closeAsk', 'case.closeText', 'case.close', async () => {
      if (await this.room?.close(view)) this.notice = t('case.closed', { id: view.shortId });
      await this.#refresh(view.id);
    });
  }

  askToErase(view: CaseView): void {
    this.#ask(view, 'case.eraseAsk', 'case.eraseText', 'case.erase', async () => {
      if (await this.room?.eraseContact(view)) this.notice = t('case.erased');
      await this.#refresh(view.id);
    });
  }

  async openNow(): Promise<void> {
    const view = this.current();
    if (view !== undefined) await this.room?.open(view);
    if (view !== undefined) await this.#refresh(view.id);
  }

  answer(yes: boolean): void {
    const question = this.question;
    this.question = undefined;
    this.changed();
    if (yes) void question?.act();
  }

  async #keyOpened(): Promise<void> {
    this.#idle.restart();
    this.notice = t('keys.opened');
    this.changed();
    if (this.route.page === 'keys') await this.keyRoom.enter(this.me.teams.map((team) => team.id));
    await this.#openIfMine();
  }

  #ask(view: CaseView, title: 'case.closeAsk' | 'case.eraseAsk', text: 'case.closeText' | 'case.eraseText',
    yes: 'case.close' | 'case.erase', act: () => Promise<void>): void {
    this.#set(() => (this.question = { title: t(title, { id: view.shortId }), text: t(text), yes: t(yes), act }));
  }

  async #enter(id: string): Promise<void> {
    this.room = new Room(id, this.#desks, this.changed);
    await this.#refresh(id);
    await this.#openIfMine();
  }

  /** Coming here with the claim and the key is the wish to read. */
  async #openIfMine(): Promise<void> {
    const view = this.current();
    if (view === undefined || this.room === undefined || this.room.conversation !== undefined) return;
    if (this.queue.isMine(view)) await this.openNow();
  }

  async #refresh(id: string): Promise<void> {
    if (this.room?.id !== id) return;
    const view = await this.room.load();
    if (view !== undefined) this.queue.put(view);
    if (view !== undefined && this.room?.id === id) void this.referrals.load(id);
    this.changed();
  }

  async #load(tab: Tab): Promise<void> {
    const mark = this.queue.mark();
    await this.#attempt(async () => this.queue.load(tab, await this.#desk.cases(tab), mark));
  }

  async #reload(): Promise<void> {
    const tabs = (['open', 'mine', 'closed'] as const).filter((tab) => this.queue.isLoaded(tab));
    await Promise.all([...tabs.map((tab) => this.#load(tab)), this.room && this.#refresh(this.room.id)]);
  }

  #onCase(view: CaseView): void {
    const isNew = this.queue.put(view);
    if (isNew && view.state === 'waiting') this.notice = t('queue.new', { id: view.shortId });
    if (this.room?.id === view.id && !this.queue.isMine(view)) this.room.forget();
    if (this.room?.id === view.id) void this.#refresh(view.id);
    this.changed();
  }

  #tick(): void {
    if (this.keys.ring !== undefined && this.#idle.isOver()) {
      this.keys.lock();
      this.notice = t('keys.lockedIdle');
    }
    if (++this.#ticks % 10 === 0) void this.#keepSession();
    if (this.#ticks % LOOK_AGAIN_S === 0 && this.keyRoom.mine.stage === 'waiting') void this.keyRoom.lookAgain();
    if (document.visibilityState === 'visible') this.changed();
  }

  /** Refreshes the token before it runs out; a lost connection is tried again at the next turn. */
  async #keepSession(): Promise<void> {
    await this.session.accessToken().catch((failure: unknown) => {
      if (failure instanceof SessionEnded) this.#set(() => (this.ended = true));
    });
  }

  async #attempt(work: () => Promise<void>, about?: string): Promise<void> {
    this.alarm = '';
    try {
      await work();
    } catch (failure) {
      if (failure instanceof SessionEnded) this.ended = true;
      this.alarm = tOr(`problem.${failure instanceof Problem ? failure.slug : 'other'}`, 'problem.other');
      if (about !== undefined) await this.#onRefusal(about);
    }
    this.changed();
  }

  /** Whoever was refused sees the case as it is now. */
  async #onRefusal(id: string): Promise<void> {
    const view = await this.#desk.one(id).catch(() => undefined);
    if (view !== undefined) this.queue.put(view);
  }

  #set(change: () => void): void {
    change();
    this.changed();
  }
}

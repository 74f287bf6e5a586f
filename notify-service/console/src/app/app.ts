import { PushSwitch } from '../alerting/push-switch.ts';
import { Tone } from '../alerting/tone.ts';
import { Drafts } from '../case/drafts.ts';
import { OpenConversation } from '../case/open-conversation.ts';
import { Room } from '../case/room.ts';
import type { Desks } from '../case/room.ts';
import { Write } from '../case/write.ts';
import { Presence } from '../claims/presence.ts';
import { Steps } from '../claims/steps.ts';
import type { CaseView, Me } from '../desk/api.ts';
import { hideWhenAway } from '../cover/away.ts';
import { onEscapeTwice } from '../cover/twice.ts';
import { endingSoon } from '../claims/lease-warning.ts';
import { Desk } from '../desk/desk.ts';
import { KeyApi } from '../desk/key-api.ts';
import { ReferralApi } from '../desk/referral-api.ts';
import { Problem } from '../desk/problem.ts';
import { Handover } from '../handover/handover.ts';
import type { Hands } from '../handover/handover.ts';
import { HandoverDesk } from '../handover/handover-desk.ts';
import { LetIn } from '../handover/let-in.ts';
import { Admit } from '../keys/admit.ts';
import { browserStore } from '../keys/device-store.ts';
import { Idle } from '../keys/idle.ts';
import { KeyRoom } from '../keys/key-room.ts';
import { Keys } from '../keys/keys.ts';
import type { OpenOutcome } from '../keys/keys.ts';
import { lineMemory } from '../keys/line-memory.ts';
import { MyKey } from '../keys/my-key.ts';
import { t, tOr } from '../language/messages.ts';
import { LineRoom } from '../line/line-room.ts';
import { SessionEnded } from '../login/session.ts';
import type { Session } from '../login/session.ts';
import { Notices } from '../notices/notices.ts';
import { keepShell } from '../install/worker.ts';
import { replySaid } from '../contract/waiting-list.ts';
import { hasNewVersion } from '../install/version.ts';
import { IntakeClock } from '../orders/intake-clock.ts';
import { Ordering } from '../orders/ordering.ts';
import { Feed } from '../queue/feed.ts';
import { howMuch } from '../queue/filter-bar.ts';
import { NO_FILTER } from '../queue/filter.ts';
import { Pane } from '../queue/pane.ts';
import { Queue } from '../queue/queue.ts';
import { ReferralRoom } from '../referral/referral-room.ts';
import { ServiceRoom } from '../referral/service-room.ts';
import { InterpreterApi } from '../interpreting/api.ts';
import { Interpreting } from '../interpreting/interpreting.ts';
import type { SeenVersions } from '../teams/recipients.ts';
import { listBehind } from '../queue/views.ts';
import type { QueueView } from '../queue/views.ts';
import { Sheets } from '../triage/sheets.ts';
import { isSet, setFlag } from '../settings/flags.ts';
import type { Flag } from '../settings/flags.ts';
import { act } from '../shortcuts/act.ts';
import { listenToKeys } from '../shortcuts/keyboard.ts';
import { linkTo, routeOf } from './route.ts';
import type { Route } from './route.ts';

/** A question that must be answered before something that cannot be undone. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  /** What is to be said before it can be done, and whether it was. */
  readonly body?: () => unknown;
  readonly isReady?: () => boolean;
  readonly act: () => Promise<void>;
}

const NOTICE_MS = 12_000;
const LOOK_FOR_VERSION_S = 15 * 60;
/** How often somebody who waits to be let in is looked for. */
const LOOK_AGAIN_S = 5;
/** How often somebody whose keys are open learns that a team's were replaced. */
const LOOK_AT_KEYS_S = 60;

/** What one signed-in person sees and does. Holds the state of the page; the views only draw it. */
export class App {
  readonly keys = new Keys();
  readonly queue: Queue;
  readonly steps: Steps;
  readonly notices: Notices;
  route: Route = routeOf(location.hash);
  room: Room | undefined;
  ended = false;
  /** What went wrong, said aloud. */
  alarm = '';
  keyOutcome: OpenOutcome | undefined;
  question: Question | undefined;
  areShortcutsShown = false;
  /** After a panic: nothing is drawn, nothing is heard. */
  isCovered = false;
  /** The desk serves a newer console than this one. */
  isOutdated = false;
  readonly pane: Pane;
  readonly feed: Feed;
  readonly push: PushSwitch;
  readonly keyRoom: KeyRoom;
  readonly lineRoom: LineRoom;
  readonly services: ServiceRoom;
  readonly referrals: ReferralRoom;
  readonly interpreting: Interpreting;

  readonly #desk: Desk;
  readonly #desks: Desks;
  readonly #hands: Hands;
  #handover: Handover | undefined;
  readonly #idle = new Idle(() => Date.now());
  readonly #presence: Presence;
  /** Cases that this person gives back by an act of their own. */
  readonly #lettingGo = new Set<string>();
  readonly #tone = new Tone(() => isSet('sound') && !this.isCovered);
  /** The list to go back to, with its filter. */
  #list: Route & { page: 'queue' } = { page: 'queue', tab: 'open' };
  #ending: readonly string[] = [];
  #held = false;
  #ticks = 0;
  #notice = { text: '', at: 0 };

  constructor(
    readonly me: Me,
    private readonly session: Session,
    private readonly changed: () => void,
    /** Another page is on screen. */
    private readonly arrived: () => void,
  ) {
    this.#desk = new Desk(session);
    this.queue = new Queue(me);
    this.#presence = new Presence(this.#desk, () => Date.now());
    this.steps = new Steps(this.#desk, me, {
      ask: (question) => this.#set(() => (this.question = question)),
      attempt: (work, about) => this.#step(work, about),
      gone: (id) => this.#onGone(id),
      changed,
    });
    this.pane = new Pane(changed);
    this.push = new PushSwitch(this.#desk, changed);
    const clock = new IntakeClock(() => Date.now());
    const ordering = new Ordering(this.#desk, clock);
    this.notices = new Notices(this.#desk, this.steps.coordinates, changed, () => Date.now());
    const seen: SeenVersions = new Map();
    this.#hands = { desk: new HandoverDesk(this.#desk), letIn: new LetIn(ordering), seen, ring: () => this.keys.ring };
    this.#desks = {
      desk: this.#desk,
      keys: this.keys,
      ordering,
      opening: new OpenConversation(ordering, seen),
      write: new Write(ordering, clock),
      drafts: new Drafts(),
      sheets: new Sheets(),
      presence: this.#presence,
      me,
    };
    const reader = {
      onCase: (view: CaseView, before: CaseView | undefined, isNew: boolean) => this.#onCase(view, before, isNew),
      onGone: (id: string) => this.#onGone(id),
      onReloaded: () => void (this.room && this.#refresh(this.room.id)),
      onEnded: () => this.#set(() => (this.ended = true)),
      attempt: (work: () => Promise<void>) => this.#attempt(work),
    };
    this.feed = new Feed(this.#desk, this.queue, reader, changed);
    const referralApi = new ReferralApi(this.#desk);
    this.services = new ServiceRoom(referralApi, changed);
    this.referrals = new ReferralRoom(referralApi, changed, (id) => this.#refresh(id));
    this.interpreting = new Interpreting(new InterpreterApi(this.#desk), changed);
    const api = new KeyApi(this.#desk);
    this.lineRoom = new LineRoom(api, changed);
    const mine = new MyKey(me, api, this.keys, browserStore, lineMemory);
    this.keyRoom = new KeyRoom(mine, this.keys, new Admit(api, mine, me), api, changed, () => void this.#keyOpened());
    this.keys.onChange((ring, before) => {
      if (ring === undefined) this.lineRoom.leave();
      // What was being opened when everything had to be hidden.
      if (ring !== undefined && this.isCovered) return this.keys.lock();
      if (ring !== undefined) void this.#desks.drafts.unlock(ring).then(changed);
      else if (before !== undefined) this.#desks.drafts.lock(before);
      if (ring === undefined) this.#desks.sheets.forget();
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
    history.scrollRestoration = 'manual';
    this.#idle.watch(document);
    this.#tone.watch(document);
    this.pane.rows.watch();
    hideWhenAway(document, () => isSet('hide-when-away'));
    onEscapeTwice(document, () => this.panic());
    listenToKeys(document, () => !isSet('no-shortcuts'), (command) => act(this, command));
    addEventListener('hashchange', () => this.#follow());
    addEventListener('pagehide', () => this.keys.lock());
    addEventListener('online', () => this.#desks.sheets.saveAll());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.#desks.sheets.saveAll());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void this.#lookForVersion());
    setInterval(() => this.#tick(), 1000);
    this.go();
    void this.keyRoom.load();
    if (this.reads) {
      void this.notices.look();
      void this.interpreting.look();
      this.feed.open();
    }
    void keepShell();
  }

  /** The list on screen, or the one to go back to. */
  get tab(): QueueView {
    return this.#list.tab;
  }

  get backToList(): string {
    return linkTo(this.#list);
  }

  /** Follows the address. */
  go(): void {
    this.route = routeOf(location.hash);
    this.alarm = '';
    this.notice = '';
    this.question = undefined;
    this.room?.leave();
    this.#presence.leave();
    this.room = undefined;
    this.lineRoom.leave();
    this.referrals.leave();
    this.interpreting.leave();
    if (this.route.page === 'queue' && !this.reads) this.route = { page: this.me.roles.includes('admin') ? 'line' : 'settings' };
    if (this.route.page === 'queue') this.#list = this.route;
    if (this.route.page === 'case') void this.#enter(this.route.id);
    if (this.route.page === 'queue') this.feed.want(listBehind(this.route.tab));
    if (this.route.page === 'services') void this.services.load();
    if (this.route.page === 'settings') void this.push.look();
    if (this.route.page === 'keys') void this.keyRoom.enter(this.me.teams.map((team) => team.id));
    this.changed();
  }

  find(sought: string): void {
    this.pane.sought = sought;
    this.#sayHowMuch();
  }

  narrow(isNarrowing: boolean): void {
    if (this.pane.isNarrowing !== isNarrowing) this.#set(() => (this.pane.isNarrowing = isNarrowing));
  }

  setFlag(flag: Flag, on: boolean): void {
    setFlag(flag, on);
    if (flag === 'sound' && on) void this.#tone.play();
    this.changed();
  }

  showShortcuts(shown: boolean): void {
    this.#set(() => (this.areShortcutsShown = shown));
  }

  /** Hides everything and forgets the keys, at once. */
  panic(): void {
    this.isCovered = true;
    this.keys.lock();
    this.keyRoom.drop();
    this.question = undefined;
    this.areShortcutsShown = false;
    this.pane.sought = '';
    history.replaceState(null, '', linkTo({ page: 'queue', tab: 'open' }));
    this.go();
    queueMicrotask(this.arrived);
  }

  uncover(): void {
    this.#set(() => (this.isCovered = false));
    queueMicrotask(this.arrived);
  }

  /** The case on screen as it was last told. */
  current(): CaseView | undefined {
    return this.room === undefined ? undefined : this.queue.one(this.room.id);
  }

  redraw(): void {
    this.changed();
  }

  /** Shows the report on screen as the desk has it now, and says what was done. */
  async reloadCase(notice: string): Promise<void> {
    this.notice = notice;
    if (this.room !== undefined) await this.#refresh(this.room.id);
    this.changed();
  }

  /** The same, after its readers have changed: what is written next is sealed to whom it is for now. */
  async reloadReaders(notice: string): Promise<void> {
    await this.reloadCase(notice);
    if (this.room?.conversation !== undefined) await this.openNow();
  }

  /** Of the report on screen. */
  handover(id: string): Handover {
    if (this.#handover?.id !== id) this.#handover = new Handover(id, this.#hands, this.changed);
    return this.#handover;
  }

  async openKey(file: File): Promise<void> {
    const outcome = await this.keys.open(await file.text(), this.me.handle);
    this.keyOutcome = outcome === 'opened' ? undefined : outcome;
    if (outcome === 'opened') await this.#keyOpened();
    this.changed();
  }

  /** Whether this person works with reports at all; an administrator may not. */
  get reads(): boolean {
    return this.me.roles.some((role) => role === 'responder' || role === 'coordinator');
  }

  /** Something of a key is in this page's memory. */
  get holdsKeys(): boolean {
    return this.keys.ring !== undefined || this.keyRoom.holds || this.lineRoom.isOpen;
  }

  lock(): void {
    this.keys.lock();
    this.#set(() => (this.notice = t('keys.locked')));
  }

  signOut(): void {
    this.feed.close();
    this.#presence.leave();
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
    this.#lettingGo.add(view.id);
    await this.#attempt(async () => {
      await this.room?.saveTriage();
      await this.#desk.release(view.id);
      this.room?.forget();
      this.notice = t('case.released', { id: view.shortId });
      await this.#refresh(view.id);
    }, view.id);
    this.#lettingGo.delete(view.id);
  }

  /** Passes the report on screen to whoever is next. */
  async cannotOpen(): Promise<void> {
    const view = this.current();
    if (view === undefined) return;
    this.#lettingGo.add(view.id);
    await this.#attempt(async () => {
      await this.#desk.ask('POST', `cases/${encodeURIComponent(view.id)}/cannot-open`);
      this.notice = t('keys.passedOn', { id: view.shortId });
      await this.#refresh(view.id);
    }, view.id);
    this.#lettingGo.delete(view.id);
  }

  async send(kind: 'reply' | 'note'): Promise<void> {
    const view = this.current();
    if (this.room === undefined || view === undefined) return;
    this.notice = '';
    if (await this.room.send(kind, view)) this.notice = kind === 'note' ? t('note.saved') : replySaid(this.room.goesAt);
    await this.#refresh(view.id);
  }

  askToClose(view: CaseView): void {
    this.steps.close(view, async (reason) => {
      await this.room?.saveTriage();
      if (await this.room?.close(view, reason)) this.notice = t('case.closed', { id: view.shortId });
      await this.#refresh(view.id);
    });
  }

  askToErase(view: CaseView): void {
    const act = async () => {
      if (await this.room?.eraseContact(view)) this.notice = t('case.erased');
      await this.#refresh(view.id);
    };
    this.#set(() => (this.question = { title: t('case.eraseAsk', { id: view.shortId }), text: t('case.eraseText'), yes: t('case.erase'), act }));
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
    if (this.keys.ring === undefined) return;
    this.#idle.restart();
    this.notice = t('keys.opened');
    this.changed();
    if (this.route.page === 'keys') await this.keyRoom.enter(this.me.teams.map((team) => team.id));
    await this.#openIfMine();
  }

  /** A step of somebody who was asked first; says what it did. */
  async #step(work: () => Promise<string>, about: CaseView): Promise<void> {
    this.#lettingGo.add(about.id);
    this.notices.stale();
    await this.#attempt(async () => {
      this.notice = await work();
      await this.#refresh(about.id);
    }, about.id);
    this.#lettingGo.delete(about.id);
    await this.#openIfMine();
  }

  async #enter(id: string): Promise<void> {
    this.room = new Room(id, this.#desks, this.changed);
    await this.#refresh(id);
    if (this.room?.id === id && !this.room.gone) this.#presence.enter(id);
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
    const mark = this.queue.mark();
    const view = await this.room.load();
    if (view !== undefined) this.queue.put(view, mark);
    if (view !== undefined && this.room?.id === id) void this.referrals.load(id);
    if (view !== undefined && this.room?.id === id) void this.interpreting.load(id);
    this.changed();
  }

  /** Where one was in the list is where one is again when one comes back to it. */
  #follow(): void {
    const before = this.route;
    this.go();
    const isSamePage = before.page === 'queue' && this.route.page === 'queue' && before.tab === this.route.tab;
    if (isSamePage) return this.#sayHowMuch();
    this.pane.sought = '';
    this.pane.said = '';
    queueMicrotask(() => {
      if (before.page !== 'case' || this.route.page !== 'queue' || !this.pane.goToCase(before.id)) this.arrived();
    });
  }

  #sayHowMuch(): void {
    this.#set(() => (this.pane.said = howMuch(this.queue.shown(this.tab, this.#list.filter ?? NO_FILTER, this.pane.sought))));
  }

  #onCase(view: CaseView, before: CaseView | undefined, isNew: boolean): void {
    this.#onLoss(before, view);
    if (isNew && view.state === 'waiting') {
      this.notice = t('queue.new', { id: view.shortId });
      void this.#tone.play();
    }
    if (this.room?.id === view.id && !this.queue.isMine(view)) this.room.forget();
    if (this.room?.id === view.id) void (isBeat(before, view) ? this.#lookAtReferrals(view.id) : this.#refresh(view.id));
  }

  /** Whoever waits for a second person changes nothing that the queue shows. */
  async #lookAtReferrals(id: string): Promise<void> {
    if (await this.referrals.load(id)) await this.#refresh(id);
  }

  /** A claim that somebody else ended is said aloud, whatever page is open. */
  #onLoss(before: CaseView | undefined, view: CaseView): void {
    if (before === undefined || !this.queue.isMine(before) || this.queue.isMine(view) || this.#lettingGo.has(view.id)) return;
    if (view.state === 'claimed') this.alarm = t('claims.takenFromYou', { id: view.shortId, who: view.claimedBy ?? '' });
    if (view.state === 'waiting') this.alarm = t('claims.noMoreYours', { id: view.shortId });
  }

  #onGone(id: string): void {
    this.queue.drop(id);
    if (this.room?.id === id) {
      this.#presence.leave();
      this.room.vanish();
    }
    this.changed();
  }

  #tick(): void {
    const holds = this.holdsKeys;
    if (holds && !this.#held) this.#idle.restart();
    this.#held = holds;
    if (holds && this.#idle.isOver()) {
      this.keys.lock();
      this.notice = t('keys.lockedIdle');
    }
    if (++this.#ticks % 10 === 0) void this.#keepSession();
    if (this.#ticks % LOOK_FOR_VERSION_S === 0) void this.#lookForVersion();
    this.#warnOfLeases();
    const isWaiting = this.keyRoom.mine.stage === 'waiting';
    if (this.#ticks % (isWaiting ? LOOK_AGAIN_S : LOOK_AT_KEYS_S) === 0 && this.keyRoom.mine.own !== undefined) void this.keyRoom.followKeys();
    if (this.reads) void this.notices.look();
    if (this.reads) void this.interpreting.look();
    this.#presence.beat(document.visibilityState === 'visible');
    if (document.visibilityState === 'visible') this.changed();
  }

  async #lookForVersion(): Promise<void> {
    if (await hasNewVersion(document)) this.#set(() => (this.isOutdated = true));
  }

  /** Heard once for each claim that begins to end. */
  #warnOfLeases(): void {
    const ending = endingSoon(this.queue.in('mine'), Date.now()).map((view) => view.id);
    if (ending.some((id) => !this.#ending.includes(id))) void this.#tone.play();
    this.#ending = ending;
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

/** Only who is there and how long the claim holds has changed: nothing that the timeline would tell. */
function isBeat(before: CaseView | undefined, now: CaseView): boolean {
  const lasting = (view: CaseView) => JSON.stringify({ ...view, present: undefined, leaseUntil: undefined });
  return before !== undefined && lasting(before) === lasting(now);
}

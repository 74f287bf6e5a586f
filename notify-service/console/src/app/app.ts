import { Tone } from '../alerting/tone.ts';
import { AtHand } from '../case/at-hand.ts';
import type { Room } from '../case/room.ts';
import type { Workplace } from '../case/workplace.ts';
import { Presence } from '../claims/presence.ts';
import { Steps } from '../claims/steps.ts';
import { isReader } from '../desk/api.ts';
import type { CaseView, Me } from '../desk/api.ts';
import { hideWhenAway } from '../cover/away.ts';
import { onEscapeTwice } from '../cover/twice.ts';
import { Desk } from '../desk/desk.ts';
import { Problem, isStopped } from '../desk/problem.ts';
import { InterpreterApi } from '../interpreting/api.ts';
import { Interpreting } from '../interpreting/interpreting.ts';
import { Idle } from '../keys/idle.ts';
import type { FoundingRoom } from '../founding/founding-room.ts';
import type { KeyRoom } from '../keys/key-room.ts';
import { Keys } from '../keys/keys.ts';
import type { OpenOutcome } from '../keys/keys.ts';
import { t, tOr } from '../language/messages.ts';
import type { LineRoom } from '../line/line-room.ts';
import type { LinkRoom } from '../links/link-room.ts';
import { SessionEnded } from '../login/session.ts';
import { Notices } from '../notices/notices.ts';
import { parts } from '../parts/parts.ts';
import { Feed } from '../queue/feed.ts';
import { howMuch } from '../queue/filter-bar.ts';
import { NO_FILTER } from '../queue/filter.ts';
import type { End } from '../queue/live.ts';
import { Pane } from '../queue/pane.ts';
import { Queue } from '../queue/queue.ts';
import type { ReferralRoom } from '../referral/referral-room.ts';
import type { ServiceRoom } from '../referral/service-room.ts';
import { jose } from '../sealing/library.ts';
import { listBehind } from '../queue/views.ts';
import type { QueueView } from '../queue/views.ts';
import { isSet, setFlag } from '../settings/flags.ts';
import type { Flag } from '../settings/flags.ts';
import type { SettingsRoom } from '../settings/settings-room.ts';
import { act } from '../shortcuts/act.ts';
import { listenToKeys } from '../shortcuts/keyboard.ts';
import { Administration } from './administration.ts';
import { EverySecond } from './every-second.ts';
import type { Ground } from './ground.ts';
import { makeKeyRooms } from './key-rooms.ts';
import type { KeyRooms } from './key-rooms.ts';
import { Late } from './late.ts';
import type { Question } from './question.ts';
import { isPractice, linkTo, routeOf } from './route.ts';
import type { Route } from './route.ts';

type Pages = typeof import('./pages.ts');

const NOTICE_MS = 12_000;

/** What one signed-in person sees and does. Holds the state of the page; the views only draw it. */
export class App {
  readonly keys = new Keys();
  readonly queue: Queue;
  readonly steps: Steps;
  readonly notices: Notices;
  route: Route = routeOf(location.hash);
  ended = false;
  /** What went wrong, said aloud. */
  alarm = '';
  keyOutcome: OpenOutcome | undefined;
  question: Question | undefined;
  areShortcutsShown = false;
  /** This person works here no more: nothing is left on the page. */
  isStopped = false;
  /** After a panic: nothing is drawn, nothing is heard. */
  isCovered = false;
  /** The desk serves a newer console than this one. */
  isOutdated = false;
  readonly pane: Pane;
  readonly feed: Feed;
  readonly keyRoom: KeyRoom;
  readonly founding: FoundingRoom;
  readonly lineRoom: LineRoom;
  readonly setUp: KeyRooms['setUp'];
  readonly services: Late<Pages, ServiceRoom>;
  readonly settings: Late<Pages, SettingsRoom>;
  readonly workplace: Late<Pages, Workplace>;
  readonly atHand: AtHand;
  readonly interpreting: Interpreting;
  readonly administration: Administration;

  readonly #desk: Desk;
  readonly #idle = new Idle(() => Date.now());
  readonly #presence: Presence;
  readonly #tone = new Tone(() => isSet('sound') && !this.isCovered);
  /** The list to go back to, with its filter. */
  #list: Route & { page: 'queue' } = { page: 'queue', tab: 'open' };
  #notice = { text: '', at: 0 };

  constructor(
    readonly me: Me,
    readonly ground: Ground,
    private readonly changed: () => void,
    /** Another page is on screen. */
    private readonly arrived: () => void,
  ) {
    this.#desk = new Desk(ground.session, ground.send);
    this.queue = new Queue(me);
    this.#presence = new Presence(this.#desk, () => Date.now());
    this.steps = new Steps(this.#desk, me, {
      ask: (question) => this.#set(() => (this.question = question)),
      attempt: (work, about) => this.#step(work, about),
      gone: (id) => this.atHand.gone(id),
      changed,
    });
    this.pane = new Pane(changed);
    this.notices = new Notices(this.#desk, this.steps.coordinates, changed, () => Date.now());
    const reader = {
      onCase: (view: CaseView, before: CaseView | undefined, isNew: boolean) => this.#onCase(view, before, isNew),
      onGone: (id: string) => this.atHand.gone(id),
      onReloaded: () => void (this.room && this.atHand.refresh(this.room.id)),
      onEnded: (end: End) => (end === 'stopped' ? this.#stop() : this.#set(() => (this.ended = true))),
      attempt: (work: () => Promise<void>) => this.#attempt(work),
    };
    this.feed = new Feed(this.#desk, this.queue, reader, changed);
    this.services = new Late(({ ServiceRoom, ReferralApi }) => new ServiceRoom(new ReferralApi(this.#desk), changed));
    this.settings = new Late(({ SettingsRoom }) => new SettingsRoom(this.#desk, me, changed));
    this.interpreting = new Interpreting(new InterpreterApi(this.#desk), changed);
    this.workplace = new Late(({ Workplace }) => new Workplace(this.#desk, this.keys, this.#presence, me, ground.drafts, (id) => this.atHand.refresh(id), changed));
    this.atHand = new AtHand(this.#desk, this.#presence, this.workplace, this.queue, this.steps, this.interpreting, {
      attempt: (work, about) => this.#attempt(work, about),
      say: (notice) => (this.notice = notice),
      alarm: (text) => {
        // What was good news a moment ago is so no more.
        this.notice = '';
        this.alarm = text;
      },
      ask: (question) => this.#set(() => (this.question = question)),
      answer: (yes) => this.answer(yes),
      changed,
    });
    this.administration = new Administration(this.#desk, this.keys, me, changed);
    const rooms = makeKeyRooms(this.#desk, me, this.keys, ground, changed, () => void this.#keyOpened());
    this.keyRoom = rooms.keyRoom;
    this.founding = rooms.founding;
    this.lineRoom = rooms.lineRoom;
    this.setUp = rooms.setUp;
    this.keyRoom.handOn = async (next, version) => this.workplace.of(await parts.pages.fetch()).handOn(next, version);
    this.keys.onChange((ring, before) => {
      // What was being opened when everything had to be hidden.
      if (ring !== undefined && this.isCovered) return this.keys.lock();
      if (ring !== undefined) void ground.drafts.unlock(ring).then(changed);
      else if (before !== undefined) ground.drafts.lock(before);
      if (ring === undefined) this.workplace.here?.forget();
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
    addEventListener('online', () => this.workplace.here?.desks.sheets.saveAll());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.workplace.here?.desks.sheets.saveAll());
    new EverySecond(this, this.ground.session, this.#presence, this.#idle, this.#tone).start();
    this.go();
    void this.keyRoom.load();
    if (this.administers) void this.#lookAtSetUp();
    if (this.reads) {
      void this.notices.look();
      this.feed.open();
    }
    this.ground.prepare();
  }

  /** The list on screen, or the one to go back to. */
  get tab(): QueueView {
    return this.#list.tab;
  }

  get backToList(): string {
    return linkTo(this.#list);
  }

  /** The report on screen. */
  get room(): Room | undefined {
    return this.atHand.room;
  }

  /** For the report's page, which is drawn once the workplace is here. */
  get links(): LinkRoom {
    return this.workplace.here!.links;
  }

  /** For the same. */
  get referrals(): ReferralRoom {
    return this.workplace.here!.referrals;
  }

  /** Follows the address. */
  go(): void {
    this.route = routeOf(location.hash);
    if (this.route.page === 'queue' && !this.reads) this.route = { page: this.me.roles.includes('admin') ? 'line' : 'settings' };
    this.alarm = '';
    this.notice = '';
    this.question = undefined;
    this.atHand.leave();
    this.lineRoom.leave();
    this.keyRoom.scan.stop();
    this.administration.go(this.route);
    this.services.go(this.route.page === 'services');
    this.settings.go(this.route.page === 'settings');
    this.setUp.go(this.route.page === 'setup');
    if (this.route.page === 'queue') this.#list = this.route;
    if (this.route.page === 'case') this.atHand.enter(this.route.id);
    if (this.route.page === 'queue') this.feed.want(listBehind(this.route.tab));
    if (this.route.page === 'keys' && this.keyRoom.mine.own !== undefined) void this.founding.load();
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

  redraw(): void {
    this.changed();
  }

  async openKey(file: File): Promise<void> {
    await this.#attempt(async () => {
      await jose();
      const outcome = await this.keys.open(await file.text(), this.me.handle);
      this.keyOutcome = outcome === 'opened' ? undefined : outcome;
      if (outcome === 'opened') await this.#keyOpened();
    });
  }

  /** Whether this person works with reports at all; an administrator may not. */
  get reads(): boolean {
    return isReader(this.me);
  }

  get administers(): boolean {
    return this.me.roles.includes('admin');
  }

  /** Something of a key is in this page's memory. */
  get holdsKeys(): boolean {
    return this.keys.ring !== undefined || this.keyRoom.holds || this.lineRoom.isOpen || (this.setUp.here?.holds ?? false);
  }

  lock(): void {
    this.keys.lock();
    this.#set(() => (this.notice = t('keys.locked')));
  }

  signOut(): void {
    this.feed.close();
    this.#presence.leave();
    this.keys.lock();
    this.ground.drafts.forget();
    this.queue.forget();
    location.assign(this.ground.session.end() ?? location.pathname);
  }

  /** Works here no more: nothing of the work stays on the page. */
  #stop(): void {
    if (this.isStopped) return;
    this.isStopped = true;
    this.feed.close();
    this.ground.drafts.forget();
    this.queue.forget();
    this.panic();
  }

  answer(yes: boolean): void {
    const question = this.question;
    this.question = undefined;
    this.changed();
    if (yes) void question?.act();
  }

  /** Whoever sets the line up is told what is missing without opening that page. */
  async #lookAtSetUp(): Promise<void> {
    const part = await parts.administration.fetch().catch(() => undefined);
    if (part !== undefined) await this.setUp.of(part).look();
  }

  async #keyOpened(): Promise<void> {
    if (this.keys.ring === undefined) return;
    this.#idle.restart();
    this.notice = t('keys.opened');
    this.changed();
    if (this.route.page === 'keys') await this.keyRoom.enter(this.me.teams.map((team) => team.id));
    await this.atHand.openIfMine();
  }

  /** Where one was in the list is where one is again when one comes back to it. */
  #follow(): void {
    if (isPractice(location.hash) && this.ground.practice === undefined) return location.reload();
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
    if (isNew && view.state === 'waiting') {
      this.notice = t('queue.new', { id: view.shortId });
      void this.#tone.play();
    }
    this.atHand.follow(view, before);
  }

  /** What changes a report may change what coordinators are told of. */
  async #step(work: () => Promise<string>, about: CaseView): Promise<void> {
    this.notices.stale();
    await this.atHand.step(work, about);
  }

  async #attempt(work: () => Promise<void>, about?: string): Promise<void> {
    this.alarm = '';
    try {
      await work();
    } catch (failure) {
      if (failure instanceof SessionEnded) this.ended = true;
      if (isStopped(failure)) return this.#stop();
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

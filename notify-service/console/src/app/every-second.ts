import type { Tone } from '../alerting/tone.ts';
import { endingSoon } from '../claims/lease-warning.ts';
import type { Presence } from '../claims/presence.ts';
import { hasNewVersion } from '../install/version.ts';
import type { Idle } from '../keys/idle.ts';
import { t } from '../language/messages.ts';
import { SessionEnded } from '../login/session.ts';
import type { App } from './app.ts';
import type { SignedIn } from './ground.ts';

const KEEP_SESSION_S = 10;
const LOOK_FOR_VERSION_S = 15 * 60;
/** How often somebody who waits to be let in is looked for. */
const LOOK_AGAIN_S = 5;
/** How often somebody whose keys are open learns that a team's were replaced. */
const LOOK_AT_KEYS_S = 60;

/** How often who is there is asked for, while somebody looks. */
const LOOK_AT_SHIFTS_S = 60;

/** What time alone brings: idle keys are locked, tokens renewed, claims about to end are heard, clocks are drawn again. */
export class EverySecond {
  #ticks = 0;
  #held = false;
  #ending: readonly string[] = [];

  constructor(
    private readonly app: App,
    private readonly session: SignedIn,
    private readonly presence: Presence,
    private readonly idle: Idle,
    private readonly tone: Tone,
  ) {}

  start(): void {
    setInterval(() => this.app.isStopped || this.#tick(), 1000);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void this.#lookForVersion());
  }

  #tick(): void {
    this.#lockWhenIdle();
    if (++this.#ticks % KEEP_SESSION_S === 0) void this.#keepSession();
    if (this.#ticks % LOOK_FOR_VERSION_S === 0) void this.#lookForVersion();
    this.#warnOfLeases();
    this.#followKeys();
    if (this.app.reads) void this.app.notices.look();
    if (this.app.reads) void this.app.interpreting.look();
    this.presence.beat(document.visibilityState === 'visible');
    if (document.visibilityState !== 'visible') return;
    if (this.#ticks % LOOK_AT_SHIFTS_S === 0) this.app.administration.follow(this.app.route);
    this.app.redraw();
  }

  #lockWhenIdle(): void {
    const holds = this.app.holdsKeys;
    if (holds && !this.#held) this.idle.restart();
    this.#held = holds;
    if (!holds || !this.idle.isOver()) return;
    this.app.keys.lock();
    this.app.notice = t('keys.lockedIdle');
  }

  #followKeys(): void {
    const { mine } = this.app.keyRoom;
    const every = mine.stage === 'waiting' ? LOOK_AGAIN_S : LOOK_AT_KEYS_S;
    if (this.#ticks % every !== 0 || mine.own === undefined) return;
    void this.app.keyRoom.followKeys();
    void this.app.founding.follow();
  }

  async #lookForVersion(): Promise<void> {
    if (!(await hasNewVersion(document))) return;
    this.app.isOutdated = true;
    this.app.redraw();
  }

  /** Heard once for each claim that begins to end. */
  #warnOfLeases(): void {
    const ending = endingSoon(this.app.queue.in('mine'), Date.now()).map((view) => view.id);
    if (ending.some((id) => !this.#ending.includes(id))) void this.tone.play();
    this.#ending = ending;
  }

  /** Refreshes the token before it runs out; a lost connection is tried again at the next turn. */
  async #keepSession(): Promise<void> {
    await this.session.accessToken().catch((failure: unknown) => {
      if (!(failure instanceof SessionEnded)) return;
      this.app.ended = true;
      this.app.redraw();
    });
  }
}

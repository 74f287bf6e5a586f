import type { Device, KeyApi } from '../desk/key-api.ts';
import { Problem } from '../desk/problem.ts';
import { t, tOr } from '../language/messages.ts';
import { CannotOpen } from '../sealing/containers.ts';
import { parts } from '../parts/parts.ts';
import { ForgedRecord } from '../teams/signed.ts';
import type { Admit, Colleague } from './admit.ts';
import { Attempts } from './attempts.ts';
import type { Said } from './attempts.ts';
import { PIN } from './device.ts';
import { readKeyFile } from './key-file.ts';
import type { Keys } from './keys.ts';
import { LineSight } from './line-sight.ts';
import { OtherKey, OtherLine } from './my-key.ts';
import type { LineMemory, MyKey } from './my-key.ts';
import { NoPasskey } from './passkey.ts';
import { Miscopied, RecoveryRoom, Unopened } from './recovery-room.ts';
import { Pictures } from '../scan/pictures.ts';
import { Scan } from '../scan/scan.ts';
import { jose } from '../sealing/library.ts';
import { Renewal } from './renewal.ts';
import type { HandOn } from './rotate.ts';

/** Which form something went wrong in. */
export type Place = 'panel' | 'pin' | 'words' | 'line' | 'passkey' | 'file' | 'recovery' | `admit ${string}` | `rotate ${string}`;

/** What a person does with their keys on the page: one thing at a time, and what became of it in words beside it. */
export class KeyRoom {
  /** The way back for lost words is open: it asks once more before a new key is made. */
  losing = false;
  devices: readonly Device[] | undefined;
  colleagues = new Map<string, readonly Colleague[]>();
  /** Teams whose signed record was not the line's. */
  forged = new Set<string>();
  readonly recovery: RecoveryRoom;
  /** What else a team's next keys have to be given. */
  handOn: HandOn = () => Promise.resolve();
  /** What the line's administrator asks for by telephone, by team. */
  readonly proposed = new Map<string, string>();
  readonly renewal: Renewal;
  readonly sight: LineSight;
  readonly scan: Scan;
  readonly pictures: Pictures;
  readonly #attempts: Attempts<Place>;

  constructor(
    readonly mine: MyKey,
    private readonly keys: Keys,
    private readonly admitting: Admit,
    private readonly api: KeyApi,
    private readonly changed: () => void,
    private readonly onOpen: () => void,
    lines: LineMemory,
  ) {
    this.#attempts = new Attempts<Place>(changed, wordsFor);
    this.recovery = new RecoveryRoom(api, admitting);
    this.renewal = new Renewal(api, mine);
    this.sight = new LineSight(api, lines);
    this.scan = new Scan(changed);
    this.pictures = new Pictures(changed);
    keys.onChange((ring) => {
      if (ring !== undefined) return;
      this.recovery.drop();
      this.renewal.drop();
      this.scan.stop();
      this.devices = undefined;
      this.colleagues.clear();
      this.proposed.clear();
    });
  }

  /** Something of a key is in this browser's memory, and has to be forgotten when nobody is here. */
  get holds(): boolean {
    return this.mine.own !== undefined || this.mine.fresh !== undefined || this.renewal.fresh !== undefined || this.recovery.papers !== undefined;
  }

  get busy(): boolean {
    return this.#attempts.busy;
  }

  said(place: Place): Said | undefined {
    return this.#attempts.said(place);
  }

  load(): Promise<boolean> {
    void this.lookAtLine();
    return this.#attempts.do('panel', () => this.mine.load());
  }

  make(): Promise<boolean> {
    this.losing = false;
    return this.#attempts.do('panel', () => this.mine.make());
  }

  lose(losing: boolean): void {
    this.losing = losing;
    this.changed();
  }

  drop(): void {
    this.mine.dropFresh();
    this.#attempts.unsay('panel');
    this.changed();
  }

  keepFresh(typed: readonly [string, string]): Promise<boolean> {
    return this.#opening('panel', async () => {
      if (!(await this.mine.keepFresh(typed))) throw new CannotOpen('another-key');
    });
  }

  openWithWords(typed: string): Promise<boolean> {
    return this.#opening('panel', () => this.mine.openWithWords(typed));
  }

  openWithPin(pin: string): Promise<boolean> {
    return this.#opening('panel', () => this.mine.openWithPin(pin));
  }

  openWithPasskey(): Promise<boolean> {
    return this.#opening('panel', () => this.mine.openWithPasskey());
  }

  lookAgain(): Promise<boolean> {
    return this.#opening('panel', () => this.mine.lookAgain());
  }

  /** Quietly: what cannot be asked now is asked again later. */
  async followKeys(): Promise<void> {
    const before = this.keys.ring;
    try {
      await this.mine.lookAgain();
    } catch (failure) {
      if (failure instanceof OtherLine || failure instanceof OtherKey) this.#attempts.say('panel', wordsFor(failure, 'panel'), false);
    }
    if (before === undefined && this.keys.ring !== undefined) this.onOpen();
    this.changed();
  }

  async enrol(words: string, pin: string): Promise<boolean> {
    if (!PIN.test(pin)) return this.#attempts.say('pin', t('keys.pinForm'), false);
    return (await this.#attempts.do('pin', () => this.mine.enrol(words, pin))) && (await this.#showDevices()) && this.#attempts.say('pin', t('keys.pinSet'), true);
  }

  async removeDevice(id: string): Promise<boolean> {
    return (await this.#attempts.do('pin', () => this.mine.removeDevice(id))) && this.#showDevices();
  }

  async addPasskey(words: string): Promise<boolean> {
    return (await this.#attempts.do('passkey', () => this.mine.addPasskey(words))) && this.#attempts.say('passkey', t('keys.passkeySet'), true);
  }

  removePasskey(id: string): Promise<boolean> {
    return this.#attempts.do('passkey', () => this.mine.removePasskey(id));
  }

  /** By the PIN, or without one by a passkey: whichever still opens the key. */
  beginRenewal(pin?: string): Promise<boolean> {
    return this.#attempts.do('words', () => (pin === undefined ? this.renewal.beginWithPasskey() : this.renewal.beginWithPin(pin)));
  }

  async keepRenewal(typed: readonly [string, string]): Promise<boolean> {
    const done = await this.#attempts.do('words', async () => {
      if (!(await this.renewal.keep(typed))) throw new CannotOpen('another-key');
    });
    return done && this.#attempts.say('words', t('keys.renewed'), true);
  }

  dropRenewal(): void {
    this.renewal.drop();
    this.#attempts.unsay('words');
    this.changed();
  }

  /** Which line the desk says it is of, while this browser knows none. */
  lookAtLine(): Promise<boolean> {
    return this.#attempts.do('line', () => this.sight.look());
  }

  /** The person has compared it. Another one than they were told: nothing of theirs stays open. */
  compareLine(isSame: boolean): void {
    if (isSame) this.sight.confirm();
    else {
      this.sight.refuse();
      this.keys.lock();
    }
    this.changed();
  }

  async takeOver(text: string, handle: string): Promise<boolean> {
    const file = readKeyFile(text);
    if (file === undefined) return this.#attempts.say('file', t('keys.not-a-key-file'), false);
    if (file.handle !== handle) return this.#attempts.say('file', t('keys.somebody-elses'), false);
    const taken = await this.#attempts.do('file', () => this.admitting.takeOver(file));
    if (taken && this.keys.ring !== undefined) this.onOpen();
    return taken && this.#attempts.say('file', t('keys.fileTaken'), true);
  }

  /** What the keys page shows besides. */
  async enter(teams: readonly string[]): Promise<void> {
    if (this.mine.own === undefined) return;
    await Promise.all([this.#showDevices(), this.lookAtLine(), this.#attempts.do('recovery', () => this.recovery.load()), ...teams.map((team) => this.#showColleagues(team))]);
  }

  async admit(team: string, colleague: Colleague, typed: string): Promise<boolean> {
    const place: Place = `admit ${team} ${colleague.id}`;
    let admitted = false;
    const done = await this.#attempts.do(place, async () => void (admitted = await this.admitting.admit(team, colleague.member, typed)));
    if (!done) return false;
    await this.#showColleagues(team);
    const key = admitted ? 'keys.admitted' : 'keys.mismatch';
    return this.#attempts.say(place, t(key, { who: colleague.handle }), admitted);
  }

  makePapers(shares: number, needed: number): Promise<boolean> {
    if (needed > shares) return Promise.resolve(this.#attempts.say('recovery', t('recovery.tooMany'), false));
    return this.#attempts.do('recovery', () => this.recovery.make(shares, needed));
  }

  dropPapers(): void {
    this.recovery.drop();
    this.changed();
  }

  async keepPapers(teams: readonly string[]): Promise<boolean> {
    return (await this.#attempts.do('recovery', () => this.recovery.keep(teams))) && this.#attempts.say('recovery', t('recovery.keptNow'), true);
  }

  async usePapers(what: 'drill' | 'recover', typed: readonly string[]): Promise<boolean> {
    if (what === 'recover') return this.#opening('panel', () => this.recovery.recover(typed));
    return (await this.#attempts.do('recovery', () => this.recovery.drill(typed))) && this.#attempts.say('recovery', t('recovery.drillWorked'), true);
  }

  /** New keys for a team and these of its colleagues, which the line's administrator then signs. */
  async rotate(team: string, chosen: readonly string[]): Promise<boolean> {
    const place: Place = `rotate ${team}`;
    const done = await this.#attempts.do(place, async () => {
      const [today] = await this.mine.secretsOf(team);
      const { record } = await this.api.holders(team);
      const { proposeNewKeys } = await parts.pages.fetch();
      this.proposed.set(team, await proposeNewKeys(team, today!, record, chosen, this.admitting, this.api, (next, version) => this.handOn(next, version)));
    });
    return done && this.#attempts.say(place, t('keys.rotated'), true);
  }

  async #showDevices(): Promise<boolean> {
    return this.#attempts.do('pin', async () => void (this.devices = await this.api.devices()));
  }

  async #showColleagues(team: string): Promise<void> {
    const ring = this.keys.ring;
    if (ring?.ofTeam(team) === undefined) return;
    try {
      this.colleagues.set(team, await this.admitting.colleagues(team, ring.line));
      this.forged.delete(team);
    } catch (failure) {
      if (!(failure instanceof Problem)) this.forged.add(team);
    }
    this.changed();
  }

  async #opening(place: Place, work: () => Promise<void>): Promise<boolean> {
    const done = await this.#attempts.do(place, async () => {
      await jose();
      await work();
    });
    if (done && this.keys.ring !== undefined) this.onOpen();
    return done;
  }
}

function wordsFor(failure: unknown, place: Place): string {
  if (failure instanceof CannotOpen) return t(place === 'recovery' ? 'recovery.wrongPapers' : 'keys.wrongWords');
  if (failure instanceof Miscopied) return t('recovery.miscopied', { number: String(failure.paper) });
  if (failure instanceof ForgedRecord) return t('keys.forgedTeam');
  if (failure instanceof NoPasskey) return t('keys.noPasskey');
  if (failure instanceof OtherLine) return t('keys.otherLine');
  if (failure instanceof OtherKey) return t('keys.otherKey');
  if (failure instanceof Unopened) return t('recovery.unopened', { teams: failure.teams.join(', ') });
  if (failure instanceof Problem && failure.slug === 'wrong-pin') return t('keys.wrongPin', { left: String(failure.left ?? 0) });
  return tOr(`problem.${failure instanceof Problem ? failure.slug : 'other'}`, 'problem.other');
}

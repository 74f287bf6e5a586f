import type { GivenKey, KeptKey, KeyApi } from '../desk/key-api.ts';
import { Problem } from '../desk/problem.ts';
import { parts } from '../parts/parts.ts';
import { CannotOpen } from '../sealing/containers.ts';
import type { RecipientKey } from '../sealing/containers.ts';
import { kidOf, openingKey } from '../sealing/keys.ts';
import type { EcJwk } from '../sealing/keys.ts';
import { answerTo } from './challenge.ts';
import { enrol, openWithShare, proofOf } from './device.ts';
import type { DeviceSecret, DeviceStore } from './device.ts';
import { Keyring } from './keyring.ts';
import type { Keys } from './keys.ts';
import { openPackage, standingOf } from './package.ts';
import type { TeamSecrets } from './package.ts';
import { makePasskey, openWithPasskey } from './passkey.ts';
import { areWritten, withWords } from './fresh.ts';
import type { Fresh } from './fresh.ts';
import { pair } from './record.ts';
import { openWithWords, wrapUnderWords } from './wrap.ts';

/** Where a person is on the way to readable reports. */
export type Stage = 'loading' | 'away' | 'none' | 'fresh' | 'locked' | 'waiting' | 'open';

/** The line whose keys these are is not the one this browser has known so far. */
export class OtherLine extends Error {}

/** The key that the desk says is this person's is not the one that is open here: replaced elsewhere, or somebody is posing as the desk. */
export class OtherKey extends Error {}

/** Remembers which line this browser's teams belong to, and the newest record of each that it has seen. All of it is public. */
export interface LineMemory {
  line(): string | undefined;
  version(team: string): number;
  remember(kid: string, versions: Readonly<Record<string, number>>): void;
}

/**
 * One person's own key, from making it to opening the teams' keys with it. The private key is here as a handle that opens and cannot be
 * read, and forgotten at the lock; where it has to be wrapped anew, the words are asked for again.
 */
export class MyKey {
  /** Made and not kept yet: its words still have to be written down. */
  fresh: Fresh | undefined;
  device: DeviceSecret | undefined;
  /** Which line signed the teams' records: its key's id, to be compared. */
  line: string | undefined;
  #kept: KeptKey | undefined;
  #own: RecipientKey | undefined;
  #loaded: 'not-yet' | 'yes' | 'away' = 'not-yet';

  constructor(
    private readonly person: { readonly id: string; readonly handle: string },
    private readonly api: KeyApi,
    private readonly keys: Keys,
    private readonly store: DeviceStore,
    private readonly lines: LineMemory,
  ) {
    keys.onChange((ring) => {
      if (ring !== undefined) return;
      this.#own = undefined;
      this.fresh = undefined;
    });
  }

  get stage(): Stage {
    if (this.fresh !== undefined) return 'fresh';
    if (this.#loaded !== 'yes') return this.#loaded === 'away' ? 'away' : 'loading';
    if (this.#kept === undefined) return 'none';
    if (this.#own === undefined) return 'locked';
    return this.keys.ring === undefined ? 'waiting' : 'open';
  }

  /** Of the key that is open here; only before that of the one the desk names. */
  get kid(): string | undefined {
    return this.#own?.kid ?? this.#kept?.kid;
  }

  get passkeys(): readonly { id: string; jwe: string; credential: string }[] {
    return (this.#kept?.wraps ?? []).flatMap(({ id, jwe, credential }) => (credential ? [{ id, jwe, credential }] : []));
  }

  async load(): Promise<void> {
    try {
      await this.#take(await this.api.mine());
      this.device = await this.#deviceHere();
      this.#loaded = 'yes';
    } catch (failure) {
      if (this.#loaded !== 'yes') this.#loaded = 'away';
      throw failure;
    }
  }

  /** A new key, here only until its words were written down. */
  async make(): Promise<void> {
    this.fresh = await withWords(await pair('ECDH-ES+A256KW'));
  }

  dropFresh(): void {
    this.fresh = undefined;
  }

  /** Keeps it once the two words that are asked for were typed. False for other words. */
  async keepFresh(typed: readonly [string, string]): Promise<boolean> {
    const fresh = this.fresh!;
    if (!areWritten(fresh, typed)) return false;
    const { kty, crv, x, y } = fresh.key;
    const replaces = this.#kept?.kid;
    await this.api.keep({ kty, crv, x, y }, await wrapUnderWords(fresh.key, fresh.words), replaces);
    if (replaces !== undefined) await this.store.drop(this.person.id);
    await this.load();
    await this.#opened(fresh.key);
    this.fresh = undefined;
    return true;
  }

  /** Throws `CannotOpen` for other words. */
  async openWithWords(typed: string): Promise<void> {
    await this.#opened(await this.#byWords(typed));
  }

  async openWithPasskey(): Promise<void> {
    await this.#opened(await this.byPasskey());
  }

  /** Throws the desk's `wrong-pin`, with how many tries are left, or `device-locked`. */
  async openWithPin(pin: string): Promise<void> {
    await this.#opened(await this.byPin(pin));
  }

  /** The private key itself, for a moment: to wrap it anew. */
  byPasskey(): Promise<EcJwk> {
    return openWithPasskey(this.passkeys, this.kid!);
  }

  /** The same; throws as `openWithPin` does. */
  async byPin(pin: string): Promise<EcJwk> {
    const device = this.device!;
    try {
      const { jwe, share } = await this.api.unlock(device.id, await proofOf(device, pin));
      return await openWithShare(device, jwe, share);
    } catch (failure) {
      const isOver = failure instanceof Problem && (failure.slug === 'device-locked' || failure.status === 404);
      if (isOver) await this.#forgetDevice();
      throw failure;
    }
  }

  /** Has this browser open the key with a PIN from now on. */
  async enrol(typed: string, pin: string): Promise<void> {
    const key = await this.#byWords(typed);
    const { secret, enrolment } = await enrol(key, this.kid!, pin);
    await this.api.enrol(enrolment, await this.proof());
    await this.store.save(this.person.id, secret);
    this.device = secret;
  }

  async addPasskey(typed: string): Promise<void> {
    const wrap = await makePasskey(await this.#byWords(typed), this.person.handle);
    await this.api.addPasskey(crypto.randomUUID(), wrap, await this.proof());
    await this.#take(await this.api.mine());
  }

  async removePasskey(id: string): Promise<void> {
    await this.api.removePasskey(id, await this.proof());
    await this.#take(await this.api.mine());
  }

  async removeDevice(id: string): Promise<void> {
    await this.api.removeDevice(id, await this.proof());
    if (this.device?.id === id) await this.#forgetDevice();
  }

  /** That the key is open here, as the desk asks before it changes what opens it. Throws `CannotOpen` while it is locked. */
  async proof(): Promise<string> {
    const challenge = await this.api.challenge();
    if (this.#own === undefined) throw new CannotOpen('another-key');
    return answerTo(challenge, this.#own);
  }

  /** Looks whether this key was let in since, or a team's keys were replaced. */
  async lookAgain(): Promise<void> {
    const before = shape(this.#kept);
    await this.#take(await this.api.mine());
    if (this.#own !== undefined && (this.keys.ring === undefined || shape(this.#kept) !== before)) await this.#openTeams();
  }

  /** The teams' secrets, opened for a moment: to give them to somebody. */
  async secretsOf(team: string): Promise<readonly (TeamSecrets & { kid: string })[]> {
    const own = this.#own;
    if (own === undefined) return [];
    const given = this.#kept!.teams.filter((one) => one.team === team);
    return Promise.all(given.map(async (one) => ({ ...(await openPackage(one.jwe, team, one.kid, own)), kid: one.kid })));
  }

  get own(): RecipientKey | undefined {
    return this.#own;
  }

  async #byWords(typed: string): Promise<EcJwk> {
    const words = (await parts.words.fetch()).readWords(typed);
    if (words === undefined) throw new CannotOpen('another-key');
    return openWithWords(this.#kept!.wraps.find((wrap) => wrap.kind === 'words')!.jwe, this.kid!, words);
  }

  /** What the desk says of this person's key, believed only as far as it is the key that is open here. */
  async #take(kept: KeptKey | undefined): Promise<void> {
    const named = kept === undefined ? undefined : await kidOf(kept.publicKey);
    if (named !== kept?.kid || (this.#own !== undefined && this.#own.kid !== named)) {
      this.keys.lock();
      throw new OtherKey();
    }
    this.#kept = kept;
  }

  async #opened(key: EcJwk): Promise<void> {
    const own = await openingKey(key);
    if (own.kid !== this.#kept?.kid) throw new OtherKey();
    this.#own = own;
    await this.#openTeams();
  }

  async #openTeams(): Promise<void> {
    const all = await Promise.all(this.#kept!.teams.map((given) => this.#openOne(given)));
    const good = all.filter((one) => one !== undefined);
    const today = good.filter((one) => one.today).map((one) => one.secrets);
    if (today.length === 0) return this.#letGo();
    await this.#checkLine(today, Object.fromEntries(good.map((one) => [one.secrets.team, one.version])));
    this.keys.use(await Keyring.of(this.person.handle, today, good.filter((one) => !one.today).map((one) => one.secrets)));
  }

  /** Nothing counts any more: what was open is locked, and the own key stays open for what may be given anew. */
  #letGo(): void {
    if (this.keys.ring === undefined) return;
    const own = this.#own;
    this.keys.lock();
    this.#own = own;
  }

  /** What cannot be opened, whose record was not signed by the line it came with, or is older than one seen before, is as good as not given. */
  async #openOne(given: GivenKey): Promise<{ secrets: TeamSecrets; today: boolean; version: number } | undefined> {
    try {
      const secrets = await openPackage(given.jwe, given.team, given.kid, this.#own!);
      const standing = await standingOf(secrets, given.record);
      return standing.version < this.lines.version(given.team) ? undefined : { secrets, ...standing };
    } catch {
      return undefined;
    }
  }

  /** All teams are of one line, and of the one that this browser has known since it first saw it. */
  async #checkLine(secrets: readonly TeamSecrets[], versions: Readonly<Record<string, number>>): Promise<void> {
    const kids = await Promise.all(secrets.map((one) => kidOf(one.line)));
    const line = kids[0]!;
    this.line = line;
    if (kids.some((kid) => kid !== line) || (this.lines.line() ?? line) !== line) {
      this.keys.lock();
      throw new OtherLine();
    }
    this.lines.remember(line, versions);
  }

  async #deviceHere(): Promise<DeviceSecret | undefined> {
    const device = await this.store.load(this.person.id).catch(() => undefined);
    return device?.kid === this.#kept?.kid ? device : undefined;
  }

  async #forgetDevice(): Promise<void> {
    await this.store.drop(this.person.id);
    this.device = undefined;
  }
}

/** What the teams' keys depend on. */
function shape(kept: KeptKey | undefined): string {
  return JSON.stringify(kept?.teams.map(({ team, kid, record }) => [team, kid, record]));
}

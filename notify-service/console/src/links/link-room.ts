import type { LinkApi, Links, Marks, Verdict } from '../desk/link-api.ts';
import { Problem } from '../desk/problem.ts';
import type { Keyring } from '../keys/keyring.ts';
import { Doing } from '../referral/doing.ts';
import { ForgedRecord } from '../teams/signed.ts';
import { markOf } from './link-key.ts';
import type { LinkKey } from './link-key.ts';
import type { LinkKeys } from './link-keys.ts';
import { NoLinkKey } from './served.ts';
import type { Lack } from './served.ts';
import type { Term } from './terms.ts';

export const NOTHING: Links = { same: [], different: [], proposed: [] };
const AGAIN_MS = 10_000;
const LACKING_MS = 60_000;

export type Lacking = Lack | 'forged';

interface Answer {
  readonly links: Links;
  readonly lack?: Lacking;
}

/** Which other reports the one on screen shares its place with. Its terms are here only while it is open; the desk is told their marks. */
export class LinkRoom {
  links: Links = NOTHING;
  /** What is compared; undefined unless the report is open and held. */
  terms: readonly Term[] | undefined;
  lack: Lacking | undefined;
  readonly doing: Doing;
  #report = '';
  #asked: string | undefined;
  #askAgainAt = 0;
  #turn = 0;
  #shown = new Map<string, string>();
  #keys: { readonly ring: Keyring; readonly all: Promise<readonly LinkKey[]> } | undefined;

  constructor(
    private readonly api: LinkApi,
    private readonly keys: LinkKeys,
    private readonly ring: () => Keyring | undefined,
    /** What else has to learn of a report in which something was said. */
    private readonly acted: (report: string) => Promise<void>,
    private readonly changed: () => void,
  ) {
    this.doing = new Doing(changed);
  }

  /**
   * Called with each drawing: asks once for each state of the report.
   *
   * @param said what its holder has saved of its place, while it is open; what is being typed is compared once it is saved
   */
  follow(report: string, said: readonly Term[] | 'unsaved' | undefined): void {
    if (report !== this.#report) this.leave();
    else if (said === 'unsaved') return;
    this.#report = report;
    const terms = said === 'unsaved' ? undefined : said;
    const state = JSON.stringify([terms === undefined || this.ring() === undefined, terms?.map(({ term }) => term)]);
    if (state === this.#asked || Date.now() < this.#askAgainAt) return;
    this.#asked = state;
    this.terms = this.ring() === undefined ? undefined : terms;
    if (this.terms === undefined) this.#shown.clear();
    void this.#ask();
  }

  /** True when somebody has said something since. */
  async hasNews(report: string): Promise<boolean> {
    if (report !== this.#report) return false;
    const said = ({ same, different }: Links) => JSON.stringify([same, different]);
    const isNew = await this.api.links(report).then((links) => said(links) !== said(this.links), () => false);
    if (isNew && report === this.#report) await this.#ask();
    return isNew;
  }

  leave(): void {
    this.#turn += 1;
    this.#report = '';
    this.#asked = undefined;
    this.#askAgainAt = 0;
    this.#shown.clear();
    this.links = NOTHING;
    this.terms = undefined;
    this.lack = undefined;
    this.doing.problem = '';
  }

  /** The keys are locked. */
  forget(): void {
    this.#keys = undefined;
    this.leave();
  }

  /** How the terms were written that these marks are of. */
  wordsOf(marks: readonly string[]): readonly string[] {
    return marks.flatMap((mark) => this.#shown.get(mark) ?? []);
  }

  say(other: string, verdict: Verdict): Promise<boolean> {
    return this.#act((report) => this.api.say(report, other, verdict));
  }

  takeBack(other: string): Promise<boolean> {
    return this.#act((report) => this.api.takeBack(report, other));
  }

  startAnew(): Promise<boolean> {
    return this.#act(async () => {
      const ring = this.ring();
      if (ring !== undefined) await this.keys.startAnew(ring);
      this.#keys = undefined;
    });
  }

  async #act(work: (report: string) => Promise<void>): Promise<boolean> {
    const report = this.#report;
    const done = await this.doing.do(() => work(report));
    await Promise.all([report === this.#report && this.#ask(), this.acted(report)]);
    return done;
  }

  /** Only what was asked last counts: an answer to something earlier may come after it. */
  async #ask(): Promise<void> {
    const turn = ++this.#turn;
    const [report, terms, ring] = [this.#report, this.terms, this.ring()];
    try {
      const answer = terms === undefined || ring === undefined ? { links: await this.api.links(report) } : await this.#compare(report, terms, ring);
      if (turn === this.#turn) this.#take(answer);
    } catch {
      if (turn === this.#turn) this.#askAgain(AGAIN_MS);
    }
    this.changed();
  }

  #take({ links, lack }: Answer): void {
    this.links = links;
    this.lack = lack;
    if (lack !== undefined) this.#askAgain(LACKING_MS);
  }

  /** The desk may be away, and somebody may hand the key on meanwhile. */
  #askAgain(after: number): void {
    this.#asked = undefined;
    this.#askAgainAt = Date.now() + after;
  }

  /** What cannot be compared is still shown as far as the desk knows it. */
  async #compare(report: string, terms: readonly Term[], ring: Keyring): Promise<Answer> {
    const keys = await this.#ready(ring);
    if (typeof keys === 'string') return { links: await this.api.links(report), lack: keys };
    try {
      return { links: await this.#told(report, terms, keys) };
    } catch (failure) {
      if (!(failure instanceof Problem) || failure.slug !== 'link-key-replaced') throw failure;
      this.#keys = undefined;
      const newer = await this.#ready(ring);
      const isSame = typeof newer !== 'string' && newer[0]?.kid === keys[0]?.kid;
      if (typeof newer === 'string' || isSame) return { links: await this.api.links(report), lack: typeof newer === 'string' ? newer : 'waiting' };
      return { links: await this.#told(report, terms, newer) };
    }
  }

  /** A claim that has just ended is no reason to show nothing. */
  async #told(report: string, terms: readonly Term[], keys: readonly LinkKey[]): Promise<Links> {
    const [today, ...earlier] = await Promise.all(keys.map((key) => this.#marks(terms, key, report)));
    return this.api.compare(report, today!, earlier).catch((failure: unknown) => {
      if (failure instanceof Problem && failure.slug === 'claim-needed') return this.api.links(report);
      throw failure;
    });
  }

  /** The keys, or why there are none. */
  async #ready(ring: Keyring): Promise<readonly LinkKey[] | Lacking> {
    if (this.#keys?.ring !== ring) this.#keys = { ring, all: this.keys.of(ring) };
    try {
      return await this.#keys.all;
    } catch (failure) {
      this.#keys = undefined;
      if (failure instanceof NoLinkKey) return failure.lack;
      if (failure instanceof ForgedRecord) return 'forged';
      throw failure;
    }
  }

  async #marks(terms: readonly Term[], key: LinkKey, report: string): Promise<Marks> {
    const marks = await Promise.all(terms.map(({ term }) => markOf(term, key)));
    if (report === this.#report) terms.forEach(({ shown }, index) => this.#shown.set(marks[index]!, shown));
    return { kid: key.kid, marks };
  }
}

import type { KeyApi, Recovery } from '../desk/key-api.ts';
import { CannotOpen } from '../sealing/containers.ts';
import type { Admit } from './admit.ts';
import { answerTo } from './challenge.ts';
import { parts } from '../parts/parts.ts';
import { jose } from '../sealing/library.ts';
import type { Opened, Papers } from './papers.ts';

/** A paper that was not copied right; which one, counted from 1. */
export class Miscopied extends Error {
  constructor(readonly paper: number) {
    super('miscopied');
  }
}

/** The papers open, but not everything that was sealed to them. */
export class Unopened extends Error {
  constructor(readonly teams: readonly string[]) {
    super('unopened');
  }
}

/** An organisation's recovery key: made and printed, tried, and used when everything else is lost. */
export class RecoveryRoom {
  /** The sets of papers that count; undefined until the desk was asked. */
  kept: readonly Recovery[] | undefined;
  /** Made and not kept yet: they are on the page to be printed. */
  papers: (Papers & { readonly needed: number }) | undefined;

  constructor(private readonly api: KeyApi, private readonly admit: Admit) {}

  async load(): Promise<void> {
    this.kept = await this.api.recoveries();
  }

  async make(shares: number, needed: number): Promise<void> {
    const { makePapers } = await parts.pages.fetch();
    this.papers = { ...(await makePapers(shares, needed)), needed };
  }

  drop(): void {
    this.papers = undefined;
  }

  /** They are printed: the teams' keys are sealed to the key, and the papers leave the page. */
  async keep(teams: readonly string[]): Promise<void> {
    const { publicKey, papers, needed } = this.papers!;
    await this.admit.keepPapers(publicKey, papers.length, needed, teams);
    this.papers = undefined;
    await this.load();
  }

  /** Whether the papers would open everything; opens it, and forgets it again. */
  async drill(typed: readonly string[]): Promise<void> {
    const { recovery, opened } = await this.#open(typed);
    if (opened.failed.length > 0) throw new Unopened(opened.failed);
    await this.api.drilled(recovery.kid, await answerTo(await this.api.recoveryChallenge(recovery.kid), opened.own));
    await this.load();
  }

  /** Everything is lost but the papers: one's new key gets the teams' keys. */
  async recover(typed: readonly string[]): Promise<void> {
    await this.load();
    await this.admit.recover((await this.#open(typed)).opened.secrets);
  }

  /** The papers say nothing of which set they are: the one that they open. */
  async #open(typed: readonly string[]): Promise<{ recovery: Recovery; opened: Opened }> {
    const [{ openWithPapers, readPaper }] = await Promise.all([parts.pages.fetch(), jose()]);
    const papers: Uint8Array[] = [];
    for (const [i, one] of typed.filter((text) => text.trim() !== '').entries()) {
      const paper = await readPaper(one);
      if (paper === undefined) throw new Miscopied(i + 1);
      papers.push(paper);
    }
    for (const recovery of this.kept ?? []) {
      const opened = await openWithPapers(papers, recovery.publicKey, recovery.packages).catch(() => undefined);
      if (opened !== undefined) return { recovery, opened };
    }
    throw new CannotOpen('another-key');
  }
}

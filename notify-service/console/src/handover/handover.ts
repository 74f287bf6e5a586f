import type { CaseView } from '../desk/api.ts';
import { Problem } from '../desk/problem.ts';
import type { Keyring, TeamKeys } from '../keys/keyring.ts';
import { CannotOpen } from '../sealing/containers.ts';
import { verifiedDirectory } from '../teams/directory.ts';
import type { KnownTeam, TeamDirectory } from '../teams/directory.ts';
import type { SeenVersions } from '../teams/recipients.ts';
import type { Correction, HandoverDesk, HandoverLine, Reason } from './handover-desk.ts';
import type { LetIn } from './let-in.ts';

/** What the hand-overs of all reports share. */
export interface Hands {
  readonly desk: HandoverDesk;
  readonly letIn: LetIn;
  readonly seen: SeenVersions;
  readonly ring: () => Keyring | undefined;
}

const ASK_AGAIN_MS = 10_000;

export type Doing = 'looking' | 'granting' | 'offering' | 'answering' | 'takingOut';

/** One report on its way to another team: what was chosen, what is being done, what went wrong. Holds no content. */
export class Handover {
  directory: TeamDirectory | undefined;
  lines: readonly HandoverLine[] = [];
  chosen = '';
  filter = '';
  leaves = true;
  reason: Reason | '' = '';
  /** What a correction is about to say; what is absent stays as it is. */
  correction: { language?: string; region?: string; to: string } = { to: '' };
  doing: Doing | undefined;
  problem: Problem | undefined;
  /** The case as it was when the lines were loaded. */
  #linesOf: string | undefined;
  #askAgainAt = 0;

  constructor(
    readonly id: string,
    private readonly hands: Hands,
    private readonly changed: () => void,
  ) {}

  /** Asks for the lines once for each state of the case. */
  follow(view: CaseView): void {
    const state = JSON.stringify([view.offer ?? null, view.teams, view.claimedBy ?? null]);
    if (this.#linesOf === state || Date.now() < this.#askAgainAt) return;
    this.#linesOf = state;
    void this.hands.desk.lines(this.id).then((lines) => {
      if (this.#linesOf !== state) return;
      this.lines = lines;
      this.changed();
    }, () => {
      this.#linesOf = undefined;
      this.#askAgainAt = Date.now() + ASK_AGAIN_MS;
    });
  }

  /** Loads who there is; a record that the line's key did not sign is left out and reported. */
  async look(): Promise<void> {
    const ring = this.hands.ring();
    if (ring === undefined || this.directory !== undefined || this.doing !== undefined) return;
    await this.#do('looking', async () => {
      this.directory = await verifiedDirectory(await this.hands.desk.records(), ring.line, this.hands.seen);
    });
  }

  team(id: string): KnownTeam | undefined {
    return this.directory?.teams.find((team) => team.id === id);
  }

  /** First the keys, then the question; undefined when it did not work. */
  offer(view: CaseView, keys: TeamKeys): Promise<CaseView | undefined> {
    const to = this.team(this.chosen);
    if (to === undefined) return Promise.resolve(undefined);
    return this.#do('granting', async () => {
      await this.#admit(keys, to);
      this.#become('offering');
      return this.hands.desk.offer(view.id, to.id, this.leaves);
    });
  }

  accept(): Promise<CaseView | undefined> {
    return this.#do('answering', () => this.hands.desk.accept(this.id));
  }

  async decline(): Promise<boolean> {
    const reason = this.reason;
    if (reason === '') return false;
    return (await this.#do('answering', () => this.hands.desk.decline(this.id, reason).then(() => true))) === true;
  }

  async withdraw(): Promise<boolean> {
    return (await this.#do('answering', () => this.hands.desk.withdraw(this.id).then(() => true))) === true;
  }

  async takeOut(keys: TeamKeys, team: string): Promise<boolean> {
    return (await this.#do('takingOut', () => this.hands.letIn.takeOut(this.id, keys, team).then(() => true))) === true;
  }

  /** Says what it really is, and lets in who reads that. */
  correct(view: CaseView, keys: TeamKeys): Promise<CaseView | undefined> {
    const { language = view.language, region = view.region, to } = this.correction;
    const team = this.team(to);
    if (to !== '' && team === undefined) return Promise.resolve(undefined);
    return this.#do('granting', async () => {
      if (team !== undefined) await this.#admit(keys, team);
      this.#become('offering');
      const said: Correction = { language, region, passOn: team !== undefined };
      const after = await this.hands.desk.correct(view.id, said);
      this.correction = { to: '' };
      return after;
    });
  }

  async #admit(keys: TeamKeys, to: KnownTeam): Promise<void> {
    await this.hands.letIn.letIn(this.id, keys, to);
    await this.hands.desk.awaitReader(this.id, to.id);
  }

  #become(doing: Doing): void {
    this.doing = doing;
    this.changed();
  }

  async #do<T>(doing: Doing, work: () => Promise<T>): Promise<T | undefined> {
    if (this.doing !== undefined) return undefined;
    this.problem = undefined;
    this.#become(doing);
    try {
      return await work();
    } catch (failure) {
      this.problem = problemIn(failure);
      return undefined;
    } finally {
      this.doing = undefined;
      this.changed();
    }
  }
}

function problemIn(failure: unknown): Problem {
  if (failure instanceof Problem) return failure;
  return failure instanceof CannotOpen ? new Problem('not-opened', -1) : new Problem('other', -1);
}

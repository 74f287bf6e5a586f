import type { LinkApi } from '../desk/link-api.ts';
import type { Organisation, OwnTeam } from './organisation.ts';
import { believed, claimed } from './vouch.ts';
import type { Vouch } from './vouch.ts';

/** Why there is no key to compare with: not given to one's team yet; vouched for by nobody; older than one that was seen here before. */
export type Lack = 'waiting' | 'unvouched' | 'older';

export class NoLinkKey extends Error {
  constructor(readonly lack: Lack) {
    super(lack);
    this.name = 'NoLinkKey';
  }
}

/** What the desk serves of an organisation's keys, and how far it is believed. */
export class Served {
  private constructor(
    /** The latest first. */
    readonly believed: readonly Vouch[],
    /** What somebody said of a key, true or not. */
    private readonly claimed: readonly Vouch[],
  ) {}

  static async from(api: LinkApi, organisation: Organisation): Promise<Served> {
    const all = (await api.keys()).flatMap(({ vouches }) => vouches);
    const checked = await Promise.all(all.map((jws) => believed(jws, organisation)));
    return new Served([...present(checked)].sort((a, b) => b.generation - a.generation), present(all.map(claimed)));
  }

  /** @param remembered the latest generation that this browser has seen. Throws `NoLinkKey` where none counts */
  latest(remembered: number): Vouch {
    const [latest] = this.believed;
    if (latest === undefined) throw new NoLinkKey(this.claimed.length === 0 && remembered > 0 ? 'older' : 'unvouched');
    if (latest.generation < remembered) throw new NoLinkKey('older');
    return latest;
  }

  /**
   * Which generation is to be made; undefined when the latest is as it should be. For that a claim is enough: a key too many costs little, and who
   * took a team's keys with them can sign no more.
   */
  next(organisation: Organisation, remembered: number): number | undefined {
    if (this.claimed.length === 0 && remembered === 0) return 1;
    const latest = this.latest(remembered);
    return this.claimed.some((vouch) => vouch.kid === latest.kid && isLeft(vouch, organisation)) ? latest.generation + 1 : undefined;
  }

  /** Those that are believed, each with all that is believed of it. */
  keys(): readonly (readonly Vouch[])[] {
    const kids = [...new Set(this.believed.map(({ kid }) => kid))];
    return kids.map((kid) => this.believed.filter((vouch) => vouch.kid === kid));
  }

  /** Whether the team's key of today has it; where the team itself can vouch, by its own word. */
  has(kid: string, team: OwnTeam, byItself: boolean): boolean {
    return this.believed.some((vouch) => vouch.kid === kid && vouch.team === team.id && vouch.teamKid === team.encryption.kid && (!byItself || vouch.by === team.id));
  }
}

/** It was sealed to a team that is no more, or to keys that a team had before: somebody may have left with it. */
function isLeft({ team, teamKid, teamVersion }: Vouch, { teams }: Organisation): boolean {
  const today = teams.find(({ id }) => id === team);
  return today === undefined || (today.encryption.kid !== teamKid && teamVersion <= today.version);
}

export function present<T>(all: readonly (T | undefined)[]): readonly T[] {
  return all.filter((one) => one !== undefined);
}

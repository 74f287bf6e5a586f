import type { LinkApi } from '../desk/link-api.ts';
import { Problem } from '../desk/problem.ts';
import type { Keyring } from '../keys/keyring.ts';
import { openerOf } from '../keys/opener.ts';
import type { TeamSecrets } from '../keys/package.ts';
import { sealingKey, signingKey } from '../sealing/keys.ts';
import type { SeenVersions } from '../teams/recipients.ts';
import { kidOfSecret, linkKeyOf, newSecret, openSecret, sealSecret } from './link-key.ts';
import type { LinkKey } from './link-key.ts';
import type { LinkMemory } from './link-memory.ts';
import { organisationOf } from './organisation.ts';
import type { Organisation, OwnTeam } from './organisation.ts';
import { believed, claimed, signVouch } from './vouch.ts';
import type { Vouch } from './vouch.ts';

/** Why there is no key to compare with: not given to one's team yet; vouched for by nobody; older than one that was seen here before. */
export type Lack = 'waiting' | 'unvouched' | 'older';

export class NoLinkKey extends Error {
  constructor(readonly lack: Lack) {
    super(lack);
    this.name = 'NoLinkKey';
  }
}

type Secret = Uint8Array<ArrayBuffer>;

/** One that this browser can open, for as long as it has to be sealed to others. */
interface Held {
  readonly kid: string;
  readonly generation: number;
  readonly secret: Secret;
}

/** What the desk serves, as far as it is believed. */
interface Served {
  readonly believed: readonly Vouch[];
  /** Of which key somebody said something, true or not. */
  readonly claimed: readonly Vouch[];
}

const TURNS = 3;

/**
 * An organisation's keys for marks. The first browser that needs one makes it, seals it to all teams of the organisation and signs that with its
 * team's order key; every other one believes what was signed so, and nothing else. Whoever holds it seals it to teams that came later. When a
 * team's keys were replaced, or a team is no more, somebody may have left with it: then the next one is made, and the earlier ones only ask.
 */
export class LinkKeys {
  constructor(
    private readonly api: LinkApi,
    private readonly records: () => Promise<readonly string[]>,
    private readonly seen: SeenVersions,
    private readonly memory: LinkMemory,
  ) {}

  /** The latest first. Throws `NoLinkKey`, `ForgedRecord`, `Problem`. */
  async of(ring: Keyring): Promise<readonly LinkKey[]> {
    const organisation = await this.#organisation(ring);
    return using(await this.#held(ring, organisation), (held) => Promise.all(held.map(({ secret, generation }) => linkKeyOf(secret, generation))));
  }

  /** A key that nobody vouches for any more is given up: the next one is made, and what was kept under it is not found again. */
  async startAnew(ring: Keyring): Promise<void> {
    const organisation = await this.#organisation(ring);
    const latest = Math.max(0, ...(await this.api.keys()).map(({ generation }) => generation));
    await this.#make(organisation, ring, latest + 1);
  }

  /** Hands what there is on to a team's next keys, by whoever proposes these: once they count, nobody else could vouch for it to them. */
  async handOn(ring: Keyring, next: TeamSecrets, version: number): Promise<void> {
    const to = await sealingKey(next.encryption);
    const by = await signingKey(next.order);
    const organisation = await this.#organisation(ring);
    const served = await this.#served(organisation);
    const all = await this.#opened(served, ring, organisation).catch((failure: unknown) => {
      if (failure instanceof NoLinkKey) return [];
      throw failure;
    });
    await using(all, async (held) => {
      for (const one of held) await this.api.vouch(one.kid, [await vouchFor(one, organisation.id, { id: next.team, version, encryption: to }, next.team, by)]);
    });
  }

  async #organisation(ring: Keyring): Promise<Organisation> {
    return organisationOf(await this.records(), ring, this.seen);
  }

  async #held(ring: Keyring, organisation: Organisation): Promise<readonly Held[]> {
    for (let turn = 1; ; turn++) {
      const served = await this.#served(organisation);
      const next = this.#next(served, organisation);
      if (next === undefined || turn === TURNS) return this.#opened(served, ring, organisation);
      await this.#make(organisation, ring, next);
    }
  }

  /** Which generation is to be made; undefined when the latest is as it should be. */
  #next(served: Served, organisation: Organisation): number | undefined {
    if (served.claimed.length === 0) {
      if (this.memory.generation(organisation.id) > 0) throw new NoLinkKey('older');
      return 1;
    }
    const latest = this.#latest(served, organisation);
    return served.claimed.some((vouch) => vouch.kid === latest.kid && isLeft(vouch, organisation)) ? latest.generation + 1 : undefined;
  }

  #latest({ believed: vouches }: Served, organisation: Organisation): Vouch {
    const [latest] = [...vouches].sort((a, b) => b.generation - a.generation);
    if (latest === undefined) throw new NoLinkKey('unvouched');
    if (latest.generation < this.memory.generation(organisation.id)) throw new NoLinkKey('older');
    return latest;
  }

  async #served(organisation: Organisation): Promise<Served> {
    const all = (await this.api.keys()).flatMap(({ vouches }) => vouches);
    const checked = await Promise.all(all.map((jws) => believed(jws, organisation)));
    return { believed: present(checked), claimed: present(all.map(claimed)) };
  }

  /** Of two browsers that make one at once, the other takes this one's: the desk's refusal only means to look again. */
  async #make(organisation: Organisation, ring: Keyring, generation: number): Promise<void> {
    const secret = newSecret();
    const held = { kid: await kidOfSecret(secret), generation, secret };
    const vouches = await Promise.all(organisation.teams.map((team) => this.#vouch(held, team, ring, organisation)));
    secret.fill(0);
    await this.api.make({ kid: held.kid, generation, vouches }).catch((failure: unknown) => {
      if (!(failure instanceof Problem) || failure.slug !== 'link-key-exists') throw failure;
    });
  }

  async #opened(served: Served, ring: Keyring, organisation: Organisation): Promise<readonly Held[]> {
    const latest = this.#latest(served, organisation);
    const kids = new Set([...served.believed].sort((a, b) => b.generation - a.generation).map(({ kid }) => kid));
    const held = present(await Promise.all([...kids].map((kid) => openOne(served.believed.filter((vouch) => vouch.kid === kid), ring))));
    if (held[0]?.kid !== latest.kid) throw new NoLinkKey('waiting');
    await this.#give(held, served, ring, organisation);
    this.memory.remember(organisation.id, latest.generation);
    return held;
  }

  /** Seals what is held to teams to whose key of today nobody has; and has each of one's own teams vouched for by itself, whatever becomes of others. */
  async #give(held: readonly Held[], served: Served, ring: Keyring, organisation: Organisation): Promise<void> {
    for (const one of held) {
      const has = (team: OwnTeam) => served.believed.some((vouch) => vouch.kid === one.kid && vouch.team === team.id && vouch.teamKid === team.encryption.kid
        && (vouch.by === team.id || signs(ring, team) === undefined));
      const lacking = organisation.teams.filter((team) => !has(team));
      if (lacking.length > 0) await this.api.vouch(one.kid, await Promise.all(lacking.map((team) => this.#vouch(one, team, ring, organisation))));
    }
  }

  #vouch(held: Held, to: OwnTeam, ring: Keyring, organisation: Organisation): Promise<string> {
    const by = signs(ring, to) === undefined ? organisation.teams.find((team) => signs(ring, team) !== undefined) : to;
    if (by === undefined) throw new NoLinkKey('waiting');
    return vouchFor(held, organisation.id, to, by.id, signs(ring, by)!);
  }
}

/** The secrets are forgotten afterwards. */
async function using<T>(held: readonly Held[], work: (held: readonly Held[]) => Promise<T>): Promise<T> {
  try {
    return await work(held);
  } finally {
    for (const { secret } of held) secret.fill(0);
  }
}

/** The order key of a team of one's own, if it is the one of today. */
function signs(ring: Keyring, team: OwnTeam) {
  const own = ring.ofTeam(team.id)?.order;
  return own?.kid === team.order.kid ? own : undefined;
}

async function vouchFor(held: Held, organisation: string, to: Pick<OwnTeam, 'id' | 'version' | 'encryption'>, by: string, order: Parameters<typeof signVouch>[1]): Promise<string> {
  const { kid, generation, secret } = held;
  const jwe = await sealSecret(secret, to.id, to.encryption);
  return signVouch({ organisation, kid, generation, team: to.id, teamVersion: to.version, teamKid: to.encryption.kid, by, jwe }, order);
}

/** It was sealed to a team that is no more, or to keys that a team had before: somebody may have left with it. */
function isLeft({ team, teamKid, teamVersion }: Vouch, { teams }: Organisation): boolean {
  const today = teams.find(({ id }) => id === team);
  return today === undefined || (today.encryption.kid !== teamKid && teamVersion <= today.version);
}

async function openOne(vouches: readonly Vouch[], ring: Keyring): Promise<Held | undefined> {
  for (const { kid, generation, team, jwe } of vouches) {
    const keys = ring.ofTeam(team);
    const secret = keys === undefined ? undefined : await openSecret(jwe, team, kid, openerOf(jwe, keys)).catch(() => undefined);
    if (secret !== undefined) return { kid, generation, secret };
  }
  return undefined;
}

function present<T>(all: readonly (T | undefined)[]): readonly T[] {
  return all.filter((one) => one !== undefined);
}

import type { LinkApi } from '../desk/link-api.ts';
import { Problem } from '../desk/problem.ts';
import type { Keyring } from '../keys/keyring.ts';
import { openerOf } from '../keys/opener.ts';
import type { TeamSecrets } from '../keys/package.ts';
import type { RecipientKey } from '../sealing/containers.ts';
import { sealingKey, signingKey } from '../sealing/keys.ts';
import type { SeenVersions } from '../teams/recipients.ts';
import { ForgedRecord } from '../teams/signed.ts';
import { kidOfSecret, linkKeyOf, newSecret, openSecret, sealSecret } from './link-key.ts';
import type { LinkKey } from './link-key.ts';
import type { LinkMemory } from './link-memory.ts';
import { organisationOf } from './organisation.ts';
import type { Organisation, OwnTeam } from './organisation.ts';
import { NoLinkKey, Served, present } from './served.ts';
import { signVouch } from './vouch.ts';
import type { Vouch } from './vouch.ts';

/** One that this browser can open, for as long as it has to be sealed to others. */
interface Held {
  readonly kid: string;
  readonly generation: number;
  readonly secret: Uint8Array<ArrayBuffer>;
}

/** Another browser may make a key meanwhile, and a team's keys may be replaced; not again and again. */
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
    const served = await this.#served(ring, organisation);
    return using(await this.#opened(served, ring, organisation), (held) => Promise.all(held.map(({ secret, generation }) => linkKeyOf(secret, generation))));
  }

  /** A key that nobody vouches for any more is given up: the next one is made, and what was kept under it is not found again. */
  async startAnew(ring: Keyring): Promise<void> {
    const organisation = await this.#organisation(ring);
    const latest = Math.max(0, ...(await this.api.keys()).map(({ generation }) => generation));
    await this.#make(organisation, ring, latest + 1);
  }

  /** Hands what there is on to a team's next keys, by whoever proposes these: once they count, nobody else could vouch for it to them. */
  async handOn(ring: Keyring, next: TeamSecrets, version: number): Promise<void> {
    try {
      const organisation = await this.#organisation(ring);
      const [to, by] = await Promise.all([sealingKey(next.encryption), signingKey(next.order)]);
      const served = await Served.from(this.api, organisation);
      await using(await this.#opened(served, ring, organisation), async (all) => {
        for (const held of all) await this.api.vouch(held.kid, [await vouchFor(held, organisation.id, { id: next.team, version, encryption: to }, next.team, by)]);
      });
    } catch (failure) {
      // What counts for nobody is not handed on; whoever compares places is told why.
      if (!(failure instanceof NoLinkKey) && !(failure instanceof ForgedRecord)) throw failure;
    }
  }

  async #organisation(ring: Keyring): Promise<Organisation> {
    return organisationOf(await this.records(), ring, this.seen);
  }

  async #served(ring: Keyring, organisation: Organisation): Promise<Served> {
    for (let turn = 1; ; turn++) {
      const served = await Served.from(this.api, organisation);
      const next = served.next(organisation, this.memory.generation(organisation.id));
      if (next === undefined || turn === TURNS) return served;
      await this.#make(organisation, ring, next);
    }
  }

  /** Of two browsers that make one at once, the other takes this one's: the desk's refusal only means to look again. */
  async #make(organisation: Organisation, ring: Keyring, generation: number): Promise<void> {
    const secret = newSecret();
    const held = { kid: await kidOfSecret(secret), generation, secret };
    const vouches = await using([held], () => Promise.all(organisation.teams.map((team) => vouch(held, team, ring, organisation))));
    await this.api.make({ kid: held.kid, generation, vouches }).catch((failure: unknown) => {
      if (!(failure instanceof Problem) || failure.slug !== 'link-key-exists') throw failure;
    });
  }

  async #opened(served: Served, ring: Keyring, organisation: Organisation): Promise<readonly Held[]> {
    const latest = served.latest(this.memory.generation(organisation.id));
    const held = present(await Promise.all(served.keys().map((vouches) => openOne(vouches, ring))));
    if (held[0]?.kid !== latest.kid) throw new NoLinkKey('waiting');
    await this.#give(held, served, ring, organisation);
    this.memory.remember(organisation.id, latest.generation);
    return held;
  }

  /** Seals what is held to teams to whose key of today nobody has; and has each of one's own teams vouched for by itself, whatever becomes of others. */
  async #give(all: readonly Held[], served: Served, ring: Keyring, organisation: Organisation): Promise<void> {
    for (const held of all) {
      const lacking = organisation.teams.filter((team) => !served.has(held.kid, team, signs(ring, team) !== undefined));
      if (lacking.length > 0) await this.api.vouch(held.kid, await Promise.all(lacking.map((team) => vouch(held, team, ring, organisation))));
    }
  }
}

/** By the team itself where one can, else by another one of one's own. */
function vouch(held: Held, to: OwnTeam, ring: Keyring, { id, teams }: Organisation): Promise<string> {
  const by = [to, ...teams].find((team) => signs(ring, team) !== undefined);
  if (by === undefined) throw new NoLinkKey('waiting');
  return vouchFor(held, id, to, by.id, signs(ring, by)!);
}

async function vouchFor(held: Held, organisation: string, to: Pick<OwnTeam, 'id' | 'version' | 'encryption'>, by: string, order: RecipientKey): Promise<string> {
  const { kid, generation, secret } = held;
  const jwe = await sealSecret(secret, to.id, to.encryption);
  return signVouch({ organisation, kid, generation, team: to.id, teamVersion: to.version, teamKid: to.encryption.kid, by, jwe }, order);
}

/** The order key of a team of one's own, if it is the one of today. */
function signs(ring: Keyring, team: OwnTeam): RecipientKey | undefined {
  const own = ring.ofTeam(team.id)?.order;
  return own?.kid === team.order.kid ? own : undefined;
}

async function openOne(vouches: readonly Vouch[], ring: Keyring): Promise<Held | undefined> {
  for (const { kid, generation, team, jwe } of vouches) {
    const keys = ring.ofTeam(team);
    const secret = keys === undefined ? undefined : await openSecret(jwe, team, kid, openerOf(jwe, keys)).catch(() => undefined);
    if (secret !== undefined) return { kid, generation, secret };
  }
  return undefined;
}

/** The secrets are forgotten afterwards. */
async function using<T>(held: readonly Held[], work: (held: readonly Held[]) => Promise<T>): Promise<T> {
  try {
    return await work(held);
  } finally {
    for (const { secret } of held) secret.fill(0);
  }
}

import type { Keyring } from '../keys/keyring.ts';
import type { RecipientKey } from '../sealing/containers.ts';
import { isPublicJwk, verifyingKey } from '../sealing/keys.ts';
import { teamOf } from '../teams/recipients.ts';
import type { SeenVersions, Team } from '../teams/recipients.ts';
import { ForgedRecord, verified } from '../teams/signed.ts';

/** One of its teams, as the line vouches for it today. */
export interface OwnTeam extends Team {
  readonly order: RecipientKey;
}

/** The organisation of whoever holds the keys that are open here. */
export interface Organisation {
  readonly id: string;
  readonly teams: readonly OwnTeam[];
}

/** Which one it is the signed records say, not the desk. Throws `ForgedRecord` when one of them is not the line's. */
export async function organisationOf(records: readonly string[], ring: Keyring, seen: SeenVersions): Promise<Organisation> {
  const all = await Promise.all(records.map((record) => ownTeam(record, ring.line, seen)));
  const own = new Set(all.filter(({ id }) => ring.teamIds().includes(id)).map(({ organisation }) => organisation));
  const [id] = own;
  if (id === undefined || own.size > 1) throw new ForgedRecord('ovoz-team');
  return { id, teams: all.filter((team) => team.organisation === id && !team.suspended) };
}

async function ownTeam(jws: string, line: RecipientKey, seen: SeenVersions): Promise<OwnTeam> {
  const record = await verified(jws, 'ovoz-team', line);
  const order = record['orderKey'];
  if (!isPublicJwk(order)) throw new ForgedRecord('ovoz-team');
  return { ...(await teamOf(record, seen)), order: await verifyingKey(order) };
}

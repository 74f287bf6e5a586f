import type { RecipientKey } from '../sealing/containers.ts';
import { isPublicJwk, sealingKey, verifyingKey } from '../sealing/keys.ts';
import type { EcJwk } from '../sealing/keys.ts';
import { ForgedRecord, verified } from './signed.ts';

/** A team that may read the report, as the line's administration key vouches for it. */
export interface Team {
  readonly id: string;
  readonly organisation: string;
  readonly version: number;
  readonly suspended: boolean;
  readonly encryption: RecipientKey;
}

/** What a fetch says about whom to seal to. Nothing in it is believed before its signature was checked. */
export interface Vouchers {
  readonly recipients: readonly string[];
  readonly line: string;
  readonly relay: string;
}

export interface Recipients {
  readonly teams: readonly Team[];
  readonly relay: RecipientKey;
  readonly relayUntil: string;
}

/** The lowest version of a team record that is still believed, by team; higher ones seen in this session raise it. */
export type SeenVersions = Map<string, number>;

/**
 * Checks the chain from the pinned administration key: it signs the team records and the line record, whose key signs the
 * relay record. A desk that serves a forged, foreign or older record is refused as a whole, so nothing is sealed to it.
 */
export async function verifiedRecipients(vouchers: Vouchers, line: RecipientKey, seen: SeenVersions): Promise<Recipients> {
  const teams = await Promise.all(vouchers.recipients.map((jws) => verifiedTeam(jws, line, seen)));
  const intake = publicKey(await verified(vouchers.line, 'ovoz-line', line), 'signingKey', 'ovoz-line');
  const relay = await verified(vouchers.relay, 'ovoz-relay', await verifyingKey(intake));
  return {
    teams: teams.filter((team) => !team.suspended),
    relay: await sealingKey(publicKey(relay, 'key', 'ovoz-relay')),
    relayUntil: String(relay['notAfter']),
  };
}

export async function verifiedTeam(jws: string, line: RecipientKey, seen: SeenVersions): Promise<Team> {
  return teamOf(await verified(jws, 'ovoz-team', line), seen);
}

/** A team out of a record whose signature holds. */
export async function teamOf(record: Record<string, unknown>, seen: SeenVersions): Promise<Team> {
  const { id, organisation, version } = record;
  if (typeof id !== 'string' || typeof organisation !== 'string' || typeof version !== 'number') throw new ForgedRecord('ovoz-team');
  if (version < (seen.get(id) ?? 1)) throw new ForgedRecord('ovoz-team');
  seen.set(id, version);
  const encryption = await sealingKey(publicKey(record, 'encryptionKey', 'ovoz-team'));
  return { id, organisation, version, suspended: record['suspended'] === true, encryption };
}

function publicKey(record: Record<string, unknown>, name: string, typ: string): EcJwk {
  const jwk = record[name];
  if (!isPublicJwk(jwk)) throw new ForgedRecord(typ);
  return jwk;
}

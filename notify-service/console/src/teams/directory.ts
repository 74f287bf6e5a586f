import type { RecipientKey } from '../sealing/containers.ts';
import { teamOf } from './recipients.ts';
import type { SeenVersions, Team } from './recipients.ts';
import { verified } from './signed.ts';

/** A team that a report may be handed to, by its signed record. */
export interface KnownTeam extends Team {
  readonly languages: readonly string[];
  readonly regions: readonly string[];
  readonly childQualified: boolean;
}

/** @property forged how many records were not signed as they must be, or were older than one seen before; they are left out */
export interface TeamDirectory {
  readonly teams: readonly KnownTeam[];
  readonly forged: number;
}

/** Believes what the pinned administration key signed, and nothing else that the desk serves. */
export async function verifiedDirectory(records: readonly string[], line: RecipientKey, seen: SeenVersions): Promise<TeamDirectory> {
  const checked = await Promise.all(records.map((jws) => checkedTeam(jws, line, seen).catch(() => undefined)));
  const teams = checked.filter((team) => team !== undefined);
  return { teams: teams.filter((team) => !team.suspended), forged: checked.length - teams.length };
}

async function checkedTeam(jws: string, line: RecipientKey, seen: SeenVersions): Promise<KnownTeam> {
  const record = await verified(jws, 'ovoz-team', line);
  return {
    ...(await teamOf(record, seen)),
    languages: words(record['languages']),
    regions: words(record['regions']),
    childQualified: record['childQualified'] === true,
  };
}

function words(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}

/** Those who fit come first: by what they read, then by where they work. */
export function byFitness(teams: readonly KnownTeam[], language: string, region: string): readonly KnownTeam[] {
  const fitness = (team: KnownTeam) => (team.languages.includes(language) ? 2 : 0) + (covers(team, region) ? 1 : 0);
  return [...teams].sort((a, b) => fitness(b) - fitness(a) || (a.id < b.id ? -1 : 1));
}

/** `RU` takes `RU-MOW`, as routing has it. */
function covers(team: KnownTeam, region: string): boolean {
  return team.regions.some((code) => region === code || region.startsWith(`${code}-`));
}

import type { Founding, TeamTerms } from '../desk/founding-api.ts';
import type { Proposal } from '../desk/key-api.ts';
import { readFounding } from '../founding/first-keys.ts';
import { readProposal } from '../keys/rotate.ts';
import type { Proposed } from '../keys/rotate.ts';
import type { RecipientKey } from '../sealing/containers.ts';

/** What waits for the line's signature: new keys of a team, or the first ones of a new team. */
export interface Waiting {
  readonly team: string;
  readonly by: string;
  /** Of a new team: what it shall be for. */
  readonly terms: TeamTerms | undefined;
  /** What is to be signed; without it, it is a forgery. */
  readonly asks: Proposed | undefined;
}

export async function readWaiting(proposals: readonly Proposal[], foundings: readonly Founding[], line: RecipientKey): Promise<readonly Waiting[]> {
  const next = proposals.map(async ({ team, by, record, jws }) => ({ team, by, terms: undefined, asks: await readProposal(record, jws, line).catch(() => undefined) }));
  const first = foundings.filter(({ jws }) => jws).map(async (one) => ({ team: one.team, by: one.by, terms: one.terms, asks: await readFounding(one).catch(() => undefined) }));
  return Promise.all([...first, ...next]);
}

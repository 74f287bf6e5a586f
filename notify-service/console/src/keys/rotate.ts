import type { KeyApi } from '../desk/key-api.ts';
import type { RecipientKey } from '../sealing/containers.ts';
import { isPublicJwk, kidOf, sealingKey, signingKey, verifyingKey } from '../sealing/keys.ts';
import { ForgedRecord, verified } from '../teams/signed.ts';
import type { Admit } from './admit.ts';
import type { TeamSecrets } from './package.ts';
import { PROPOSAL, compared, pair, published, sign } from './record.ts';
import type { TeamRecord } from './record.ts';

/** @param version of the record that will hold the next keys */
export type HandOn = (next: TeamSecrets, version: number) => Promise<void>;

/**
 * Gives a team new keys. They go to the colleagues who were chosen, if a holder vouched for them under the keys of today, and to nobody else,
 * before the team's next record is put before the line's administrator: nothing is sealed to a key that nobody holds.
 *
 * @param handOn gives the next keys what is sealed to those of today, once they are proposed
 * @returns what the administrator compares by telephone
 */
export async function proposeNewKeys(team: string, today: TeamSecrets, record: string, chosen: readonly string[], admit: Admit, api: KeyApi, handOn: HandOn): Promise<string> {
  const next: TeamSecrets = { line: today.line, team, encryption: await pair('ECDH-ES+A256KW'), order: await pair('ES256') };
  const { version, ...rest } = await verified(record, 'ovoz-team', await verifyingKey(today.line));
  const proposed = { ...rest, version: Number(version) + 1, encryptionKey: await published(next.encryption), orderKey: await published(next.order) };
  const holders = (await admit.colleagues(team, await verifyingKey(today.line))).filter((one) => one.standing === 'holds' && chosen.includes(one.id));
  const papers = await admit.papersOf(team, today);
  await admit.giveToMe(team, next);
  for (const { id, member } of holders.filter((one) => !admit.isMe(one.id))) {
    const key = member.publicKey;
    if (!isPublicJwk(key) || (await kidOf(key)) !== member.kid) throw new ForgedRecord('ovoz-key');
    await admit.giveTo(team, id, await sealingKey(key), next);
  }
  for (const recovery of papers) await admit.giveToPapers(recovery, next);
  await api.propose(team, await sign(proposed, PROPOSAL, await signingKey(today.order)));
  await handOn(next, proposed.version);
  return compared(proposed);
}

/** What the administrator is asked to sign. */
export interface Proposed {
  readonly team: string;
  /** To be compared with what the proposer sees; shown as a key's fingerprint is. */
  readonly compare: string;
  readonly next: TeamRecord;
}

/**
 * Reads a proposal: the line signed the record of today, its order key the next one, and nothing but the keys and the version differs. Throws
 * `ForgedRecord` otherwise.
 */
export async function readProposal(record: string, jws: string, line: RecipientKey): Promise<Proposed> {
  const today = await verified(record, 'ovoz-team', line);
  const order = today['orderKey'];
  if (!isPublicJwk(order)) throw new ForgedRecord('ovoz-team');
  const next = await verified(jws, PROPOSAL, await verifyingKey(order));
  const { encryptionKey, orderKey, version } = next;
  const same = (from: TeamRecord) => JSON.stringify(Object.entries({ ...from, version: 0, encryptionKey: 0, orderKey: 0 }).sort());
  if (!isPublicJwk(encryptionKey) || !isPublicJwk(orderKey) || same(today) !== same(next) || version !== Number(today['version']) + 1) {
    throw new ForgedRecord(PROPOSAL);
  }
  return { team: String(next['id']), compare: await compared(next), next };
}

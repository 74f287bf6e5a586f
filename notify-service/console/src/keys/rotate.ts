import { CompactSign, base64url, exportJWK, generateKeyPair } from 'jose';
import type { KeyApi } from '../desk/key-api.ts';
import type { RecipientKey } from '../sealing/containers.ts';
import { isPublicJwk, kidOf, sealingKey, signingKey, verifyingKey } from '../sealing/keys.ts';
import type { EcJwk } from '../sealing/keys.ts';
import { ForgedRecord, verified } from '../teams/signed.ts';
import type { Admit } from './admit.ts';
import type { TeamSecrets } from './package.ts';

const PROPOSAL = 'ovoz-team-proposal';

/** @param version of the record that will hold the next keys */
export type HandOn = (next: TeamSecrets, version: number) => Promise<void>;

type Record_ = Record<string, unknown>;

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

/** One value for all that is new in a record: both keys and the version. */
async function compared(next: Record_): Promise<string> {
  const [encryption, order] = await Promise.all([kidOf(next['encryptionKey'] as EcJwk), kidOf(next['orderKey'] as EcJwk)]);
  const bytes = new TextEncoder().encode(JSON.stringify([next['id'], next['version'], encryption, order]));
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** What the administrator is asked to sign. */
export interface Proposed {
  readonly team: string;
  /** To be compared with what the proposer sees; shown as a key's fingerprint is. */
  readonly compare: string;
  readonly next: Record_;
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
  const same = (from: Record_) => JSON.stringify(Object.entries({ ...from, version: 0, encryptionKey: 0, orderKey: 0 }).sort());
  if (!isPublicJwk(encryptionKey) || !isPublicJwk(orderKey) || same(today) !== same(next) || version !== Number(today['version']) + 1) {
    throw new ForgedRecord(PROPOSAL);
  }
  return { team: String(next['id']), compare: await compared(next), next };
}

export function signRecord(next: Record_, line: RecipientKey): Promise<string> {
  return sign(next, 'ovoz-team', line);
}

async function sign(payload: object, typ: string, by: RecipientKey): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload))).setProtectedHeader({ alg: 'ES256', typ, kid: by.kid }).sign(by.key);
}

async function pair(alg: 'ECDH-ES+A256KW' | 'ES256'): Promise<EcJwk> {
  const { kty, crv, x, y, d } = (await exportJWK((await generateKeyPair(alg, { crv: 'P-256', extractable: true })).privateKey)) as unknown as EcJwk;
  return { kty, crv, x, y, d: d! };
}

async function published(key: EcJwk): Promise<EcJwk & { kid: string }> {
  const { kty, crv, x, y } = key;
  return { kty, crv, x, y, kid: await kidOf(key) };
}

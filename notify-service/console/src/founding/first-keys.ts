import { decodeJwt } from 'jose/jwt/decode';
import type { FirstKeys, Founding, TeamTerms } from '../desk/founding-api.ts';
import { signAdmission } from '../keys/admission.ts';
import { sealPackage } from '../keys/package.ts';
import type { TeamSecrets } from '../keys/package.ts';
import { PROPOSAL, compared, pair, published, sign } from '../keys/record.ts';
import type { TeamRecord } from '../keys/record.ts';
import type { Proposed } from '../keys/rotate.ts';
import type { RecipientKey } from '../sealing/containers.ts';
import { isPublicJwk, signingKey, verifyingKey } from '../sealing/keys.ts';
import type { EcJwk } from '../sealing/keys.ts';
import { ForgedRecord, verified } from '../teams/signed.ts';

/**
 * A team's first keys: made here, sealed to their founder's own key, and proposed as its first record. They count for nothing before the line
 * has signed that.
 *
 * @param own the founder's key, to seal to
 * @returns what the administrator compares by telephone
 */
export async function makeFirstKeys({ team, terms, founder }: Founding, line: EcJwk, own: RecipientKey): Promise<{ readonly keys: FirstKeys; readonly compare: string }> {
  const secrets: TeamSecrets = { line, team, encryption: await pair('ECDH-ES+A256KW'), order: await pair('ES256') };
  const record = { id: team, version: 1, ...terms, suspended: false, encryptionKey: await published(secrets.encryption), orderKey: await published(secrets.order) };
  const order = await signingKey(secrets.order);
  const keys = {
    jws: await sign(record, PROPOSAL, order),
    personKid: own.kid,
    jwe: await sealPackage(secrets, own),
    admission: await signAdmission({ team, person: founder, kid: own.kid }, order),
  };
  return { keys, compare: await compared(record) };
}

/**
 * Reads what a founder proposes: a first record that is signed with the order key it names, and says what the administrator named, and nothing
 * else. Throws `ForgedRecord` otherwise. Whose keys these are only a voice on the telephone can tell.
 */
export async function readFounding({ team, terms, jws }: Founding): Promise<Proposed> {
  const order = claimed(jws ?? '')['orderKey'];
  if (!isPublicJwk(order)) throw new ForgedRecord(PROPOSAL);
  const next = await verified(jws ?? '', PROPOSAL, await verifyingKey(order));
  const { id, version, suspended, encryptionKey, orderKey, ...said } = next;
  if (id !== team || version !== 1 || suspended !== false || !isPublicJwk(encryptionKey) || !isPublicJwk(orderKey) || !areSame(said, terms)) {
    throw new ForgedRecord(PROPOSAL);
  }
  return { team, compare: await compared(next), next };
}

function areSame(said: TeamRecord, terms: TeamTerms): boolean {
  const sorted = (from: object) => JSON.stringify(Object.entries(from).sort());
  return sorted(said) === sorted(terms);
}

/** Of what is not believed yet: only which key has to verify it. */
function claimed(jws: string): TeamRecord {
  try {
    return decodeJwt(jws) as TeamRecord;
  } catch {
    throw new ForgedRecord(PROPOSAL);
  }
}

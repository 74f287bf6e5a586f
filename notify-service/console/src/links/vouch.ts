import { decodeJwt } from 'jose/jwt/decode';
import type { RecipientKey } from '../sealing/containers.ts';
import { jose } from '../sealing/library.ts';
import { verified } from '../teams/signed.ts';
import type { Organisation } from './organisation.ts';

const TYP = 'ovoz-link-vouch';

/** An organisation's key, sealed to one of its teams by one who holds it. */
export interface Vouch {
  readonly organisation: string;
  readonly kid: string;
  readonly generation: number;
  readonly team: string;
  readonly teamVersion: number;
  readonly teamKid: string;
  /** The team whose order key signs this. */
  readonly by: string;
  readonly jwe: string;
}

export async function signVouch(vouch: Vouch, by: RecipientKey): Promise<string> {
  const { CompactSign } = await jose();
  return new CompactSign(new TextEncoder().encode(JSON.stringify(vouch))).setProtectedHeader({ alg: 'ES256', typ: TYP, kid: by.kid }).sign(by.key);
}

/** What it says of itself, not to be believed; undefined when it says nothing. */
export function claimed(jws: string): Vouch | undefined {
  try {
    const said = decodeJwt<Record<string, unknown>>(jws);
    const { organisation, kid, generation, team, teamVersion, teamKid, by, jwe } = said;
    const isWhole = [organisation, kid, team, teamKid, by, jwe].every((one) => typeof one === 'string')
      && [generation, teamVersion].every((one) => Number.isSafeInteger(one) && (one as number) > 0);
    return isWhole ? (said as unknown as Vouch) : undefined;
  } catch {
    return undefined;
  }
}

/** Believed if a team of the organisation signed it with its order key of today. The desk has none of these keys. */
export async function believed(jws: string, organisation: Organisation): Promise<Vouch | undefined> {
  const said = claimed(jws);
  const signer = organisation.teams.find(({ id }) => id === said?.by);
  if (said === undefined || signer === undefined || said.organisation !== organisation.id) return undefined;
  const isSigned = await verified(jws, TYP, signer.order).then(() => true, () => false);
  return isSigned ? said : undefined;
}

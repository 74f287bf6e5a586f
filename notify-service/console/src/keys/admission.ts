import { CompactSign } from 'jose';
import type { RecipientKey } from '../sealing/containers.ts';
import { verified } from '../teams/signed.ts';

/** That a member's key was compared by another way. */
export interface Admission {
  readonly team: string;
  readonly person: string;
  readonly kid: string;
}

/** Signed with the team's order key, which the desk does not have: it can name a ghost a member, and cannot vouch for one. */
export function signAdmission(admission: Admission, by: RecipientKey): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(admission)))
    .setProtectedHeader({ alg: 'ES256', typ: 'ovoz-admission', kid: by.kid })
    .sign(by.key);
}

export async function isAdmitted(jws: string | null, admission: Admission, order: RecipientKey): Promise<boolean> {
  if (jws === null) return false;
  const said = await verified(jws, 'ovoz-admission', order).catch(() => undefined);
  return said !== undefined && said['team'] === admission.team && said['person'] === admission.person && said['kid'] === admission.kid;
}

import type { RecipientKey } from '../sealing/containers.ts';
import { jose } from '../sealing/library.ts';
import { verified } from '../teams/signed.ts';

/** That a member's key was compared by another way. */
export interface Admission {
  readonly team: string;
  readonly person: string;
  readonly kid: string;
  /** The day, as `2026-03-01`; it was not said in older ones. */
  readonly on?: string;
}

/** When new keys are due, and with them new admissions. */
export const RENEW_AFTER_DAYS = 365;

/** Signed with the team's order key, which the desk does not have: it can name a ghost a member, and cannot vouch for one. */
export async function signAdmission(admission: Admission, by: RecipientKey): Promise<string> {
  const { CompactSign } = await jose();
  return new CompactSign(new TextEncoder().encode(JSON.stringify({ on: new Date().toISOString().slice(0, 10), ...admission })))
    .setProtectedHeader({ alg: 'ES256', typ: 'ovoz-admission', kid: by.kid })
    .sign(by.key);
}

export async function isAdmitted(jws: string | null, admission: Admission, order: RecipientKey): Promise<boolean> {
  return (await admitted(jws, admission, order)) !== undefined;
}

/** What a holder has signed of that key of that person; nothing else is believed. */
export async function admitted(jws: string | null, admission: Admission, order: RecipientKey): Promise<{ readonly on: string | undefined } | undefined> {
  if (jws === null) return undefined;
  const said = await verified(jws, 'ovoz-admission', order).catch(() => undefined);
  const isIt = said !== undefined && said['team'] === admission.team && said['person'] === admission.person && said['kid'] === admission.kid;
  return isIt ? { on: typeof said['on'] === 'string' ? said['on'] : undefined } : undefined;
}

/** Whoever was let in so long ago is to be looked at anew. */
export function isOld(on: string | undefined, now: number): boolean {
  return on !== undefined && now - Date.parse(on) > RENEW_AFTER_DAYS * 86_400_000;
}

import * as base64url from 'jose/base64url';
import type { RecipientKey } from '../sealing/containers.ts';
import { jose } from '../sealing/library.ts';

export type Action = 'fetch' | 'note' | 'reply' | 'close' | 'erase' | 'triage' | 'grant' | 'attachment' | 'contract' | 'withdraw';

/** Who orders: a team and its private order key. */
export interface Orderer {
  readonly team: string;
  readonly order: RecipientKey;
}

/** An order ready to be sent, as often as need be: the same `jti` with the same bytes has one effect. */
export interface SignedOrder {
  readonly rid: string;
  readonly act: Action;
  readonly jti: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly jws: string;
}

/** Signs what is asked of intake: report, action, the exact bytes of the body, and the time by intake's clock (seconds). */
export async function signOrder(by: Orderer, rid: string, act: Action, body: object, iat: number): Promise<SignedOrder> {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const jti = crypto.randomUUID();
  const claims = { rid, act, bh: await hashOf(bytes), iat, jti, team: by.team };
  const { CompactSign } = await jose();
  const jws = await new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'ES256', typ: 'ovoz-order', kid: by.order.kid })
    .sign(by.order.key);
  return { rid, act, jti, body: bytes, jws };
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

import { decodeProtectedHeader } from 'jose/decode/protected_header';
import type { RecipientKey } from '../sealing/containers.ts';
import { jose } from '../sealing/library.ts';

/** A record that was not signed by the key it must be signed by, or is not of the kind it claims to be. */
export class ForgedRecord extends Error {
  constructor(readonly typ: string) {
    super(`no valid ${typ}`);
    this.name = 'ForgedRecord';
  }
}

/** The payload of a compact JWS, ES256 and nothing else, of this `typ` and by this key. */
export async function verified(jws: string, typ: string, signer: RecipientKey): Promise<Record<string, unknown>> {
  const { compactVerify } = await jose();
  try {
    const header = decodeProtectedHeader(jws) as Record<string, unknown>;
    if (header['typ'] !== typ || header['alg'] !== 'ES256' || header['kid'] !== signer.kid || 'crit' in header || 'b64' in header) {
      throw new ForgedRecord(typ);
    }
    const { payload } = await compactVerify(jws, signer.key, { algorithms: ['ES256'] });
    return JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>;
  } catch {
    throw new ForgedRecord(typ);
  }
}

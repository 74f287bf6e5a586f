import { refuseUnless } from '../sealing/containers.ts';
import type { RecipientKey } from '../sealing/containers.ts';
import { decrypted } from '../sealing/open.ts';

/** A word that the desk has sealed to a key, to see that it is in hand here. */
export interface Challenge {
  readonly id: string;
  readonly jwe: string;
}

/** Opens what is a challenge and nothing else: the desk gets no other container opened by asking. Throws `CannotOpen`. */
export async function answerTo(challenge: Challenge, own: RecipientKey): Promise<string> {
  refuseUnless(challenge.jwe, { typ: 'ovoz-key-challenge', alg: 'ECDH-ES+A256KW', kid: own.kid });
  const word = await decrypted(challenge.jwe, own.key, 'ECDH-ES+A256KW');
  return `${challenge.id}.${new TextDecoder().decode(word)}`;
}

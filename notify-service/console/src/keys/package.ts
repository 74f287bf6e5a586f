import { CannotOpen, refuseUnless } from '../sealing/containers.ts';
import type { RecipientKey } from '../sealing/containers.ts';
import { isPrivateJwk, isPublicJwk, kidOf, verifyingKey } from '../sealing/keys.ts';
import type { EcJwk } from '../sealing/keys.ts';
import { jose } from '../sealing/library.ts';
import { decrypted } from '../sealing/open.ts';
import { verified } from '../teams/signed.ts';

/** A team's private keys and the line's administration key, as one member's browser gives them to another's. */
export interface TeamSecrets {
  readonly line: EcJwk;
  readonly team: string;
  readonly encryption: EcJwk;
  readonly order: EcJwk;
}

export async function sealPackage(secrets: TeamSecrets, to: RecipientKey): Promise<string> {
  const { CompactEncrypt } = await jose();
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(secrets)))
    .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'ovoz-team-key', kid: to.kid, team: secrets.team })
    .encrypt(to.key);
}

/** Throws `CannotOpen` for what is not sealed to this key, or not the keys of this team. */
export async function openPackage(jwe: string, team: string, kid: string, own: RecipientKey): Promise<TeamSecrets> {
  refuseUnless(jwe, { typ: 'ovoz-team-key', alg: 'ECDH-ES+A256KW', kid: own.kid, team });
  const secrets = JSON.parse(new TextDecoder().decode(await decrypted(jwe, own.key, 'ECDH-ES+A256KW'))) as Partial<TeamSecrets>;
  const whole = secrets.team === team && isPublicJwk(secrets.line) && isPrivateJwk(secrets.encryption) && isPrivateJwk(secrets.order);
  if (!whole || (await kidOf(secrets.encryption!)) !== kid) throw new CannotOpen('another-key');
  return secrets as TeamSecrets;
}

/**
 * Whether these are the keys of the team's signed record of today, and which version that is. Throws `ForgedRecord` when the line that the
 * keys came with did not sign it.
 */
export async function standingOf(secrets: TeamSecrets, record: string): Promise<{ readonly today: boolean; readonly version: number }> {
  const { id, version, encryptionKey, orderKey } = await verified(record, 'ovoz-team', await verifyingKey(secrets.line));
  const today = id === secrets.team && isPublicJwk(encryptionKey) && isPublicJwk(orderKey)
    && (await kidOf(encryptionKey)) === (await kidOf(secrets.encryption)) && (await kidOf(orderKey)) === (await kidOf(secrets.order));
  return { today, version: Number(version) };
}

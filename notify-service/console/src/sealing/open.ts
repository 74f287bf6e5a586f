import { CannotOpen, refuseUnless } from './containers.ts';
import type { RecipientKey } from './containers.ts';
import { contentOf } from './content.ts';
import type { Content } from './content.ts';
import { jose } from './library.ts';

/** A sealed item as intake hands it out, with the grant of the team that asked. */
export interface SealedItem {
  readonly id: string;
  readonly kind: string;
  readonly jwe: string;
  readonly grant: string;
}

/** Opens one item of one report with the team's private key. Whatever is not that very item is refused. */
export async function openItem(rid: string, item: SealedItem, own: RecipientKey): Promise<Content> {
  const content = contentOf(await openBytes(rid, item, own), item.kind);
  if (content === undefined) throw new CannotOpen('broken');
  return content;
}

/** The padded plaintext, before anything is believed about its form. */
export async function openBytes(rid: string, item: SealedItem, own: RecipientKey): Promise<Uint8Array> {
  const dek = await openGrant(rid, item.id, item.grant, own);
  refuseUnless(item.jwe, { typ: 'ovoz-item', alg: 'dir', rid, mid: item.id, kind: item.kind });
  return decrypted(item.jwe, dek, 'dir');
}

/** The item's key, out of the grant to this recipient. */
export async function openGrant(rid: string, mid: string, grant: string, own: RecipientKey): Promise<Uint8Array> {
  refuseUnless(grant, { typ: 'ovoz-grant', alg: 'ECDH-ES+A256KW', rid, mid, kid: own.kid });
  const dek = await decrypted(grant, own.key, 'ECDH-ES+A256KW');
  if (dek.length !== 32) throw new CannotOpen('broken');
  return dek;
}

/** jose is told the one algorithm as well: two locks, since the header check above is ours. */
export async function decrypted(jwe: string, key: CryptoKey | Uint8Array, alg: string): Promise<Uint8Array> {
  const { compactDecrypt } = await jose();
  try {
    const opened = await compactDecrypt(jwe, key, {
      keyManagementAlgorithms: [alg],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return opened.plaintext;
  } catch {
    throw new CannotOpen('broken');
  }
}

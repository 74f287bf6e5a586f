import type { RecipientKey } from './containers.ts';
import { openGrant } from './open.ts';
import type { SealedItem } from './open.ts';
import { grantTo } from './seal.ts';

/** The key of one item, for a team that is let in. */
export interface Regrant {
  readonly id: string;
  readonly jwe: string;
}

/**
 * Opens the own grant of an item and seals its key to somebody else. The item itself stays closed; its key is forgotten on return.
 * Throws `CannotOpen` when the grant is not one of this item to this key.
 */
export async function regrant(rid: string, item: Pick<SealedItem, 'id' | 'grant'>, own: RecipientKey, to: RecipientKey): Promise<Regrant> {
  const dek = await openGrant(rid, item.id, item.grant, own);
  try {
    return { id: item.id, jwe: (await grantTo(to, rid, item.id, dek)).jwe };
  } finally {
    dek.fill(0);
  }
}

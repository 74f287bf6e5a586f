import { recipientOf } from '../sealing/containers.ts';
import type { RecipientKey } from '../sealing/containers.ts';
import type { TeamKeys } from './keyring.ts';

/** The key that the grant was made for, of those that the team has had. */
export function openerOf(grant: string, keys: Pick<TeamKeys, 'opening' | 'older'>): RecipientKey {
  return keys.older.find((key) => key.kid === recipientOf(grant)) ?? keys.opening;
}

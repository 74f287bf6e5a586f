import type { Desk } from '../desk/desk.ts';
import { LinkApi } from '../desk/link-api.ts';
import type { Hands } from '../handover/handover.ts';
import type { KeyRoom } from '../keys/key-room.ts';
import type { Keys } from '../keys/keys.ts';
import { LinkKeys } from './link-keys.ts';
import { linkMemory } from './link-memory.ts';
import { LinkRoom } from './link-room.ts';

/** Links, and whom their key is handed on to; forgotten with the keys. */
export function makeLinks(desk: Desk, keys: Keys, { desk: teams, seen }: Hands, acted: (report: string) => Promise<void>, changed: () => void) {
  const api = new LinkApi(desk);
  const linkKeys = new LinkKeys(api, () => teams.records(), seen, linkMemory);
  const room = new LinkRoom(api, linkKeys, () => keys.ring, acted, changed);
  keys.onChange((ring) => ring === undefined && room.forget());
  const handOn: KeyRoom['handOn'] = async (next, version) => {
    if (keys.ring !== undefined) await linkKeys.handOn(keys.ring, next, version);
  };
  return { room, handOn };
}

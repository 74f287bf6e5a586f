import { FoundingApi } from '../desk/founding-api.ts';
import { KeyApi } from '../desk/key-api.ts';
import { SetUpApi } from '../desk/setup-api.ts';
import type { Me } from '../desk/api.ts';
import type { Desk } from '../desk/desk.ts';
import { FoundingRoom } from '../founding/founding-room.ts';
import { Admit } from '../keys/admit.ts';
import { KeyRoom } from '../keys/key-room.ts';
import type { Keys } from '../keys/keys.ts';
import { MyKey } from '../keys/my-key.ts';
import { LineRoom } from '../line/line-room.ts';
import type { SetUpRoom } from '../setup/setup-room.ts';
import type { Ground } from './ground.ts';
import { Late } from './late.ts';

type Administrating = typeof import('./administration-pages.ts');

/** Where keys of people, teams and the line are made, opened and given on. */
export interface KeyRooms {
  readonly keyRoom: KeyRoom;
  readonly founding: FoundingRoom;
  readonly lineRoom: LineRoom;
  readonly setUp: Late<Administrating, SetUpRoom>;
}

export function makeKeyRooms(desk: Desk, me: Me, keys: Keys, ground: Pick<Ground, 'devices' | 'lines'>, changed: () => void, onOpen: () => void): KeyRooms {
  const api = new KeyApi(desk);
  const foundings = new FoundingApi(desk);
  const mine = new MyKey(me, api, keys, ground.devices, ground.lines);
  const keyRoom = new KeyRoom(mine, keys, new Admit(api, mine, me), api, changed, onOpen, ground.lines);
  const founding = new FoundingRoom(foundings, api, mine, keyRoom.sight, changed);
  const setUp = new Late(({ SetUpRoom }: Administrating) => new SetUpRoom(new SetUpApi(desk), foundings, keyRoom.sight, changed));
  const lineRoom = new LineRoom(api, foundings, ground.lines, changed, () => void setUp.here?.look());
  keys.onChange((ring) => {
    if (ring !== undefined) return;
    lineRoom.leave();
    setUp.here?.leave();
  });
  return { keyRoom, founding, lineRoom, setUp };
}

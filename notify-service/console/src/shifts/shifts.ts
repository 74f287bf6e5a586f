import { isReader } from '../desk/api.ts';
import type { Me } from '../desk/api.ts';
import type { Desk } from '../desk/desk.ts';
import { ShiftApi } from '../desk/shift-api.ts';
import type { Keys } from '../keys/keys.ts';
import { ShiftRoom } from './shift-room.ts';

/** All that the page of shifts holds. */
export class Shifts {
  readonly room: ShiftRoom;

  constructor(desk: Desk, keys: Keys, private readonly me: Me, changed: () => void) {
    this.room = new ShiftRoom(new ShiftApi(desk), keys, me, changed);
  }

  enter(): void {
    if (isReader(this.me)) void this.room.load();
  }

  leave(): void {
    this.room.leave();
  }

  follow(): void {
    if (!this.room.doing.busy) this.enter();
  }
}

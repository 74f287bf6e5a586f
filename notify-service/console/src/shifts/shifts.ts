import type { Desk } from '../desk/desk.ts';
import { ShiftApi } from '../desk/shift-api.ts';
import type { Keys } from '../keys/keys.ts';
import { AlertRoom } from './alert-room.ts';
import { ShiftRoom } from './shift-room.ts';

/** All that the page of shifts holds, and how I am alerted, which stands with the settings. */
export class Shifts {
  readonly room: ShiftRoom;
  readonly alerts: AlertRoom;

  constructor(desk: Desk, keys: Keys, me: { roles: readonly string[]; teams: readonly { id: string }[] }, changed: () => void) {
    const api = new ShiftApi(desk);
    this.room = new ShiftRoom(api, keys, me, changed);
    this.alerts = new AlertRoom(api, changed);
  }
}

import { PushSwitch } from '../alerting/push-switch.ts';
import { isReader } from '../desk/api.ts';
import type { Me } from '../desk/api.ts';
import type { Desk } from '../desk/desk.ts';
import { ShiftApi } from '../desk/shift-api.ts';
import { AlertRoom } from '../shifts/alert-room.ts';

/** All that the page of settings holds: how I am alerted, here and by other ways. */
export class SettingsRoom {
  readonly push: PushSwitch;
  readonly alerts: AlertRoom;

  constructor(desk: Desk, private readonly me: Me, changed: () => void) {
    this.push = new PushSwitch(desk, changed);
    this.alerts = new AlertRoom(new ShiftApi(desk), changed);
  }

  enter(): void {
    void this.push.look();
    if (isReader(this.me)) void this.alerts.load();
  }

  leave(): void {
    this.alerts.leave();
  }
}

import type { Me } from '../desk/api.ts';
import type { Desk } from '../desk/desk.ts';
import type { Keys } from '../keys/keys.ts';
import { People } from '../people/people.ts';
import { Shifts } from '../shifts/shifts.ts';
import type { Route } from './route.ts';

/** Who is there, and when: what is kept on its pages is loaded on the way in and forgotten on the way out. */
export class Administration {
  readonly people: People;
  readonly shifts: Shifts;

  constructor(desk: Desk, keys: Keys, me: Me, changed: () => void) {
    this.people = new People(desk, me.roles, changed);
    this.shifts = new Shifts(desk, keys, me, changed);
  }

  go({ page }: Route, reads: boolean): void {
    this.people.leave();
    this.shifts.room.leave();
    if (page === 'people') this.people.enter();
    if (page === 'shifts' && reads) void this.shifts.room.load();
    if (page === 'settings' && reads) void this.shifts.alerts.load();
  }

  /** Colleagues check in while one looks. */
  follow({ page }: Route, reads: boolean): void {
    if (page === 'shifts' && reads && !this.shifts.room.doing.busy) void this.shifts.room.load();
  }
}

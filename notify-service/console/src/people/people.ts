import { PeopleApi } from '../desk/people-api.ts';
import type { Desk } from '../desk/desk.ts';
import { ShiftApi } from '../desk/shift-api.ts';
import { keepsPeople } from './keeps-people.ts';
import { InterpreterRoom } from './interpreter-room.ts';
import { OrganisationRoom } from './organisation-room.ts';
import { PeopleRoom } from './people-room.ts';

/** All that the page of people holds. */
export class People {
  readonly room: PeopleRoom;
  readonly organisations: OrganisationRoom;
  readonly interpreters: InterpreterRoom;

  constructor(desk: Desk, private readonly roles: readonly string[], changed: () => void) {
    const api = new PeopleApi(desk);
    this.room = new PeopleRoom(api, new ShiftApi(desk), roles, changed);
    const reload = () => this.room.load();
    this.organisations = new OrganisationRoom(api, reload, changed);
    this.interpreters = new InterpreterRoom(api, reload, changed);
  }

  get isMine(): boolean {
    return keepsPeople(this.roles);
  }

  enter(): void {
    if (this.isMine) void this.room.load();
  }

  leave(): void {
    this.room.leave();
    this.organisations.leave();
    this.interpreters.leave();
  }
}

import type { Me } from '../desk/api.ts';
import type { Desk } from '../desk/desk.ts';
import type { Keys } from '../keys/keys.ts';
import type { People } from '../people/people.ts';
import { keepsPeople } from '../people/keeps-people.ts';
import type { Shifts } from '../shifts/shifts.ts';
import { Late } from './late.ts';
import type { Route } from './route.ts';

type Part = typeof import('./administration-pages.ts');

/** Who is there, and when. */
export class Administration {
  readonly people: Late<Part, People>;
  readonly shifts: Late<Part, Shifts>;

  constructor(desk: Desk, keys: Keys, private readonly me: Me, changed: () => void) {
    this.people = new Late(({ People }) => new People(desk, me.roles, changed));
    this.shifts = new Late(({ Shifts }) => new Shifts(desk, keys, me, changed));
  }

  /** Whether this person finds something on the page of people. */
  get keepsPeople(): boolean {
    return keepsPeople(this.me.roles);
  }

  go({ page }: Route): void {
    this.people.go(page === 'people');
    this.shifts.go(page === 'shifts');
  }

  /** Colleagues check in while one looks. */
  follow({ page }: Route): void {
    if (page === 'shifts') this.shifts.here?.follow();
  }
}

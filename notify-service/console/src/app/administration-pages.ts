/** The pages of those who run the line: who works here, and when. */
export { setUpPage } from '../setup/setup-page.ts';
export { SetUpRoom } from '../setup/setup-room.ts';
export { peoplePage } from '../people/people-page.ts';
export { People } from '../people/people.ts';
export { shiftsPage } from '../shifts/shifts-page.ts';
export { Shifts } from '../shifts/shifts.ts';

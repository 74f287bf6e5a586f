/** The pages of those who run the line: who works here, and when. */
export { setUpPage } from '../setup/setup-page.ts';
export { peoplePage } from '../people/people-page.ts';
export { shiftsPage } from '../shifts/shifts-page.ts';

import type { Person } from '../desk/people-api.ts';

/** Whom one looks for: part of a handle, of one organisation, of one team. */
export interface Sought {
  readonly text: string;
  readonly organisation: string;
  readonly team: string;
}

export const NOBODY_SOUGHT: Sought = { text: '', organisation: '', team: '' };

/** Who has the look-up's text in the handle, the languages or the roles; who is stopped comes last. */
export function find<P extends Pick<Person, 'handle' | 'teams' | 'languages' | 'roles' | 'state'> & { organisation?: string }>(people: readonly P[], sought: Sought): readonly P[] {
  const text = sought.text.trim().toLowerCase();
  const found = people.filter((one) =>
    [one.handle, ...one.languages, ...one.roles].some((word) => word.toLowerCase().includes(text))
    && (sought.organisation === '' || one.organisation === undefined || one.organisation === sought.organisation)
    && (sought.team === '' || one.teams.includes(sought.team)));
  return [...found.filter(({ state }) => state !== 'suspended'), ...found.filter(({ state }) => state === 'suspended')];
}

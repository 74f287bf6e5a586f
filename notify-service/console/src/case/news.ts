import type { CaseView } from '../desk/api.ts';

/**
 * Only who is there has changed: nothing that the timeline would tell. Where nothing at all has changed of what the list shows, something
 * else has: a note, a time that has passed, a second person who was asked for; and also where more than one thing has happened meanwhile.
 */
export function isOfWhoIsThere(before: CaseView | undefined, now: CaseView): boolean {
  const there = ({ present }: CaseView) => JSON.stringify(present ?? []);
  const rest = (view: CaseView) => JSON.stringify({ ...view, present: undefined, version: undefined });
  return before !== undefined && there(before) !== there(now) && rest(before) === rest(now) && (now.version ?? 0) - (before.version ?? 0) <= 1;
}

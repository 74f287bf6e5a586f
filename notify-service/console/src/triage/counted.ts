import { newId } from '../sealing/seal.ts';
import { consentIn } from './consent.ts';
import { entriesOf } from './entries.ts';
import { textOf, valueOf, withValue } from './facts.ts';
import type { Raw } from './facts.ts';
import { entryField, fieldOf, listOf } from './fields.ts';
import type { ListName } from './fields.ts';

/** What is counted of a report: codes, its month, a country. The desk must not know which report it is of. */
export interface Row {
  readonly month: string;
  readonly region: string;
  readonly coded: Readonly<Record<string, unknown>>;
}

export const ROW = fieldOf('counted.row');
export const RETIRED = fieldOf('counted.retired');
const STATISTICS = fieldOf('consent.statistics');

export function mayBeCounted(facts: Raw): boolean {
  return consentIn(textOf(facts, STATISTICS)).answer === 'yes';
}

/** The row's id is drawn once, when somebody may be counted, and stands nowhere but here. */
export function withRow<T extends Raw>(facts: T): T {
  return mayBeCounted(facts) && valueOf(facts, ROW) === undefined ? withValue(facts, ROW, newId()) : facts;
}

/** Two who drew an id at the same time keep the lower one; the row of the other is taken back. */
export function onlyOneRow(facts: Raw, mine: Raw, theirs: Raw): Raw {
  const rows = [...new Set([textOf(mine, ROW), textOf(theirs, ROW)])].filter((id) => id !== undefined).sort();
  const retired = [...new Set([...idsIn(mine), ...idsIn(theirs), ...rows.slice(1)])];
  return withValue(withValue(facts, ROW, rows[0]), RETIRED, retired);
}

export function idsIn(facts: Raw): readonly string[] {
  const ids = valueOf(facts, RETIRED);
  return typeof ids === 'object' ? ids : [];
}

/** @param received when the report came, of which only the month is told */
export function rowOf(facts: Raw, received: string, region: string): Row {
  const known = (id: string) => valueOf(facts, fieldOf(id));
  const coded = {
    role: known('people.role'),
    exploitation: known('work.exploitation'),
    sectors: known('work.sectors'),
    indicators: known('signs.indicators'),
    details: known('signs.details'),
    needs: known('help.needs'),
    status: known('standing.status'),
    decidedBy: known('standing.decidedBy'),
    people: each(facts, 'persons', { sex: 'sex', age: 'age', nationality: 'nationality', migration: 'migration' }),
    complaints: each(facts, 'complaints', { body: 'body', outcome: 'complaint' }),
  };
  return { month: received.slice(0, 7), region: countryOf(facts, region), coded };
}

/** Of each entry what may be counted; one of whom nothing is known is there all the same. */
function each(facts: Raw, section: ListName, names: Readonly<Record<string, string>>): readonly object[] {
  const list = listOf(section);
  return entriesOf(facts, list).there.map((entry) =>
    Object.fromEntries(Object.entries(names).map(([name, from]) => [name, textOf(facts, entryField(list, entry, from))])));
}

/** Where people are exploited: as found out, else as the desk has it. */
function countryOf(facts: Raw, region: string): string {
  const route = listOf('route');
  const [found] = entriesOf(facts, route).there
    .filter((entry) => textOf(facts, entryField(route, entry, 'stage')) === 'exploitation')
    .map((entry) => textOf(facts, entryField(route, entry, 'country')))
    .filter((country) => country !== undefined);
  return found ?? (/^[A-Z]{2}/.exec(region)?.[0] ?? 'ZZ');
}

import type { Cell, Duty, Exception, Pattern, TeamDuty } from '../desk/shift-api.ts';
import { field } from '../referral/fields.ts';
import { dayKey } from './when.ts';

/** One day of the plan: what begins on it, by this device's clock. */
export interface Day {
  readonly key: string;
  readonly duties: readonly TeamDuty[];
}

/** As many days from now on as were asked for, also those on which nobody is planned: a hole is what a coordinator looks for. What has begun before today is today's. */
export function byDay(duties: readonly TeamDuty[], now: number, days: number): readonly Day[] {
  const keys = Array.from({ length: days }, (_, i) => {
    const date = new Date(now);
    date.setHours(12);
    date.setDate(date.getDate() + i);
    return dayKey(date.toISOString());
  });
  const dayOf = ({ from }: TeamDuty) => (dayKey(from) < keys[0]! ? keys[0]! : dayKey(from));
  return keys.map((key) => ({ key, duties: duties.filter((duty) => dayOf(duty) === key) }));
}

/** Hours in a row in which nobody reads a language in a place. */
export interface Gap {
  readonly language: string;
  readonly region: string;
  readonly from: string;
  readonly until: string;
  /** Nobody is there in all of the time that the map reaches. */
  readonly isAll: boolean;
}

/** What begins within so many hours, the next first. */
export function gapsOf(cells: readonly Cell[], now: number, hours: number): readonly Gap[] {
  const until = now + hours * 3_600_000;
  return cells
    .flatMap(({ language, region, hours: spans }) => spans
      .filter(({ level, from, until: ends }) => level === 'none' && Date.parse(from) < until && Date.parse(ends) > now)
      .map(({ from, until: ends }) => ({ language, region, from, until: ends, isAll: spans.length === 1 })))
    .sort((a, b) => Number(a.isAll) - Number(b.isAll) || Date.parse(a.from) - Date.parse(b.from) || a.language.localeCompare(b.language));
}

/** How sure it is that somebody is there who reads. */
export type Surety = 'reads' | 'rang' | 'planned';

export function suretyOf({ checkedIn, opened }: Pick<Duty, 'checkedIn' | 'opened'>): Surety {
  return opened ? 'reads' : checkedIn ? 'rang' : 'planned';
}

/** From two hours before a duty on, as the desk has it unless it is told otherwise; it has the last word. */
export function mayCheckIn(duty: Duty, now: number): boolean {
  return Date.parse(duty.from) - now <= 2 * 3_600_000;
}

export function hasBegun(duty: Duty, now: number): boolean {
  return Date.parse(duty.from) <= now;
}

export function readPattern(fields: FormData): Omit<Pattern, 'id'> {
  const said = (name: string) => field(fields, name);
  return {
    handle: said('handle'), team: said('team'), days: fields.getAll('days').map(Number), from: said('from'), until: said('until'), zone: said('zone'),
    validFrom: said('validFrom'), validUntil: said('validUntil') || null,
  };
}

/** A date off, or a stretch by this device's clock; undefined for one that does not end after it begins, or lasts longer than a day. */
export function readException(fields: FormData): Omit<Exception, 'id'> | undefined {
  const whose = { handle: field(fields, 'handle'), team: field(fields, 'team') };
  if (field(fields, 'kind') === 'off') return { ...whose, off: field(fields, 'off') };
  const [from, until] = [new Date(field(fields, 'from')), new Date(field(fields, 'until'))];
  const lasts = until.getTime() - from.getTime();
  return lasts > 0 && lasts <= 86_400_000 ? { ...whose, from: from.toISOString(), until: until.toISOString() } : undefined;
}

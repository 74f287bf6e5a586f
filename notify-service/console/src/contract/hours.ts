import type { SafeSpan } from './terms.ts';

/** A line of the form: one time on one day, on all working days or on every day. */
export interface HourLine {
  /** `1` to `7`, `1-5` or `1-7`. */
  readonly days: string;
  readonly from: string;
  readonly to: string;
}

export const DAYS = ['1-7', '1-5', '1', '2', '3', '4', '5', '6', '7'] as const;

/** Intake takes no more. */
const MOST = 21;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Undefined while a line is not filled in, or there are too many. */
export function spansOf(lines: readonly HourLine[]): readonly SafeSpan[] | undefined {
  const spans = lines.flatMap(({ days, from, to }) => daysOf(days).map((day) => ({ day, from, to })));
  const isSound = lines.every(({ from, to }) => TIME.test(from) && TIME.test(to));
  return isSound && spans.length > 0 && spans.length <= MOST ? spans : undefined;
}

/** Days with the same times on one line, where there is a word for them. */
export function linesOf(spans: readonly SafeSpan[]): readonly HourLine[] {
  const times = new Map<string, number[]>();
  for (const { day, from, to } of spans) {
    const key = `${from.slice(0, 5)} ${to.slice(0, 5)}`;
    times.set(key, [...(times.get(key) ?? []), day]);
  }
  return [...times].flatMap(([key, days]) => {
    const [from = '', to = ''] = key.split(' ');
    return together([...new Set(days)].sort()).map((one) => ({ days: one, from, to }));
  });
}

function daysOf(days: string): readonly number[] {
  const [first, last = first] = days.split('-').map(Number);
  return Array.from({ length: last! - first! + 1 }, (_, i) => first! + i);
}

function together(days: readonly number[]): readonly string[] {
  const has = (many: string) => daysOf(many).every((day) => days.includes(day));
  const word = ['1-7', '1-5'].find(has);
  if (word === undefined) return days.map(String);
  return [word, ...days.filter((day) => !daysOf(word).includes(day)).map(String)];
}

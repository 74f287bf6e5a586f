import type { SafeHours, SafeWindow } from '../contract/terms.ts';

const DAY_MS = 24 * 60 * 60_000;
const AHEAD_DAYS = 8;

/** The windows that some hours come to in the week from then on, the open one first; what touches is one. */
export function windowsOf({ zone, spans }: SafeHours, now: number): readonly SafeWindow[] {
  const all = Array.from({ length: AHEAD_DAYS + 1 }, (_, n) => dayIn(zone, now + (n - 1) * DAY_MS)).flatMap(({ year, month, day, weekday }) =>
    spans.filter((span) => span.day === weekday).map((span) => {
      const [from, to] = [minutesOf(span.from), minutesOf(span.to)];
      const at = (minutes: number) => instantOf(zone, Date.UTC(year, month - 1, day, 0, minutes));
      return { from: at(from), until: at(to > from ? to : to + 24 * 60) };
    }));
  const coming = all.filter(({ until }) => until > now).sort((a, b) => a.from - b.from);
  return joined(coming).map(({ from, until }) => ({ from: new Date(from).toISOString(), until: new Date(until).toISOString() }));
}

interface Stretch {
  readonly from: number;
  readonly until: number;
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  return stretches.reduce<Stretch[]>((done, next) => {
    const last = done.at(-1);
    if (last === undefined || next.from > last.until) return [...done, next];
    return [...done.slice(0, -1), { from: last.from, until: Math.max(last.until, next.until) }];
  }, []);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** When a clock on a wall in that zone shows what a clock in UTC shows at `wall`. */
function instantOf(zone: string, wall: number): number {
  const guess = wall - aheadBy(zone, wall);
  return wall - aheadBy(zone, guess);
}

function aheadBy(zone: string, at: number): number {
  const { year, month, day, hour, minute } = dayIn(zone, at);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / 60_000) * 60_000;
}

/** What calendar and clock show in that zone; 1 is Monday. */
function dayIn(zone: string, at: number) {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const [year, month, day] = [part['year']!, part['month']!, part['day']!];
  return { year, month, day, hour: part['hour']!, minute: part['minute']!, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7 };
}

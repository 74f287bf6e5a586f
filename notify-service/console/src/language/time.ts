import { t } from './messages.ts';

/** To the second, on this device's clock; with the day (ISO 8601) if that is not today. The same in every language. */
export function clock(at: string, now: number): string {
  const date = new Date(at);
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return new Date(now).toDateString() === date.toDateString() ? time : `${day(date)} ${time}`;
}

/** To the minute. */
export function minute(at: string, now: number): string {
  return clock(at, now).slice(0, -3);
}

/** "4 min ago", "in 12 sec": how a person counts while waiting. Abbreviated, so that no language needs plurals. */
export function age(at: string, now: number): string {
  const seconds = Math.round((Date.parse(at) - now) / 1000);
  const [n, unit] = largestUnit(Math.abs(seconds));
  return t(seconds > 0 ? 'age.future' : 'age.past', { n, unit: t(`age.${unit}`) });
}

function largestUnit(seconds: number): [number, 's' | 'm' | 'h' | 'd'] {
  if (seconds < 60) return [seconds, 's'];
  if (seconds < 3600) return [Math.floor(seconds / 60), 'm'];
  if (seconds < 172_800) return [Math.floor(seconds / 3600), 'h'];
  return [Math.floor(seconds / 86_400), 'd'];
}

function day(date: Date): string {
  return [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

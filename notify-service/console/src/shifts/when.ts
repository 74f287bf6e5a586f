import { dayName } from '../referral/codes.ts';

/** Days and hours by this device's clock, the same in every language but for the day's name. */
export function dayKey(at: string): string {
  const date = new Date(at);
  return [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
}

/** "Mon 2026-11-30" */
export function dayTitle(key: string): string {
  const [year, month, day] = key.split('-').map(Number);
  const weekday = new Date(year!, month! - 1, day!).getDay();
  return `${dayName(weekday === 0 ? 7 : weekday)} ${key}`;
}

export function hour(at: string): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** "22:00 – 06:00"; with the day where it ends on a later one than the next. */
export function span(from: string, until: string): string {
  const nextDay = new Date(from);
  nextDay.setDate(nextDay.getDate() + 1);
  const isNear = dayKey(until) === dayKey(from) || dayKey(until) === dayKey(nextDay.toISOString());
  return isNear ? `${hour(from)} – ${hour(until)}` : `${hour(from)} – ${dayTitle(dayKey(until))} ${hour(until)}`;
}

/** "Mon 2026-11-30 22:00" */
export function point(at: string): string {
  return `${dayTitle(dayKey(at))} ${hour(at)}`;
}

export function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ');
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

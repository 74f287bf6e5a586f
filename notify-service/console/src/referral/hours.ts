import type { Opening } from '../desk/referral-api.ts';

const LINE = /^([1-7])(?:-([1-7]))?\s+(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})$/;

/** Hours as they are typed: `1-5 09:00-18:00`, a line each; a day is a number from Monday on. Undefined when a line is none. */
export function hoursOf(text: string): readonly Opening[] | undefined {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const read = lines.map(line);
  return read.includes(undefined) ? undefined : read.flatMap((days) => days!);
}

export function typed(weekly: readonly Opening[]): string {
  return weekly.map(({ day, opens, closes }) => `${day} ${opens.slice(0, 5)}-${closes.slice(0, 5)}`).join('\n');
}

function line(text: string): readonly Opening[] | undefined {
  const [, first, last = first, opensHour, opensMinute, closesHour, closesMinute] = LINE.exec(text) ?? [];
  const opens = time(opensHour, opensMinute);
  const closes = time(closesHour, closesMinute);
  if (opens === undefined || closes === undefined || Number(last) < Number(first)) return undefined;
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => ({ day: Number(first) + i, opens, closes }));
}

function time(hour: string | undefined, minute: string | undefined): string | undefined {
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

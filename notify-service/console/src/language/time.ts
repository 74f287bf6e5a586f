import { language } from './messages.ts';

const formats = new Map<string, Intl.DateTimeFormat>();
const ages = new Map<string, Intl.RelativeTimeFormat>();

/** To the second; with the day if that is not today. */
export function clock(at: string, now: number): string {
  const date = new Date(at);
  const today = new Date(now).toDateString() === date.toDateString();
  return format(today).format(date);
}

/** "4 min ago", "in 12 sec": how a person counts while waiting. */
export function age(at: string, now: number): string {
  const seconds = Math.round((Date.parse(at) - now) / 1000);
  const amount = Math.abs(seconds);
  if (amount < 60) return relative().format(seconds, 'second');
  if (amount < 3600) return relative().format(Math.trunc(seconds / 60), 'minute');
  if (amount < 172_800) return relative().format(Math.trunc(seconds / 3600), 'hour');
  return relative().format(Math.trunc(seconds / 86_400), 'day');
}

function format(today: boolean): Intl.DateTimeFormat {
  const key = `${language()} ${today}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const clockOnly = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const made = new Intl.DateTimeFormat(language(), today ? clockOnly : { day: 'numeric', month: 'short', ...clockOnly });
  formats.set(key, made);
  return made;
}

function relative(): Intl.RelativeTimeFormat {
  const known = ages.get(language());
  if (known !== undefined) return known;
  const made = new Intl.RelativeTimeFormat(language(), { numeric: 'always', style: 'short' });
  ages.set(language(), made);
  return made;
}

import { minute } from '../language/time.ts';
import { nextWindow } from './terms.ts';
import type { Reach, SafeWindow } from './terms.ts';

/** "18:00–19:00, Asia/Almaty": a window by the clock on the person's wall. */
export function onTheirWall({ from, until }: SafeWindow, zone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  return `${time.format(new Date(from))}–${time.format(new Date(until))}, ${zone.replaceAll('_', ' ')}`;
}

/** The next window by this device's clock, and by theirs. */
export function nextSaid(reach: Reach, now: number): string {
  const next = nextWindow(reach, now);
  const zone = reach.terms?.hours?.zone;
  return next === undefined || zone === undefined ? '–' : `${minute(next.from, now)} (${onTheirWall(next, zone)})`;
}

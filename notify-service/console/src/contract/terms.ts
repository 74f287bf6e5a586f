import type { Texts } from '../desk/api.ts';

/** Hours that are safe on one day of each week, by the person's own clock; `to` not later than `from` is on the next day. */
export interface SafeSpan {
  /** 1 is Monday. */
  readonly day: number;
  readonly from: string;
  readonly to: string;
}

export interface SafeHours {
  readonly zone: string;
  readonly spans: readonly SafeSpan[];
}

/** The person's word on how they may be reached, as intake keeps it: codes and times. */
export interface Terms {
  readonly texts: Texts;
  readonly calls: boolean;
  readonly voicemail: boolean;
  /** Absent: at any time. */
  readonly hours?: SafeHours | null;
}

export interface SafeWindow {
  readonly from: string;
  readonly until: string;
}

/** What intake tells with each fetch. */
export interface Reach {
  readonly terms?: Terms | null;
  /** The coming ones of about a week; none where the hours are not limited. */
  readonly windows: readonly SafeWindow[];
  readonly waiting: readonly { readonly itemId: string; readonly goesAt: string }[];
  /** Replies that did not go out. */
  readonly notSent: readonly string[];
}

/** Nothing was recorded and nothing waits. */
export const NO_REACH: Reach = { windows: [], waiting: [], notSent: [] };

/** The window that is open, or the next one; undefined where the hours are not limited. */
export function nextWindow(reach: Reach, now: number): SafeWindow | undefined {
  return reach.windows.find(({ until }) => Date.parse(until) > now);
}

export function isSafeAt(reach: Reach, time: number): boolean {
  if (!reach.terms?.hours) return true;
  return reach.windows.some(({ from, until }) => Date.parse(from) <= time && time < Date.parse(until));
}

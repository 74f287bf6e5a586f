import type { Named } from './codes.ts';

/** The time zones that this browser knows, and the one that was kept before. */
export function zones(before?: string): readonly Named[] {
  const known = new Set([...(before === undefined ? [] : [before]), ...Intl.supportedValuesOf('timeZone')]);
  return [...known].sort().map((code) => ({ code, name: code.replaceAll('_', ' ') }));
}

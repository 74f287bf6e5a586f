/** Within this a report is to be read, and a claim in danger needs an action; any other has an hour. */
export const SOON_MS = 15 * 60_000;
export const HOUR_MS = 60 * 60_000;

export const iso = (at: number): string => new Date(at).toISOString();

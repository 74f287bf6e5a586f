/** By this device's clock and place, as a date field wants it. */
export function today(now: number): string {
  const at = new Date(now);
  return new Date(now - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** One column: the styles have the same limit. */
export function isNarrow(): boolean {
  return globalThis.matchMedia?.('(max-width: 56rem)').matches ?? false;
}

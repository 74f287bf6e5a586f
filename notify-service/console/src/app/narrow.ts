/** One column, from the width at which the styles have one. */
const query = globalThis.matchMedia?.('(max-width: 56rem)');

export function isNarrow(): boolean {
  return query?.matches ?? false;
}

/** Turned, or made wider. */
export function onTurned(changed: () => void): void {
  query?.addEventListener('change', changed);
}

/** From now on this page asks nobody for anything: what would be asked fails as it does without a connection. For as long as the page lives. */
export function leaveTheNetwork(): void {
  globalThis.fetch = () => Promise.reject(new TypeError('a practice has no network'));
}

/** Nothing that one can use has the focus: what had it is gone, or can be used no more. */
export function isFocusLost(): boolean {
  const held = document.activeElement;
  return held === null || held === document.body || held.matches(':disabled');
}

/** Where a keyboard goes on. Nothing is taken from whoever has gone on by themselves. */
export function focusIfLost(selector: string): void {
  if (typeof document !== 'undefined' && isFocusLost()) document.querySelector<HTMLElement>(selector)?.focus();
}

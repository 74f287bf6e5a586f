/** Esc folds a menu away and gives the focus back to what opened it. */
export function foldedByKey(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key !== 'Escape' || !menu.open) return;
  foldAndFocus(menu);
}

/** For as long as a menu is open, a press anywhere else folds it away. */
export function toggled(event: Event): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (!menu.open) return;
  const closed = new AbortController();
  document.addEventListener('pointerdown', ({ target }) => {
    if (!menu.contains(target as Node)) menu.open = false;
  }, { signal: closed.signal });
  menu.addEventListener('toggle', () => closed.abort(), { once: true });
}

/** The focus went on to something else on the page. What lost it to the window, or to nothing, keeps its menu. */
export function left(event: FocusEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.relatedTarget !== null && !menu.contains(event.relatedTarget as Node)) menu.open = false;
}

export function foldAndFocus(menu: HTMLDetailsElement): void {
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

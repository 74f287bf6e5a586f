/** Hides the page by style alone, at once, while its window is not the one in use: nothing typed is lost, the focus stays. */
export function hideWhenAway(page: Document, isWanted: () => boolean): void {
  const isAway = () => page.visibilityState === 'hidden' || !page.hasFocus();
  const look = () => page.documentElement.classList.toggle('away', isWanted() && isAway());
  addEventListener('blur', look);
  addEventListener('focus', look);
  page.addEventListener('visibilitychange', look);
}

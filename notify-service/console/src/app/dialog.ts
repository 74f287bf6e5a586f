/** Opens a dialog once it is on the page; the rest of the page is out of reach meanwhile. */
export function shown(element: Element | undefined): void {
  const dialog = element as HTMLDialogElement | undefined;
  if (dialog !== undefined && !dialog.open) queueMicrotask(() => dialog.isConnected && !dialog.open && dialog.showModal());
}

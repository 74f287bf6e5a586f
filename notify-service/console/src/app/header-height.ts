const observer = new ResizeObserver(([header]) => {
  const height = header?.borderBoxSize[0]?.blockSize ?? 0;
  document.documentElement.style.setProperty('--header', `${Math.ceil(height)}px`);
});

/** Tells the styles how high the header is: it has a line more in some languages, and nothing may come to lie under it. */
export function measured(header: Element | undefined): void {
  observer.disconnect();
  if (header !== undefined) observer.observe(header);
}

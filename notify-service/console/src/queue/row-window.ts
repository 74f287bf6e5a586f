/** The rows from one place to another, the last not among them. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Rows drawn above and below what can be seen: for the next turn of a wheel, and for whoever goes from row to row. */
const SPARE = 8;

/** Until a row was measured; too low rather than too high, since slots only grow. */
const LOWEST_PX = 72;
const GAP_PX = 10;

/** Which rows can be seen, if the list begins so far above the window's upper edge. */
export function partSeen(above: number, height: number, slot: number, count: number): Part {
  const from = Math.max(0, Math.floor(above / slot) - SPARE);
  const to = Math.min(count, Math.ceil((above + height) / slot) + SPARE);
  return { from: Math.min(from, Math.max(0, count - SPARE)), to: Math.max(to, Math.min(count, SPARE)) };
}

/**
 * Thousands of rows, of which only those on screen are drawn. Each has a slot of the same height, that of the tallest
 * row drawn so far at this width, so a row's place needs no other row.
 */
export class RowWindow {
  #list: HTMLElement | undefined;
  #width = 0;
  #slot = LOWEST_PX;
  #count = 0;
  #drawn: Part = { from: 0, to: 0 };

  constructor(private readonly changed: () => void) {}

  get slot(): number {
    return this.#slot;
  }

  get list(): HTMLElement | undefined {
    return this.#list?.isConnected ? this.#list : undefined;
  }

  readonly attach = (element: Element | undefined): void => {
    this.#list = element as HTMLElement | undefined;
  };

  watch(): void {
    addEventListener('scroll', () => this.#moved(), { passive: true });
    addEventListener('resize', () => this.#moved(), { passive: true });
  }

  /** What to draw of so many rows. */
  part(count: number): Part {
    this.#count = count;
    this.#drawn = this.#seen();
    return this.#drawn;
  }

  /** After drawing: true when a row needed more than its slot, so all must be placed anew. */
  outgrown(): boolean {
    const list = this.list;
    if (list === undefined) return false;
    const before = this.#slot;
    if (list.clientWidth !== this.#width) this.#startAnew(list);
    for (const row of list.children) this.#slot = Math.max(this.#slot, (row.firstElementChild as HTMLElement).offsetHeight + GAP_PX);
    return this.#slot !== before;
  }

  /** Rows may be lower now: other words. */
  forget(): void {
    this.#slot = LOWEST_PX;
  }

  /** Where a row is, seen from the window's upper edge. */
  topOf(place: number): number {
    return (this.list?.getBoundingClientRect().top ?? 0) + place * this.#slot;
  }

  /** Scrolls as little as is needed to have the row on screen, clear of its edges. */
  reveal(place: number): void {
    const top = this.topOf(place);
    const lowest = innerHeight - 1.5 * this.#slot;
    if (top < this.#slot) scrollBy({ top: top - this.#slot, behavior: 'instant' });
    else if (top > lowest) scrollBy({ top: top - lowest, behavior: 'instant' });
  }

  /** At another width rows are as high as they want, not as their slots were. */
  #startAnew(list: HTMLElement): void {
    this.#width = list.clientWidth;
    this.forget();
    list.style.setProperty('--slot', `${LOWEST_PX}px`);
  }

  #moved(): void {
    if (this.list === undefined) return;
    const { from, to } = this.#seen();
    if (from !== this.#drawn.from || to !== this.#drawn.to || this.list.clientWidth !== this.#width) this.changed();
  }

  #seen(): Part {
    return partSeen(-this.topOf(0), innerHeight, this.#slot, this.#count);
  }
}

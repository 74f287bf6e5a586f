import type { CaseView } from '../desk/api.ts';
import { language } from '../language/messages.ts';
import { RowWindow } from './row-window.ts';

/** A row that has the focus, and which of its controls. */
interface Held {
  readonly element: Element;
  readonly id: string;
  readonly control: string | undefined;
  readonly place: number;
}

/** A row that stays where it is on screen while others come and go above it. */
interface Anchor {
  readonly id: string;
  readonly top: number;
}

/** The list on screen: what is looked for in it, and where in it one is. Focus and sight stay at their row when rows move. */
export class Pane {
  /** A short id, or how it begins. */
  sought = '';
  /** The filter's fields are on screen. */
  isNarrowing = false;
  /** How much is shown, as of the last narrowing: read aloud once, not with every report that comes or goes. */
  said = '';
  readonly rows: RowWindow;
  #cases: readonly CaseView[] = [];
  #of = '';
  #spoken = language();
  /** The row to be focused once it is drawn. */
  #wanted: string | undefined;

  constructor(private readonly changed: () => void) {
    this.rows = new RowWindow(changed);
  }

  /** What the list is drawn from; `of` tells lists apart. The places to draw, the focused row's always among them. */
  places(cases: readonly CaseView[], of: string): readonly number[] {
    this.#cases = cases;
    this.#of = of;
    const { from, to } = this.rows.part(cases.length);
    const places = Array.from({ length: to - from }, (_, n) => from + n);
    const focused = this.#placeOf(this.#wanted ?? this.focusedId());
    if (focused >= 0 && focused < from) places.unshift(focused);
    if (focused >= to) places.push(focused);
    return places;
  }

  /** Draws with focus and sight held; once more if rows turned out taller than their slots. */
  around(draw: () => void): void {
    if (this.#spoken !== language()) this.rows.forget();
    this.#spoken = language();
    const [cases, of, slot] = [this.#cases, this.#of, this.rows.slot];
    const held = this.#held();
    const anchor = this.#anchor();
    draw();
    if (this.rows.outgrown()) draw();
    if (anchor !== undefined && of === this.#of && (cases !== this.#cases || slot !== this.rows.slot)) this.#hold(anchor);
    this.#refocus(held);
  }

  focusedId(): string | undefined {
    return document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row'];
  }

  /** To the next row, or so many further; from nowhere to the first on screen. */
  move(by: number): void {
    const from = this.#placeOf(this.focusedId());
    this.goTo(from < 0 ? this.#firstOnScreen() : from + by);
  }

  /** False when there is no such row. */
  goToCase(id: string): boolean {
    const place = this.#placeOf(id);
    if (place >= 0) this.goTo(place);
    return place >= 0;
  }

  goTo(place: number): void {
    const to = Math.max(0, Math.min(place, this.#cases.length - 1));
    const id = this.#cases[to]?.id;
    if (id === undefined || this.rows.list === undefined) return;
    this.#wanted = id;
    this.rows.reveal(to);
    this.changed();
  }

  #firstOnScreen(): number {
    return Math.max(0, Math.ceil(-this.rows.topOf(0) / this.rows.slot));
  }

  #placeOf(id: string | undefined): number {
    return id === undefined ? -1 : this.#cases.findIndex((view) => view.id === id);
  }

  #held(): Held | undefined {
    const element = document.activeElement;
    const row = element?.closest<HTMLElement>('[data-row]');
    if (element === null || !row) return undefined;
    return { element, id: row.dataset['row']!, control: (element as HTMLElement).dataset['testid'], place: Number(row.dataset['place']) };
  }

  /** None while the list's beginning is on screen: what is new and urgent has to be seen there. */
  #anchor(): Anchor | undefined {
    const list = this.rows.list;
    if (list === undefined || list.getBoundingClientRect().top >= 0) return undefined;
    const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')].map((row) => ({ id: row.dataset['row']!, top: row.getBoundingClientRect().top }));
    const onScreen = rows.filter(({ top }) => top >= 0 && top < innerHeight);
    const focused = this.focusedId();
    return onScreen.find(({ id }) => id === focused) ?? onScreen[0];
  }

  #hold(anchor: Anchor): void {
    const place = this.#placeOf(anchor.id);
    if (place < 0) return;
    const moved = this.rows.topOf(place) - anchor.top;
    if (Math.abs(moved) > 1) scrollBy({ top: moved, behavior: 'instant' });
  }

  #refocus(held: Held | undefined): void {
    const wanted = this.#wanted;
    this.#wanted = undefined;
    if (wanted !== undefined) return this.#row(wanted)?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
    if (held === undefined || document.activeElement === held.element) return;
    this.#successorOf(held)?.focus({ preventScroll: true });
  }

  /** The same control; the link of the same row, where a key pressed twice undoes nothing; the row that is there now; the page's title. */
  #successorOf(held: Held): HTMLElement | null {
    const row = this.#row(held.id);
    const control = held.control === undefined ? null : row?.querySelector<HTMLElement>(`[data-testid="${held.control}"]`);
    return control ?? row?.querySelector<HTMLElement>('a') ?? this.#nearest(held.place)?.querySelector<HTMLElement>('a') ?? document.querySelector<HTMLElement>('h1');
  }

  #row(id: string): Element | null {
    return this.rows.list?.querySelector(`[data-row="${id}"]`) ?? null;
  }

  #nearest(place: number): Element | undefined {
    const rows = [...(this.rows.list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const away = (row: HTMLElement) => Math.abs(Number(row.dataset['place']) - place);
    return rows.sort((a, b) => away(a) - away(b))[0];
  }
}

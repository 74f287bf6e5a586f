import { render } from 'lit-html';
import type { TemplateResult } from 'lit-html';

/** The page's one place to draw on. */
export class Screen {
  #draw: (() => TemplateResult) | undefined;
  #around = (drawing: () => void): void => drawing();
  #scheduled = false;

  constructor(private readonly root: HTMLElement) {}

  /** @param around what is done around a drawing, so that focus and sight stay where they are */
  show(draw: () => TemplateResult, around = (drawing: () => void): void => drawing()): void {
    this.#draw = draw;
    this.#around = around;
    this.changed();
  }

  /** Draws once for all changes of one turn. */
  readonly changed = (): void => {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      const draw = this.#draw;
      if (draw !== undefined) this.#around(() => render(draw(), this.root));
    });
  };

  /** A new page starts at its title, for those who hear it as for those who see it. */
  readonly focusTitle = (): void => this.root.querySelector<HTMLElement>('h1')?.focus();
}

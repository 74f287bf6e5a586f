import { noChange } from 'lit-html';
import type { ElementPart } from 'lit-html';
import { AsyncDirective, directive } from 'lit-html/async-directive.js';
import { isFocusLost } from '../app/focus.ts';
import { firstFocused } from '../referral/fields.ts';

/** The first field has the focus when a form comes; what opened the form has it again when the form goes and nothing else took it. */
class FormFocus extends AsyncDirective {
  #opener = '';
  #isHere = false;

  render(_opener: string): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [opener]: [string]): typeof noChange {
    this.#opener = opener;
    if (!this.#isHere) firstFocused(element);
    this.#isHere = true;
    return noChange;
  }

  /** The form is taken off the page after this, and what opened it is drawn anew. */
  protected override disconnected(): void {
    const opener = this.#opener;
    queueMicrotask(() => isFocusLost() && within(document.querySelector<HTMLElement>(opener))?.focus());
  }
}

/** @param opener a selector of what opens the form */
export const formFocus = directive(FormFocus);

/** What is folded away cannot be focused; what unfolds it can. */
function within(opener: HTMLElement | null): HTMLElement | null {
  const folded = opener?.closest<HTMLDetailsElement>('details:not([open])');
  return folded?.querySelector('summary') ?? opener;
}

/** What stands for one thing in a list of them, and a control in it. */
export function controlOf(attribute: 'handle' | 'id' | 'team', value: string, control: string): string {
  return `[data-${attribute}="${CSS.escape(value)}"] [data-testid="${control}"]`;
}

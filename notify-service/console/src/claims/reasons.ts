import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { MessageKey } from '../language/messages.ts';
import { t } from '../language/messages.ts';

/** One of a few, to be chosen in a dialog; nothing is chosen beforehand. */
export class Choice<T extends string> {
  chosen: T | undefined;

  constructor(
    readonly name: string,
    readonly legend: MessageKey,
    readonly options: readonly { readonly value: T; readonly label: string }[],
    private readonly changed: () => void,
    readonly hint?: MessageKey,
  ) {}

  choose(value: T): void {
    this.chosen = value;
    this.changed();
  }
}

export function choiceView<T extends string>(choice: Choice<T>): TemplateResult {
  const hintId = `${choice.name}-hint`;
  return html`
    <fieldset class="choice" data-testid="choice-${choice.name}" aria-describedby=${choice.hint === undefined ? nothing : hintId}>
      <legend>${t(choice.legend)}</legend>
      ${choice.options.map(({ value, label }) => html`
        <label><input type="radio" name=${choice.name} value=${value} data-testid="${choice.name}-${value}"
          .checked=${choice.chosen === value} @change=${() => choice.choose(value)}> <span>${label}</span></label>`)}
      ${choice.hint === undefined ? nothing : html`<p class="quiet" id=${hintId}>${t(choice.hint)}</p>`}
    </fieldset>
  `;
}

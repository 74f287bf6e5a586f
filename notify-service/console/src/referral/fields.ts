import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Named } from './codes.ts';

/** A choice with nothing chosen, or what was chosen before; `change` hears of another one. */
export function choice(id: string, label: string, none: string, among: readonly Named[], chosen: string, change: (code: string) => void = () => {}, required = false): TemplateResult {
  return html`
    <label>${label}
      <select name=${id} data-testid=${id} ?required=${required} @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>
        <option value="" ?selected=${chosen === ''}>${none}</option>
        ${among.map(({ code, name }) => html`<option value=${code} ?selected=${code === chosen}>${name}</option>`)}
      </select>
    </label>
  `;
}

export function tick(id: string, label: string, ticked: boolean, change: (ticked: boolean) => void = () => {}, required = false): TemplateResult {
  return html`
    <label class="tick"><input type="checkbox" name=${id} data-testid=${id} ?checked=${ticked} ?required=${required}
      @change=${(event: Event) => change((event.target as HTMLInputElement).checked)} /> <span>${label}</span></label>
  `;
}

/** Today on this device: what a person means who says "today". */
export function today(now = new Date()): string {
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
}

export function onSubmit(use: (fields: FormData, form: HTMLFormElement) => void): (event: SubmitEvent) => void {
  return (event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    use(new FormData(form), form);
  };
}

/** Where one types next has the focus, as soon as it is drawn. */
export function focused(element: Element | undefined): void {
  queueMicrotask(() => (element as HTMLElement | undefined)?.focus());
}

/** The same for the first field of a form. */
export function firstFocused(form: Element | undefined): void {
  queueMicrotask(() => form?.querySelector<HTMLElement>('select, input')?.focus());
}

export const field = (fields: FormData, name: string): string => String(fields.get(name) ?? '').trim();

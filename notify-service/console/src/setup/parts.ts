import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Named } from '../referral/codes.ts';

/** Names of organisations, teams and people, as the desk takes them. */
export const NAME = '[a-z][a-z0-9\\-]{1,39}';

export function name(field: string, label: string, hint: string, pattern = NAME): TemplateResult {
  return html`<label>${label} <input name=${field} data-testid="setup-${field}" pattern=${pattern} title=${hint} maxlength="40" autocomplete="off" autocapitalize="none" spellcheck="false" required /></label>`;
}

export function ticks(field: string, legend: string, among: readonly Named[], ticked: readonly string[] = []): TemplateResult {
  return html`
    <fieldset data-testid="setup-${field}"><legend>${legend}</legend>
      <div class="ticks">${among.map(({ code, name: label }) => html`
        <label class="tick"><input type="checkbox" name=${field} value=${code} ?checked=${ticked.includes(code)} /> <span>${label}</span></label>`)}</div>
    </fieldset>
  `;
}

export const ticked = (fields: FormData, field: string): readonly string[] => fields.getAll(field).map(String);

/** Something to be copied as it is, by machines. */
export function verbatim(id: string, label: string, text: string): TemplateResult {
  return html`<figure class="verbatim"><figcaption>${label}</figcaption><pre data-testid=${id} lang="en" translate="no" tabindex="0">${text}</pre></figure>`;
}

/** Hands a file out; nothing is sent anywhere. */
export function saveAs(file: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { live } from 'lit-html/directives/live.js';
import { COUNTRIES, OFTEN } from '../language/countries.ts';
import { language } from '../language/messages.ts';
import { regionName } from '../language/names.ts';

/** A country, those met most often first. The list is long, and drawn anew only when something of it has changed. */
export function countryView(id: string, testId: string, label: string, value: string, set: (value: string | undefined) => void): TemplateResult {
  return html`
    <label for=${id}>${label}</label>
    <select id=${id} data-testid=${testId} .value=${live(value)} @change=${(event: Event) => set((event.target as HTMLSelectElement).value || undefined)}>
      ${guard([language(), value], () => options(value))}
    </select>
  `;
}

function options(value: string): TemplateResult {
  const option = (code: string) => html`<option value=${code} ?selected=${code === value}>${regionName(code)}</option>`;
  const unlisted = value !== '' && !COUNTRIES.includes(value) ? [value] : [];
  return html`<option value="" ?selected=${value === ''}>–</option>
    ${[...unlisted, ...OFTEN, 'ZZ'].map(option)}<hr>${byName(COUNTRIES.filter((code) => code !== 'ZZ' && !OFTEN.includes(code))).map(option)}`;
}

function byName(codes: readonly string[]): readonly string[] {
  const order = new Intl.Collator(language());
  return [...codes].sort((a, b) => order.compare(regionName(a), regionName(b)));
}

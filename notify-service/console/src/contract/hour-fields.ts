import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { t } from '../language/messages.ts';
import { zones } from '../referral/zones.ts';
import { DAYS } from './hours.ts';
import type { HourLine } from './hours.ts';
import type { TermsForm } from './terms-form.ts';

/** A line for each time, and whose clock it is. */
export function hourFields(form: TermsForm): TemplateResult {
  return html`
    <ul class="plain-list hours" data-testid="hour-lines">${form.lines.map((line, i) => hourLine(form, line, i))}</ul>
    <button type="button" class="plain" data-testid="add-hours" @click=${() => form.add()}>${t('contract.addHours')}</button>
    <label>${t('contract.zoneLabel')}
      <select data-testid="contract-zone" required @change=${(event: Event) => form.set({ zone: valueOf(event) })}>
        <option value="" ?selected=${form.zone === ''}>${t('contract.chooseZone')}</option>
        ${zones(form.zone === '' ? undefined : form.zone).map(({ code, name }) => html`<option value=${code} ?selected=${code === form.zone}>${name}</option>`)}
      </select>
    </label>
  `;
}

function hourLine(form: TermsForm, line: HourLine, i: number): TemplateResult {
  return html`
    <li class="hour-line">
      <label>${t('contract.day')}
        <select data-testid="days" @change=${(event: Event) => form.line(i, { days: valueOf(event) })}>
          ${DAYS.map((days) => html`<option value=${days} ?selected=${days === line.days}>${t(`contract.day.${days}`)}</option>`)}
        </select>
      </label>
      <label>${t('contract.from')} <input type="time" required data-testid="hours-from" .value=${live(line.from)} @input=${(event: Event) => form.line(i, { from: valueOf(event) })}></label>
      <label>${t('contract.to')} <input type="time" required data-testid="hours-to" .value=${live(line.to)} @input=${(event: Event) => form.line(i, { to: valueOf(event) })}></label>
      ${form.lines.length === 1 ? '' : html`<button type="button" class="plain" aria-label=${t('contract.removeHours', { n: i + 1 })} @click=${() => form.remove(i)}>×</button>`}
    </li>
  `;
}

export const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

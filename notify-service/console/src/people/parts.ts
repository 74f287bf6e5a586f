import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { t } from '../language/messages.ts';
import type { Named } from '../referral/codes.ts';
import type { Doing } from '../referral/doing.ts';
import { choice } from '../referral/fields.ts';
import { typed } from '../referral/hours.ts';
import type { Opening } from '../desk/referral-api.ts';
import { zones } from '../referral/zones.ts';

export function input(name: string, label: string, value = '', more: { required?: boolean; type?: string; pattern?: string; hint?: string; max?: number; id?: string } = {}): TemplateResult {
  const { required = false, type = 'text', pattern, hint, max = 80, id = name } = more;
  return html`
    <label>${label} <input name=${name} data-testid="field-${name}" type=${type} value=${value} maxlength=${max} pattern=${pattern ?? nothing} title=${hint ?? nothing} ?required=${required}
      autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby=${hint === undefined ? nothing : `${id}-hint`} /></label>
    ${hint === undefined ? nothing : html`<p class="quiet" id="${id}-hint">${hint}</p>`}`;
}

export function ticks(name: string, legend: string, among: readonly Named[], before: readonly string[] = []): TemplateResult {
  return html`
    <fieldset data-testid=${name}><legend>${legend}</legend>
      <div class="ticks">${among.map(({ code, name: label }) => html`
        <label class="tick"><input type="checkbox" name=${name} value=${code} ?checked=${before.includes(code)} /> <span>${label}</span></label>`)}</div>
    </fieldset>`;
}

/** The zone that was kept, else this device's: that is nearly always meant. */
export function zone(before?: string | null, required = true): TemplateResult {
  const kept = before ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return choice('zone', t('services.zone'), t('referral.choose'), zones(kept), kept, undefined, required);
}

export function weekly(label: string, before: readonly Opening[], id = 'weekly'): TemplateResult {
  return html`
    <label>${label} <textarea name="weekly" data-testid="weekly" rows="3" autocomplete="off" spellcheck="false" aria-describedby="${id}-hint">${typed(before)}</textarea></label>
    <p class="quiet" id="${id}-hint">${t('people.hoursHint')}</p>`;
}

export function problem(doing: Doing, id: string): TemplateResult | typeof nothing {
  return doing.problem === '' ? nothing : html`<p class="problem" role="alert" data-testid=${id}>${doing.problem}</p>`;
}

export function ending(busy: boolean, save: string, close: () => void, id: string): TemplateResult {
  return html`
    <div class="buttons">
      <button class="plain" type="button" data-testid="close-form" @click=${close}>${t('app.cancel')}</button>
      <button type="submit" data-testid=${id} ?disabled=${busy}>${save}</button>
    </div>`;
}

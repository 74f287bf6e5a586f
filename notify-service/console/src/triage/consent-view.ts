import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { t, tOr } from '../language/messages.ts';
import type { MessageKey } from '../language/messages.ts';
import { CONSENTS } from './codes.ts';
import { consentIn, consentValue } from './consent.ts';
import { today } from './today.ts';

/** What a person said to one purpose, and when. Whoever answers today need not say the day. */
export function consentView(purpose: string, value: string | undefined, set: (value: string | undefined) => void): TemplateResult {
  const { answer, on } = consentIn(value);
  const choose = (next: string) => set(consentValue({ answer: next, on: next === 'not-asked' ? '' : on || today(Date.now()) }));
  const dated = (event: Event) => set(consentValue({ answer, on: (event.target as HTMLInputElement).value }));
  return html`
    <fieldset class="choice answers consent" data-testid=${`triage-${purpose}`}>
      <legend>${t(`triage.consent.${purpose}` as MessageKey)}</legend>
      ${CONSENTS.map((code) => html`<label><input type="radio" name=${`triage-consent-${purpose}`} value=${code} .checked=${live(answer === code)}
        @click=${() => answer === code && set(undefined)} @change=${() => choose(code)}> ${tOr(`triage.consented.${code}`, 'fact.unknown')}</label>`)}
      ${answer === '' || answer === 'not-asked' ? nothing : html`
        <label class="day">${t('triage.consentOn')} <input type="date" data-testid=${`triage-${purpose}-on`} .value=${live(on)} @change=${dated}></label>`}
    </fieldset>
  `;
}

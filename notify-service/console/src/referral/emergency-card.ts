import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import type { Whom } from '../desk/referral-api.ts';
import { t } from '../language/messages.ts';
import { regionName } from '../language/names.ts';
import { shown } from '../app/dialog.ts';
import { cardOf } from './cards.ts';
import type { Card } from './cards.ts';
import { regions } from './codes.ts';
import { choice, field, onSubmit, tick, today } from './fields.ts';
import type { ReferralRoom } from './referral-room.ts';

const STEPS = ['emergency.step1', 'emergency.step2', 'emergency.step3', 'emergency.step4', 'emergency.step5'] as const;
const NUMBERS = ['ambulance', 'police', 'fire', 'general'] as const;

/** What to do and whom to call when a life is in danger. Police are never chosen beforehand, and nobody decides alone. */
export function emergencyCard(room: ReferralRoom, { region }: NonNullable<ReferralRoom['card']>, holds: boolean): TemplateResult {
  const card = cardOf(region);
  return html`
    <dialog class="card" data-testid="emergency-card" aria-labelledby="card-title" ${ref(shown)} @close=${() => room.closeCard()}>
      <h2 id="card-title">${t('emergency.title', { place: regionName(region) })}</h2>
      ${choice('card-place', t('services.region'), t('referral.choose'), regions(), region, (chosen) => room.place(chosen === '' ? 'ZZ' : chosen))}
      <ol class="steps">${STEPS.map((step) => html`<li>${t(step)}</li>`)}</ol>
      ${card === undefined ? html`<p class="hint" data-testid="no-numbers">${t('emergency.noNumbers')}</p>` : numbers(card)}
      ${holds ? asking(room, region) : nothing}
      <div class="buttons"><button class="plain" data-testid="close-card" @click=${(event: Event) => closed(event.target as Element)}>${t('emergency.close')}</button></div>
    </dialog>
  `;
}

function numbers(card: Card): TemplateResult {
  return html`
    <dl class="numbers" data-testid="numbers">${NUMBERS.filter((kind) => card[kind] !== undefined).map((kind) => html`<div><dt>${t(`emergency.${kind}`)}</dt><dd translate="no">${card[kind]}</dd></div>`)}</dl>
    <p class="quiet">${t('emergency.inside')} ${card.reviewed === 'no' ? t('emergency.unreviewed') : ''}</p>
  `;
}

function asking(room: ReferralRoom, region: string): TemplateResult {
  return html`
    <form class="stack" data-testid="ask-to-call" @submit=${onSubmit((fields, form) => void room
      .askToCall(field(fields, 'whom') as Whom, field(fields, 'called-consent'))
      .then((done) => done && closed(form)))}>
      <fieldset><legend>${t('emergency.whom')}</legend>
        ${(['ambulance', 'police'] as const).map((whom) => html`
          <label class="tick"><input type="radio" name="whom" value=${whom} data-testid="whom-${whom}" required /> <span>${t(`emergency.${whom}`)}</span></label>`)}
      </fieldset>
      ${tick('call-wanted', t('emergency.consent'), false, undefined, true)}
      <label>${t('referral.consentDay')} <input type="date" name="called-consent" value=${today()} max=${today()} required /></label>
      ${room.doing.problem === '' ? nothing : html`<p class="problem" role="alert" data-testid="call-problem">${room.doing.problem}</p>`}
      <button type="submit" data-testid="ask-colleague" ?disabled=${room.doing.busy || region === 'ZZ'}>${t('emergency.ask')}</button>
    </form>
  `;
}

/** The dialog closes itself: so the browser gives the focus back to where it was. */
function closed(inside: Element): void {
  inside.closest('dialog')?.close();
}

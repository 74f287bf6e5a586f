import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import type { App } from '../app/app.ts';
import type { CaseView } from '../desk/api.ts';
import type { Outcome, Referral } from '../desk/referral-api.ts';
import { moment } from '../language/moment.ts';
import { t } from '../language/messages.ts';
import { OUTCOMES, namesOf, needName, outcomeName } from './codes.ts';
import { emergencyCard } from './emergency-card.ts';
import { emergencyCall } from './emergency-call.ts';
import { choice, field, focused, onSubmit } from './fields.ts';
import { referForm } from './refer-form.ts';
import type { ReferralRoom } from './referral-room.ts';

/** Whom the person was passed on to, and what became of it; the way to the next service, and to the emergency card. */
export function referralPanel(app: App, view: CaseView): TemplateResult {
  const room = app.referrals;
  const holds = app.queue.isMine(view);
  const follows = holds || view.state === 'closed';
  return html`
    <section class="panel passing" aria-labelledby="referral-title" data-testid="referrals">
      <h2 id="referral-title">${t('referral.title')}</h2>
      ${room.calls.length + room.referrals.length === 0 ? html`<p class="quiet">${t('referral.none')}</p>` : nothing}
      <ul class="plain-list">
        ${room.calls.map((call) => emergencyCall(app, room, call, follows))}
        ${room.referrals.map((one) => referral(room, one, follows))}
      </ul>
      ${room.doing.problem === '' || room.card !== undefined ? nothing : html`<p class="problem" role="alert" data-testid="referral-problem">${room.doing.problem}</p>`}
      ${room.form === undefined || !holds ? buttons(room, view, holds) : referForm(room, room.form)}
    </section>
    ${room.card === undefined ? nothing : emergencyCard(room, room.card, holds)}
  `;
}

function buttons(room: ReferralRoom, view: CaseView, holds: boolean): TemplateResult {
  return html`
    <div class="case-passing">
      ${holds ? html`<button class="plain" data-testid="refer" ${ref((button) => room.returns() && focused(button))} @click=${() => void room.openForm(view.region)}>${t('referral.open')}</button>` : nothing}
      <button class="plain" data-testid="emergency" @click=${() => room.openCard(view.region)}>${t('emergency.open')}</button>
    </div>
  `;
}

function referral(room: ReferralRoom, one: Referral, follows: boolean): TemplateResult {
  return html`
    <li data-testid="referral" data-kind=${one.kind} data-outcome=${one.outcome}>
      <strong>${t(one.kind === 'referral' ? 'referral.referred' : 'referral.told', { service: one.service })}</strong>
      <span class="quiet">${needName(one.purpose)} · ${one.madeBy} · ${moment(one.madeAt)}</span>
      ${one.consentedOn ? html`<span class="quiet">${t('referral.consented', { day: one.consentedOn })}</span>` : nothing}
      ${one.neverRefer ? html`<p class="problem" data-testid="now-never">${t('referral.nowNever')}</p>` : nothing}
      <p class="became">${outcomeName(one.outcome)}${one.followUpOn ? html` · ${t('referral.followOn', { day: one.followUpOn })}` : nothing}</p>
      ${follows ? following(room, one) : nothing}
    </li>
  `;
}

function following(room: ReferralRoom, one: Referral): TemplateResult {
  return html`
    <details data-testid="follow"><summary>${t('referral.outcome')}</summary>
      <form class="stack" @submit=${onSubmit((fields, form) => void room
        .follow(one.id, field(fields, 'outcome') as Outcome, field(fields, 'followUpOn') || undefined)
        .then((done) => done && form.closest('details')?.removeAttribute('open')))}>
        ${choice('outcome', t('referral.outcome'), t('referral.choose'), namesOf(OUTCOMES, outcomeName), one.outcome, undefined, true)}
        <label>${t('referral.followUp')} <input type="date" name="followUpOn" value=${one.followUpOn ?? ''} /></label>
        <button type="submit" data-testid="keep-outcome" ?disabled=${room.doing.busy}>${t('referral.keep')}</button>
      </form>
    </details>
  `;
}

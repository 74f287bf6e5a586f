import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import type { EmergencyCall, Outcome } from '../desk/referral-api.ts';
import { moment } from '../language/moment.ts';
import { t } from '../language/messages.ts';
import { regionName } from '../language/names.ts';
import { clock } from '../language/time.ts';
import { numberFor } from './cards.ts';
import { OUTCOMES, namesOf, outcomeName } from './codes.ts';
import { choice, field, onSubmit } from './fields.ts';
import type { ReferralRoom } from './referral-room.ts';

/** A wish to call somebody: who asked, who confirmed, and only then the number. */
export function emergencyCall(app: App, room: ReferralRoom, call: EmergencyCall, follows: boolean): TemplateResult {
  return html`
    <li data-testid="emergency-call" data-state=${call.state} data-outcome=${call.outcome}>
      <strong>${t(`emergency.${call.whom}`)} · ${regionName(call.region)}</strong>
      <span class="quiet">${call.askedBy} · ${moment(call.askedAt)} · ${t('referral.consented', { day: call.consentedOn })}</span>
      <p class="became" role="status">${standing(call)}</p>
      ${call.state === 'asked' ? answering(app, room, call) : nothing}
      ${call.state === 'confirmed' ? html`<p class="became">${outcomeName(call.outcome)}</p>${follows ? following(room, call) : nothing}` : nothing}
    </li>
  `;
}

function standing(call: EmergencyCall): string {
  const who = call.answeredBy ?? '';
  switch (call.state) {
    case 'asked': return t('emergency.state.asked', { at: clock(call.until, Date.now()) });
    case 'confirmed': return t('emergency.state.confirmed', { who, number: numberFor(call.region, call.whom) ?? '—' });
    case 'declined': return t('emergency.state.declined', { who });
    case 'lapsed': return t('emergency.state.lapsed');
  }
}

/** One's own wish can only be taken back; a colleague's is confirmed or not. */
function answering(app: App, room: ReferralRoom, call: EmergencyCall): TemplateResult {
  const mine = call.askedBy === app.me.handle;
  return html`
    <div class="case-passing">
      ${mine ? nothing : html`<button data-testid="confirm-call" ?disabled=${room.doing.busy} @click=${() => void room.answer(call.id, 'confirm')}>${t('emergency.confirm')}</button>`}
      <button class="plain" data-testid="decline-call" ?disabled=${room.doing.busy} @click=${() => void room.answer(call.id, 'decline')}>${t(mine ? 'emergency.withdraw' : 'emergency.decline')}</button>
    </div>
  `;
}

function following(room: ReferralRoom, call: EmergencyCall): TemplateResult {
  return html`
    <details data-testid="follow-call"><summary>${t('referral.outcome')}</summary>
      <form class="stack" @submit=${onSubmit((fields, form) => void room
        .followCall(call.id, field(fields, 'outcome') as Outcome)
        .then((done) => done && form.closest('details')?.removeAttribute('open')))}>
        ${choice('outcome', t('referral.outcome'), t('referral.choose'), namesOf(OUTCOMES, outcomeName), call.outcome, undefined, true)}
        <button type="submit" data-testid="keep-call-outcome" ?disabled=${room.doing.busy}>${t('referral.keep')}</button>
      </form>
    </details>
  `;
}

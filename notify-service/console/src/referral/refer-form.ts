import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import type { Service } from '../desk/referral-api.ts';
import { t } from '../language/messages.ts';
import { needs, regions } from './codes.ts';
import { choice, field, firstFocused, onSubmit, today } from './fields.ts';
import type { ReferralRoom } from './referral-room.ts';
import { openness, warnings } from './service-card.ts';

/** What is needed, who gives it, and whether the person said yes. Nothing is chosen beforehand. */
export function referForm(room: ReferralRoom, form: NonNullable<ReferralRoom['form']>): TemplateResult {
  return html`
    <form class="stack wide" data-testid="refer-form" ${ref(firstFocused)} @submit=${onSubmit((fields) => void room.refer(read(fields)))}>
      ${choice('purpose', t('referral.need'), t('referral.choose'), needs(), form.need, (need) => void room.look({ need }), true)}
      ${choice('place', t('services.region'), t('services.anywhere'), regions(), form.region, (region) => void room.look({ region }))}
      <fieldset><legend>${t('referral.service')}</legend>
        ${form.services.length === 0 ? html`<p class="quiet" role="status">${t('services.none')}</p>` : nothing}
        ${form.services.map(option)}
      </fieldset>
      <fieldset><legend>${t('referral.kind')}</legend>
        ${way('referral', t('referral.kindReferral'))}
        <label class="consent">${t('referral.consentDay')} <input type="date" name="consentedOn" data-testid="consented-on" max=${today()} /></label>
        ${way('information', t('referral.kindInformation'))}
      </fieldset>
      <label>${t('referral.followUp')} <input type="date" name="followUpOn" data-testid="follow-up-on" min=${today()} /></label>
      <p class="quiet">${t('referral.noText')}</p>
      <div class="buttons">
        <button class="plain" type="button" data-testid="cancel-referral" @click=${() => room.closeForm()}>${t('app.cancel')}</button>
        <button type="submit" data-testid="keep-referral" ?disabled=${room.doing.busy}>${t('referral.keep')}</button>
      </div>
    </form>
  `;
}

/** One that nobody is to be sent to can be read and not chosen. */
function option(one: Service): TemplateResult {
  return html`
    <div class="option" data-testid="service-option" data-id=${one.id}>
      <label class="tick"><input type="radio" name="service" value=${one.id} required ?disabled=${Boolean(one.neverRefer)} />
        <span>${one.service.name} <span class="quiet">${t(openness(one))}</span></span></label>
      ${warnings(one)}
    </div>
  `;
}

function way(kind: string, label: string): TemplateResult {
  return html`<label class="tick"><input type="radio" name="kind" value=${kind} data-testid="kind-${kind}" required @change=${consentAsked} /> <span>${label}</span></label>`;
}

/** Passing on needs the day of the yes; the browser says so before the desk refuses. */
function consentAsked(event: Event): void {
  const { form, value } = event.target as HTMLInputElement;
  (form!.elements.namedItem('consentedOn') as HTMLInputElement).required = value === 'referral';
}

function read(fields: FormData) {
  const kind = field(fields, 'kind') === 'referral' ? ('referral' as const) : ('information' as const);
  return {
    kind,
    service: field(fields, 'service'),
    purpose: field(fields, 'purpose'),
    consentedOn: kind === 'referral' ? field(fields, 'consentedOn') || undefined : undefined,
    followUpOn: field(fields, 'followUpOn') || undefined,
  };
}

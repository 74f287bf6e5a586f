import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { t } from '../language/messages.ts';
import { field, onSubmit } from '../referral/fields.ts';
import { name } from './parts.ts';
import type { SetUpRoom } from './setup-room.ts';
import type { Found } from './steps.ts';

export function organisationStep(room: SetUpRoom, found: Found): TemplateResult {
  return html`
    <ul class="plain-list" data-testid="organisations">${found.setUp.organisations.map((one) => html`<li><strong>${one.label}</strong> <span class="quiet">${one.id}</span></li>`)}</ul>
    <form class="stack" data-testid="add-organisation" @submit=${onSubmit((fields, form) => void room.saveOrganisation(field(fields, 'id'), field(fields, 'label')).then((saved) => saved && form.reset()))}>
      ${name('id', t('setup.organisation.id'), t('setup.nameHint'))}
      <label>${t('setup.organisation.label')} <input name="label" data-testid="setup-label" maxlength="80" autocomplete="off" required /></label>
      <button data-testid="save-organisation" ?disabled=${room.attempts.busy}>${t('setup.organisation.save')}</button>
    </form>
  `;
}

import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { linkTo } from '../app/route.ts';
import type { Invitation } from '../desk/setup-api.ts';
import { fingerprintOf } from '../keys/fingerprint-view.ts';
import { t } from '../language/messages.ts';
import { languages } from '../referral/codes.ts';
import { choice, field, onSubmit } from '../referral/fields.ts';
import { name, ticked, ticks } from './parts.ts';
import type { SetUpRoom } from './setup-room.ts';
import type { Found } from './steps.ts';

const HANDLE = '[a-z][a-z0-9._\\-]{1,39}';

export function peopleStep(room: SetUpRoom, found: Found): TemplateResult {
  const open = found.setUp.organisations.filter((one) => !one.suspended);
  if (open.length === 0) return html`<p class="hint">${t('setup.people.organisationFirst')}</p>`;
  return html`
    <ul class="plain-list">${open.map((one) => html`<li><strong>${one.label}</strong>
      <span class="quiet">${t('setup.people.counted', { active: one.active, invited: one.invited, keys: one.withKey })}</span></li>`)}</ul>
    ${nobodyWakes(room)}
    ${room.invitation === undefined ? nothing : invited(room, room.invitation)}
    <form class="stack wide" data-testid="invite" @submit=${onSubmit((fields, form) => void invite(room, fields).then((done) => done && form.reset()))}>
      ${name('handle', t('setup.people.handle'), t('setup.people.handleHint'), HANDLE)}
      ${choice('organisation', t('founding.organisation'), t('referral.choose'), open.map(({ id, label }) => ({ code: id, name: label })), open.length === 1 ? open[0]!.id : '', undefined, true)}
      ${ticks('roles', t('setup.people.roles'), [{ code: 'responder', name: t('setup.people.responder') }, { code: 'coordinator', name: t('setup.people.coordinator') }], ['responder'])}
      ${ticks('languages', t('services.languages'), languages())}
      <button data-testid="invite-button" ?disabled=${room.attempts.busy}>${t('setup.people.invite')}</button>
    </form>
    <p><a href=${linkTo({ page: 'people' })}>${t('people.title')}</a></p>
  `;
}

/** A report that comes at night would wait until somebody happens to look. */
export function nobodyWakes(room: SetUpRoom): TemplateResult | typeof nothing {
  const isSo = room.people.length > 0 && room.people.every(({ channels }) => channels.length === 0);
  return isSo ? html`<p class="warning" data-testid="nobody-wakes">${t('setup.people.nobodyWakes')}</p>` : nothing;
}

function invite(room: SetUpRoom, fields: FormData): Promise<boolean> {
  return room.invite(field(fields, 'handle'), field(fields, 'organisation'), ticked(fields, 'roles'), ticked(fields, 'languages'));
}

/** Shown once. With it goes the line's fingerprint: their browser sees it for the first time, and they compare. */
function invited(room: SetUpRoom, { handle, password }: Invitation): TemplateResult {
  return html`
    <div class="hint" data-testid="invited" role="status">
      <p>${t('setup.people.invited', { who: handle })}</p>
      <dl class="service-facts">
        <div><dt>${t('setup.people.handle')}</dt><dd translate="no">${handle}</dd></div>
        <div><dt>${t('setup.people.password')}</dt><dd><code translate="no" data-testid="invited-password">${password}</code></dd></div>
        <div><dt>${t('setup.people.address')}</dt><dd translate="no">${location.origin}${location.pathname}</dd></div>
      </dl>
      ${room.sight.isKnown ? html`<p>${t('setup.people.lineToo')}</p>${fingerprintOf(room.sight.seen!.kid, 'invited-line')}` : html`<p class="warning">${t('setup.people.lineUnknown')}</p>`}
    </div>
  `;
}

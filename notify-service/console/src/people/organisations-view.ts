import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Question } from '../app/question.ts';
import type { Organisation, TeamLine } from '../desk/people-api.ts';
import { t } from '../language/messages.ts';
import { onSubmit } from '../referral/fields.ts';
import { controlOf, formFocus } from './form-focus.ts';
import type { OrganisationRoom } from './organisation-room.ts';
import { ending, input, problem, weekly, zone } from './parts.ts';
import type { PeopleRoom } from './people-room.ts';

type Ask = (question: Question) => void;

/** Organisations with their teams: what they are called here, when teams work, and stopping one at once. */
export function organisationsView(room: OrganisationRoom, { organisations, teams }: PeopleRoom, ask: Ask): TemplateResult {
  return html`
    <details class="panel keeping" data-testid="organisations"><summary><h2>${t('people.organisations')}</h2></summary>
      ${room.edited === undefined && room.hours === undefined ? problem(room.doing, 'organisation-problem') : nothing}
      <ul class="kept">${organisations.map((one) => organisation(room, one, teams.filter((team) => team.organisation === one.id), ask))}</ul>
      ${room.edited === undefined ? html`<p><button class="plain" data-testid="add-organisation" @click=${() => room.edit()}>${t('people.addOrganisation')}</button></p>` : room.edited.before === undefined ? form(room) : nothing}
      <p class="quiet">${t('people.teamsAreSigned')}</p>
    </details>`;
}

function organisation(room: OrganisationRoom, one: Organisation, teams: readonly TeamLine[], ask: Ask): TemplateResult {
  const { busy } = room.doing;
  return html`
    <li data-testid="organisation-line" data-id=${one.id} data-suspended=${String(one.suspended)}>
      <h3>${one.label} ${one.suspended ? html`<span class="label suspended">${t('people.state.suspended')}</span>` : nothing}</h3>
      <div class="buttons start">
        <button class="plain" data-testid="change-organisation" ?disabled=${busy} @click=${() => room.edit(one)}>${t('people.change')}</button>
        ${one.suspended
          ? html`<button class="plain" data-testid="lift-organisation" ?disabled=${busy} @click=${() => void room.stop(one.id, 'lift')}>${t('people.lift')}</button>`
          : html`<button class="plain" data-testid="stop-organisation" ?disabled=${busy} @click=${() => ask({
              title: t('people.stopAsk', { who: one.label }), text: t('people.stopText'), yes: t('people.suspend'), act: () => room.stop(one.id, 'suspend') })}>${t('people.suspend')}</button>`}
      </div>
      ${room.edited?.before?.id === one.id ? form(room) : nothing}
      ${teams.length === 0 ? html`<p class="quiet">${t('people.noTeams')}</p>` : html`<ul class="plain-list">${teams.map((team) => teamLine(room, team, ask))}</ul>`}
    </li>`;
}

function teamLine(room: OrganisationRoom, team: TeamLine, ask: Ask): TemplateResult {
  const { busy } = room.doing;
  return html`
    <li data-testid="team" data-id=${team.id}>
      <strong>${team.id}</strong> ${team.suspended ? html`<span class="label suspended">${t('people.state.suspended')}</span>` : nothing}
      <button class="plain" data-testid="team-hours" aria-label=${t('people.hoursOf', { team: team.id })} ?disabled=${busy} @click=${() => void room.editHours(team.id)}>${t('people.hours')}</button>
      ${team.suspended ? nothing : html`<button class="plain" data-testid="stop-team" aria-label=${t('people.stopAsk', { who: team.id })} ?disabled=${busy} @click=${() => ask({
        title: t('people.stopAsk', { who: team.id }), text: t('people.stopTeamText'), yes: t('people.suspend'), act: () => room.stopTeam(team.id) })}>${t('people.suspend')}</button>`}
      ${room.hours?.team === team.id ? hours(room) : nothing}
    </li>`;
}

function form(room: OrganisationRoom): TemplateResult {
  const { before } = room.edited!;
  return html`
    <form class="stack wide" data-testid="organisation-form" ${formFocus(before === undefined ? '[data-testid="add-organisation"]' : controlOf('id', before.id, 'change-organisation'))} @submit=${onSubmit((fields) => void room.save(fields))}>
      ${before === undefined ? input('id', t('people.organisationId'), '', { required: true, pattern: '[a-z][a-z0-9\\-]{1,39}', hint: t('people.organisationIdHint'), max: 40 }) : nothing}
      ${input('label', t('people.label'), before?.label ?? '', { required: true })}
      ${input('coverWord', t('people.coverWord'), before?.coverWord ?? '', { hint: t('people.coverWordHint'), max: 40 })}
      ${problem(room.doing, 'organisation-problem')}
      ${ending(room.doing.busy, t('people.save'), () => room.close(), 'save-organisation')}
    </form>`;
}

function hours(room: OrganisationRoom): TemplateResult {
  const { team, before } = room.hours!;
  return html`
    <form class="stack wide" data-testid="hours-form" ${formFocus(controlOf('id', team, 'team-hours'))} @submit=${onSubmit((fields) => void room.saveHours(fields))}>
      <h3>${t('people.hoursOf', { team })}</h3>
      ${zone(before.zone)}
      ${weekly(t('people.weekly'), before.weekly)}
      <label>${t('people.holidays')} <textarea name="holidays" data-testid="holidays" rows="2" autocomplete="off" spellcheck="false" placeholder="2027-01-01">${before.holidays.join('\n')}</textarea></label>
      ${problem(room.doing, 'organisation-problem')}
      ${ending(room.doing.busy, t('people.save'), () => room.close(), 'save-hours')}
    </form>`;
}

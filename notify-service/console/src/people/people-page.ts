import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { App } from '../app/app.ts';
import type { Question } from '../app/question.ts';
import { linkTo } from '../app/route.ts';
import type { Person } from '../desk/people-api.ts';
import { t } from '../language/messages.ts';
import { choice } from '../referral/fields.ts';
import { comparisonView } from './comparison-view.ts';
import { find } from './find.ts';
import { interpretersView } from './interpreters-view.ts';
import { organisationsView } from './organisations-view.ts';
import { problem } from './parts.ts';
import type { People } from './people.ts';
import type { PeopleRoom } from './people-room.ts';
import { personCard, personSteps } from './person-card.ts';
import { personForm } from './person-form.ts';

/** Who answers, and where they belong. Administrators keep it; coordinators see their own people. */
export function peoplePage(app: App, { room, organisations, interpreters, isMine }: People): TemplateResult {
  if (!isMine) return html`<h1 tabindex="-1" data-testid="page-title">${t('people.title')}</h1><p class="hint">${t('problem.not-allowed')}</p>`;
  const ask = (question: Question) => {
    app.question = question;
    app.redraw();
  };
  return html`
    <h1 tabindex="-1" data-testid="page-title">${t('people.title')}</h1>
    ${room.isAway ? html`<p class="problem" role="alert">${t('problem.unavailable')} <button class="plain" @click=${() => void room.load()}>${t('people.again')}</button></p>` : nothing}
    ${room.invitation === undefined ? nothing : invited(room)}
    ${room.aftermath === undefined ? nothing : aftermath(app, room)}
    ${room.form?.kind === 'invite' ? personForm(room, room.form) : nothing}
    ${room.form === undefined ? problem(room.doing, 'people-problem') : nothing}
    ${room.insists === undefined ? nothing : html`<p><button class="plain" data-testid="insist" ?disabled=${room.doing.busy} @click=${room.insists.act}>${t('people.insist', { who: room.insists.handle })}</button></p>`}
    ${room.administers && room.form === undefined ? html`<p><button data-testid="invite" @click=${() => room.open({ kind: 'invite', organisation: room.sought.organisation || room.organisations[0]?.id || '' })}>${t('people.invite')}</button></p>` : nothing}
    ${filters(app, room)} ${room.administers ? everybody(room, ask) : ours(room)}
    ${room.administers ? html`${organisationsView(organisations, room, ask)} ${interpretersView(interpreters, room.interpreters, ask)} ${comparisonView(room)}` : nothing}`;
}

function filters(app: App, room: PeopleRoom): TemplateResult {
  const { sought } = room;
  const teams = room.administers ? room.teams.filter(({ organisation }) => sought.organisation === '' || organisation === sought.organisation).map(({ id }) => id) : app.me.teams.map(({ id }) => id);
  return html`
    <form class="panel filters" role="search" aria-label=${t('people.title')} @submit=${(event: Event) => event.preventDefault()}>
      <label>${t('people.search')} <input type="search" data-testid="search" .value=${sought.text} autocomplete="off" spellcheck="false" @input=${(event: Event) => room.seek({ text: (event.target as HTMLInputElement).value })} /></label>
      ${room.administers ? choice('find-organisation', t('people.organisation'), t('people.all'), room.organisations.map(({ id, label }) => ({ code: id, name: label })), sought.organisation, (organisation) => room.seek({ organisation, team: '' })) : nothing}
      ${choice('find-team', t('people.team'), t('people.all'), teams.map((id) => ({ code: id, name: id })), sought.team, (team) => room.seek({ team }))}
    </form>`;
}

function everybody(room: PeopleRoom, ask: (question: Question) => void): TemplateResult {
  const found = find(room.people ?? [], room.sought);
  const label = (id: string) => room.organisations.find((one) => one.id === id)?.label ?? id;
  return html`${counted(room, room.people?.length, found.length)}
    <ul class="people" data-testid="people">${repeat(found, ({ subject }) => subject, (one) => personCard(one, label(one.organisation), steps(room, one, ask)))}</ul>`;
}

/** Where somebody is changed or moved, the form stands with them. */
function steps(room: PeopleRoom, one: Person, ask: (question: Question) => void): TemplateResult {
  const { form } = room;
  const isOpen = form !== undefined && form.kind !== 'invite' && form.person.subject === one.subject;
  return isOpen ? personForm(room, form) : personSteps(room, one, ask);
}

function ours(room: PeopleRoom): TemplateResult {
  const found = find(room.colleagues ?? [], room.sought);
  return html`<p class="hint">${t('people.readOnly')}</p>${counted(room, room.colleagues?.length, found.length)}
    <ul class="people" data-testid="people">${repeat(found, ({ handle }) => handle, (one) => personCard(one, undefined, nothing))}</ul>`;
}

function counted(room: PeopleRoom, all: number | undefined, found: number): TemplateResult {
  return html`<h2 class="unseen">${t('people.title')}</h2><p class="quiet" role="status" data-testid="people-found">${all !== undefined ? t('people.found', { n: found }) : room.isAway ? '' : t('queue.loading')}</p>
    ${all !== undefined && found === 0 ? html`<p class="empty">${t(all === 0 ? 'people.nobody' : 'people.noneFound')}</p>` : nothing}`;
}

function invited(room: PeopleRoom): TemplateResult {
  const { handle, password } = room.invitation!;
  return html`
    <section class="panel key" role="status" data-testid="invitation" aria-labelledby="invited-title">
      <h2 id="invited-title">${t('people.invitedTitle', { who: handle })}</h2>
      <p>${t('people.invitedText')}</p>
      <p class="first-password"><span class="quiet">${t('people.firstPassword')}</span> <code data-testid="first-password">${password}</code></p>
      <p>${t('people.invitedNext')}</p>
      <div class="buttons"><button data-testid="put-away" @click=${() => room.putAway()}>${t('people.putAway')}</button></div>
    </section>`;
}

function aftermath(app: App, room: PeopleRoom): TemplateResult {
  const { handle, teams } = room.aftermath!;
  return html`
    <section class="warning aftermath" role="status" data-testid="aftermath">
      <p>${t('people.rotate', { who: handle, teams: teams.join(', ') })} <a href=${linkTo({ page: app.reads ? 'keys' : 'line' })}>${t(app.reads ? 'keys.page' : 'line.page')}</a></p>
      <div class="buttons"><button class="plain" data-testid="put-away" @click=${() => room.putAway()}>${t('people.putAway')}</button></div>
    </section>`;
}

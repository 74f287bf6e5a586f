import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Question } from '../app/question.ts';
import type { Person } from '../desk/people-api.ts';
import type { Colleague } from '../desk/shift-api.ts';
import { t } from '../language/messages.ts';
import { languageName } from '../language/names.ts';
import type { PeopleRoom } from './people-room.ts';
import { channelName, roleName } from './person-form.ts';

/** One person: who they are here, how they are alerted, and what an administrator does about them. */
export function personCard(one: Person | Colleague, organisation: string | undefined, more: TemplateResult | typeof nothing): TemplateResult {
  return html`
    <li class="panel person" data-testid="person" data-handle=${one.handle} data-state=${one.state}>
      <h3>${one.handle} ${one.state === 'active' ? nothing : html`<span class="label ${one.state}">${t(`people.state.${one.state}`)}</span>`}</h3>
      <dl class="service-facts">
        ${organisation === undefined ? nothing : html`<div><dt>${t('people.organisation')}</dt><dd>${organisation}</dd></div>`}
        <div><dt>${t('people.teams')}</dt><dd>${listed(one.teams)}</dd></div>
        <div><dt>${t('people.roles')}</dt><dd>${listed(one.roles.map(roleName))}</dd></div>
        <div><dt>${t('people.languages')}</dt><dd>${listed(one.languages.map(languageName))}</dd></div>
        <div><dt>${t('people.channels')}</dt><dd>${ways(one)}</dd></div>
      </dl>
      ${more}
    </li>`;
}

/** Responders and coordinators are woken at night; nobody alerts those who only administer or audit. */
function ways({ channels, roles }: Person | Colleague): TemplateResult | string {
  if (channels.length > 0) return listed(channels.map(channelName));
  if (!roles.some((role) => role === 'responder' || role === 'coordinator')) return html`<span class="quiet" data-testid="not-alerted">${t('people.notAlerted')}</span>`;
  return html`<strong class="late" data-testid="no-channel">${t('people.noChannel')}</strong>`;
}

export function personSteps(room: PeopleRoom, person: Person, ask: (question: Question) => void): TemplateResult {
  const { busy } = room.doing;
  const button = (id: string, label: string, act: () => void) => html`<button class="plain" data-testid=${id} ?disabled=${busy} @click=${act}>${label}</button>`;
  return html`
    <details data-testid="steps"><summary>${t('people.steps')}</summary>
      <div class="buttons start">
        ${button('change', t('people.change'), () => room.open({ kind: 'change', person }))}
        ${button('move', t('people.move'), () => room.open({ kind: 'move', person, organisation: person.organisation }))}
        ${person.state === 'suspended'
          ? button('lift', t('people.lift'), () => void room.lift(person))
          : button('suspend', t('people.suspend'), () => void room.suspend(person))}
        ${button('reset-factor', t('people.resetFactor'), () => ask({
          title: t('people.resetFactorAsk', { who: person.handle }), text: t('people.resetFactorText'), yes: t('people.resetFactor'), act: async () => void (await room.resetSecondFactor(person)) }))}
        ${button('remove', t('people.remove'), () => ask({
          title: t('people.removeAsk', { who: person.handle }), text: t('people.removeText'), yes: t('people.remove'), act: () => room.remove(person) }))}
      </div>
    </details>`;
}

function listed(words: readonly string[]): string {
  return words.length === 0 ? '–' : words.join(', ');
}

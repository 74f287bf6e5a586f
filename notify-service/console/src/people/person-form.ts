import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Channel, Person } from '../desk/people-api.ts';
import { t } from '../language/messages.ts';
import type { MessageKey } from '../language/messages.ts';
import { languages, namesOf } from '../referral/codes.ts';
import { choice, field, onSubmit, tick } from '../referral/fields.ts';
import { controlOf, formFocus } from './form-focus.ts';
import { ending, input, problem, ticks, zone } from './parts.ts';
import type { Form, PeopleRoom } from './people-room.ts';
import { CHANNELS, ROLES, readChange, readInvitation } from './read-form.ts';

const HANDLE = '[a-zA-Z][a-zA-Z0-9._\\-]{1,39}';
const NUMBER = '\\+[1-9][0-9 \\(\\)\\-]{6,20}';
/** Words in the letters that a text is sent in as one, and the place of the report's number. */
const COVER = '[A-Za-z0-9 .,:;!?\'"\\(\\)*#%&+\\/=<>@$_\\-]*\\{\\}[A-Za-z0-9 .,:;!?\'"\\(\\)*#%&+\\/=<>@$_\\-]*';

export const roleName = (role: string): string => t(`people.role.${role}` as MessageKey);
export const channelName = (channel: Channel): string => t(`people.channel.${channel}`);

export function personForm(room: PeopleRoom, form: Form): TemplateResult {
  switch (form.kind) {
    case 'invite':
      return invite(room, form.organisation);
    case 'move':
      return move(room, form.person, form.organisation);
    default:
      return change(room, form.person);
  }
}

function invite(room: PeopleRoom, organisation: string): TemplateResult {
  return html`
    <form class="panel stack wide" data-testid="invite-form" ${formFocus('[data-testid="invite"]')} @submit=${onSubmit((fields) => void room.invite(readInvitation(fields)))}>
      <h2>${t('people.invite')}</h2>
      <p>${t('people.inviteText')}</p>
      ${input('handle', t('people.handle'), '', { required: true, pattern: HANDLE, hint: t('people.handleHint'), max: 40 })}
      ${where(room, organisation, [], (chosen) => room.open({ kind: 'invite', organisation: chosen }))}
      ${ticks('roles', t('people.roles'), namesOf(ROLES, roleName), ['responder'])}
      ${about()}
      ${problem(room.doing, 'form-problem')}
      ${ending(room.doing.busy, t('people.inviteNow'), () => room.open(undefined), 'invite-now')}
    </form>`;
}

function change(room: PeopleRoom, person: Person): TemplateResult {
  return html`
    <form class="stack wide" data-testid="change-form" ${formFocus(controlOf('handle', person.handle, 'change'))} @submit=${onSubmit((fields) => void room.save(person, readChange(fields, person)))}>
      <p class="quiet">${t('people.changeText')}</p>
      ${about(person)}
      ${problem(room.doing, 'form-problem')}
      ${ending(room.doing.busy, t('people.save'), () => room.open(undefined), 'save-person')}
    </form>`;
}

function move(room: PeopleRoom, person: Person, organisation: string): TemplateResult {
  return html`
    <form class="stack wide" data-testid="move-form" ${formFocus(controlOf('handle', person.handle, 'move'))}
      @submit=${onSubmit((fields) => void room.move(person, field(fields, 'organisation'), fields.getAll('teams').map(String)))}>
      <h4>${t('people.moveTitle', { who: person.handle })}</h4>
      <p>${t('people.moveText')}</p>
      ${where(room, organisation, person.teams, (chosen) => room.open({ kind: 'move', person, organisation: chosen }))}
      ${problem(room.doing, 'form-problem')}
      ${ending(room.doing.busy, t('people.moveNow'), () => room.open(undefined), 'move-now')}
    </form>`;
}

/** The teams are those of the organisation that is chosen. */
function where(room: PeopleRoom, organisation: string, before: readonly string[], chosen: (organisation: string) => void): TemplateResult {
  const teams = room.teams.filter((team) => team.organisation === organisation).map(({ id }) => ({ code: id, name: id }));
  return html`
    ${choice('organisation', t('people.organisation'), t('referral.choose'), room.organisations.map(({ id, label }) => ({ code: id, name: label })), organisation, chosen, true)}
    ${teams.length === 0 ? html`<p class="quiet">${t('people.noTeams')}</p>` : ticks('teams', t('people.teams'), teams, before)}`;
}

function about(person?: Person): TemplateResult {
  return html`
    ${ticks('languages', t('people.languages'), languages(), person?.languages)}
    <fieldset><legend>${t('people.channels')}</legend>
      <p class="quiet">${t('people.channelsText')}</p>
      ${CHANNELS.map((channel) => alertedBy(channel, person))}
    </fieldset>
    ${tick('onCall', t('people.onCall'), person?.onCall ?? false)}
    <fieldset><legend>${t('people.quiet')}</legend>
      <p class="quiet">${t('people.quietText')}</p>
      <div class="side">
        <label>${t('people.from')} <input name="quietFrom" data-testid="quiet-from" type="time" value=${person?.quiet?.from.slice(0, 5) ?? ''} /></label>
        <label>${t('people.until')} <input name="quietUntil" data-testid="quiet-until" type="time" value=${person?.quiet?.until.slice(0, 5) ?? ''} /></label>
      </div>
      ${zone(person?.quiet?.zone, false)}
    </fieldset>
    ${input('coverText', t('people.coverText'), person?.coverText ?? '', { pattern: COVER, hint: t('people.coverTextHint', { example: 'Shelf list {}' }), max: 40 })}`;
}

function alertedBy(channel: Channel, person?: Person): TemplateResult {
  const has = person?.channels.includes(channel) ?? false;
  return html`
    <label>${channelName(channel)} <input name=${channel} data-testid="channel-${channel}" type=${channel === 'email' ? 'email' : 'tel'} maxlength="254" pattern=${channel === 'email' ? nothing : NUMBER}
      title=${channel === 'email' ? nothing : t('people.numberHint')} placeholder=${has ? '•••••••' : nothing} autocomplete="off" aria-describedby=${has ? `has-${channel}` : nothing} /></label>
    ${has ? html`<p class="quiet" id="has-${channel}">${t('people.hasChannel')}</p>${tick(`without-${channel}`, t('people.without'), false)}` : nothing}`;
}

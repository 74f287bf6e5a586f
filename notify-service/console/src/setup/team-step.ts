import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { linkTo } from '../app/route.ts';
import type { Founding, TeamTerms } from '../desk/founding-api.ts';
import { t } from '../language/messages.ts';
import { languageName, regionName } from '../language/names.ts';
import { LANGUAGES, REGIONS, namesOf, needs } from '../referral/codes.ts';
import { choice, field, onSubmit, tick } from '../referral/fields.ts';
import { termsView } from '../founding/terms-view.ts';
import { name, ticked, ticks } from './parts.ts';
import type { SetUpRoom } from './setup-room.ts';
import type { Found } from './steps.ts';

/** A team is named here; its keys are made in its founder's browser, and the line signs it. */
export function teamStep(room: SetUpRoom, found: Found): TemplateResult {
  return html`
    <ul class="plain-list" data-testid="teams-there">${found.setUp.teams.map((team) => html`<li><strong>${team.id}</strong> <span class="quiet">${team.organisation}${team.suspended ? html` · ${t('setup.team.stopped')}` : nothing}</span></li>`)}</ul>
    ${found.foundings.map((one) => wanted(room, one))}
    ${room.people.length === 0 ? html`<p class="hint">${t('setup.team.peopleFirst')}</p>` : form(room)}
  `;
}

function wanted(room: SetUpRoom, one: Founding): TemplateResult {
  return html`
    <div class="hint" data-testid="wanted" data-team=${one.team} data-proposed=${String(Boolean(one.jws))}>
      <h3>${one.team}</h3>
      ${termsView(one.terms)}
      <p>${t(one.jws ? 'setup.team.toSign' : 'setup.team.waitsForKeys', { who: one.by })}</p>
      <div class="buttons">
        <button class="plain" data-testid="drop-team" ?disabled=${room.attempts.busy} @click=${() => room.dropTeam(one.team)}>${t('setup.team.drop')}</button>
        ${one.jws ? html`<a href=${linkTo({ page: 'line' })} data-testid="to-line">${t('line.page')}</a>` : nothing}
      </div>
    </div>
  `;
}

function form(room: SetUpRoom): TemplateResult {
  return html`
    <form class="stack wide" data-testid="name-team" @submit=${onSubmit((fields, form) => void named(room, fields).then((done) => done && form.reset()))}>
      ${name('team', t('setup.team.id'), t('setup.nameHint'))}
      ${choice('founder', t('setup.team.founder'), t('referral.choose'), room.people.map(({ id, handle, organisation }) => ({ code: id, name: `${handle} · ${organisation}` })), '', undefined, true)}
      ${ticks('languages', t('services.languages'), namesOf(LANGUAGES, languageName))}
      ${ticks('regions', t('services.regions'), [{ code: 'ZZ', name: t('setup.team.anywhere') }, ...namesOf(REGIONS, regionName)])}
      ${ticks('needs', t('services.needs'), needs())}
      ${tick('children', t('founding.children'), false)}
      ${tick('woman', t('founding.woman'), false)}
      ${tick('escalation', t('founding.escalation'), false)}
      <button data-testid="name-team-button" ?disabled=${room.attempts.busy}>${t('setup.team.name')}</button>
    </form>
  `;
}

/** The organisation is the founder's. */
function named(room: SetUpRoom, fields: FormData): Promise<boolean> {
  const founder = room.people.find(({ id }) => id === field(fields, 'founder'))!;
  const terms: TeamTerms = {
    organisation: founder.organisation,
    languages: ticked(fields, 'languages'),
    regions: ticked(fields, 'regions'),
    needs: ticked(fields, 'needs'),
    childQualified: fields.has('children'),
    womanAnswers: fields.has('woman'),
    communities: [],
    escalation: fields.has('escalation'),
  };
  if (terms.languages.length === 0 || terms.regions.length === 0) return Promise.resolve(room.attempts.say('team', t('setup.team.tooLittle'), false));
  return room.nameTeam(field(fields, 'team'), founder.id, terms);
}

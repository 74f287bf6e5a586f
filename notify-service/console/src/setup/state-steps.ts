import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { TeamState } from '../desk/setup-api.ts';
import { languageName } from '../language/names.ts';
import { t, tOr } from '../language/messages.ts';
import { clock } from '../language/time.ts';
import type { SetUpRoom } from './setup-room.ts';
import { ENOUGH } from './steps.ts';
import type { Found } from './steps.ts';

/** What members of the teams do in their own browsers: shown, and not done here. */
export function holdersStep(found: Found): TemplateResult {
  return perTeam(found, (team) => html`<span class=${team.holders < ENOUGH ? 'warning' : 'quiet'} data-testid="holders-of">${t('setup.holders.count', { holders: team.holders })}</span>`);
}

export function papersStep(found: Found): TemplateResult {
  return perTeam(found, ({ papers }) => {
    if (!papers) return html`<span class="warning">${t('setup.papers.none')}</span>`;
    const kept = t('setup.papers.kept', { needed: papers.needed, shares: papers.shares });
    return html`<span class="quiet">${kept} ${papers.drilledAt ? t('recovery.drilled', { at: clock(papers.drilledAt, Date.now()) }) : t('recovery.undrilled')}</span>`;
  });
}

function perTeam(found: Found, state: (team: TeamState) => TemplateResult): TemplateResult {
  const teams = found.setUp.teams.filter((team) => !team.suspended);
  if (teams.length === 0) return html`<p class="hint">${t('setup.teamFirst')}</p>`;
  return html`<ul class="plain-list">${teams.map((team) => html`<li><strong>${team.id}</strong> ${state(team)}</li>`)}</ul>`;
}

/** A line that nobody tries may be dead for days. */
export function testStep(room: SetUpRoom, found: Found): TemplateResult {
  return html`
    ${found.tests.length === 0 ? html`<p class="hint">${t('setup.test.none', { setting: 'OVOZ_CANARY_LINES' })}</p>` : html`
      <ul class="plain-list" data-testid="tests">${found.tests.map(({ line, language, state }) => html`
        <li><strong>${line}</strong> ${languageName(language)} <span class=${state === 'arrived' ? 'quiet' : 'warning'}>${tOr(`setup.arrival.${state}`, 'setup.arrival.due')}</span></li>`)}</ul>`}
    <div class="buttons"><button class="plain" data-testid="test-now" ?disabled=${room.attempts.busy} @click=${() => room.testNow()}>${t('setup.test.now')}</button></div>
    ${found.addressed === undefined ? html`<p class="warning" data-testid="intake-away">${t('setup.test.intakeAway')}</p>` : nothing}
  `;
}

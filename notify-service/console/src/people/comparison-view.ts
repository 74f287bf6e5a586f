import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Comparison } from '../desk/people-api.ts';
import { moment } from '../language/moment.ts';
import { t } from '../language/messages.ts';
import { problem } from './parts.ts';
import type { PeopleRoom } from './people-room.ts';

/** What was changed at the login server behind the desk's back, and when that was looked at last. */
export function comparisonView(room: PeopleRoom): TemplateResult {
  const last = room.comparison;
  const differs = last !== undefined && (last.lostRealm || last.left > 0 || last.unknown.length > 0);
  return html`
    <details class="panel keeping" data-testid="comparison" ?open=${differs}><summary><h2>${t('people.logins')}</h2></summary>
      <p>${t('people.loginsText')}</p>
      ${last === undefined ? html`<p class="hint">${t('people.neverCompared')}</p>` : found(last)}
      ${room.form === undefined ? nothing : problem(room.doing, 'comparison-problem')}
      <button class="plain" data-testid="compare" ?disabled=${room.doing.busy} @click=${() => void room.compare()}>${t('people.compare')}</button>
    </details>`;
}

function found({ at, changed, left, lostRealm, unknown }: Comparison): TemplateResult {
  return html`
    <p class="quiet" data-testid="compared-at">${t('people.compared')} ${moment(at)}</p>
    ${lostRealm ? html`<p class="problem" data-testid="lost-realm">${t('problem.lost-realm')}</p>` : html`<p data-testid="differences">${t('people.differences', { changed, left })}</p>`}
    ${unknown.length === 0 ? html`<p class="good">${t('people.nobodyUnknown')}</p>` : html`
      <p class="problem">${t('people.unknown')}</p>
      <ul class="plain-list" data-testid="unknown-logins">${unknown.map(({ subject, since }) => html`<li><code>${subject}</code> <span class="quiet">${moment(since)}</span></li>`)}</ul>`}`;
}

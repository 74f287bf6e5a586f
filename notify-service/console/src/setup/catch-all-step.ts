import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { t } from '../language/messages.ts';
import { choice, field, onSubmit } from '../referral/fields.ts';
import { saveAs, verbatim } from './parts.ts';
import type { SetUpRoom } from './setup-room.ts';
import type { Found } from './steps.ts';

const CONFIGURATION = `# intake-service:
OVOZ_CATCH_ALL_TEAM=/etc/ovoz/line/catch-all-team.jws`;

/** Which team takes what fits nobody, as intake itself says it; and its record, for intake to be given. */
export function catchAllStep(room: SetUpRoom, found: Found): TemplateResult {
  const open = found.setUp.teams.filter((team) => !team.suspended);
  const named = found.addressed?.filter(({ as }) => as === 'catch-all').map(({ team }) => team) ?? [];
  const escalation = open.filter((team) => team.escalation).map(({ id }) => id);
  return html`
    ${found.addressed === undefined ? html`<p class="warning">${t('setup.test.intakeAway')}</p>` : nothing}
    <dl class="service-facts">
      <div><dt>${t('setup.catch-all.named')}</dt><dd data-testid="catch-all-team">${named.join(', ') || t('setup.nobody')}</dd></div>
      <div><dt>${t('setup.catch-all.escalation')}</dt><dd data-testid="escalation-teams">${escalation.join(', ') || t('setup.nobody')}</dd></div>
    </dl>
    ${open.length === 0 ? html`<p class="hint">${t('setup.teamFirst')}</p>` : html`
      <form class="stack" data-testid="catch-all" @submit=${onSubmit((fields) => void save(room, field(fields, 'team')))}>
        ${choice('team', t('setup.catch-all.which'), t('referral.choose'), open.map(({ id }) => ({ code: id, name: id })), '', undefined, true)}
        <button class="plain" data-testid="save-record" ?disabled=${room.attempts.busy}>${t('setup.catch-all.save')}</button>
      </form>
      ${verbatim('catch-all-configuration', t('setup.line.configuration'), CONFIGURATION)}`}
  `;
}

async function save(room: SetUpRoom, team: string): Promise<void> {
  const record = await room.record(team);
  if (record !== undefined) saveAs('catch-all-team.jws', record);
}

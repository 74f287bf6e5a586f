import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { chosen } from '../keys/submitted.ts';
import { t } from '../language/messages.ts';
import type { LineRoom } from '../line/line-room.ts';
import { choice, field, onSubmit } from '../referral/fields.ts';
import { saveAs, verbatim } from './parts.ts';
import type { SetUpRoom } from './setup-room.ts';
import type { Found } from './steps.ts';

const CONFIGURATION = `# intake-service:
OVOZ_CATCH_ALL_TEAM=/etc/ovoz/line/catch-all-team.jws
OVOZ_LINE_RECORD=/etc/ovoz/line/line-record.jws`;

/** Which team takes what fits nobody, as intake itself says it; and its record, for intake to be given. */
export function catchAllStep(room: SetUpRoom, found: Found, line: LineRoom): TemplateResult {
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
      ${intake(room, line)}
      ${verbatim('catch-all-configuration', t('setup.line.configuration'), CONFIGURATION)}`}
  `;
}

/** Intake does not start before the line has said, signed, which key speaks for it. */
function intake(room: SetUpRoom, line: LineRoom): TemplateResult {
  return html`
    <h3>${t('setup.intake.title')}</h3>
    <p id="intake-text">${t('setup.intake.text')}</p>
    ${line.isOpen ? html`
      <label class="file"><span>${t('setup.intake.key')}</span>
        <input type="file" accept=".jwk,.json,application/json" data-testid="intake-key" aria-describedby="intake-text" ?disabled=${room.attempts.busy}
          @change=${(event: Event) => chosen(event, async (file) => vouch(room, line, await file.text()))} /></label>` : html`<p class="hint" data-testid="line-first">${t('setup.intake.openLine')}</p>`}
  `;
}

async function vouch(room: SetUpRoom, line: LineRoom, text: string): Promise<void> {
  const record = await room.lineRecord(line, text);
  if (record !== undefined) saveAs('line-record.jws', record);
}

async function save(room: SetUpRoom, team: string): Promise<void> {
  const record = await room.record(team);
  if (record !== undefined) saveAs('catch-all-team.jws', record);
}

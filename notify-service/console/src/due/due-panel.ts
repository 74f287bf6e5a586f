import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import type { Room } from '../case/room.ts';
import type { CaseView } from '../desk/api.ts';
import { moment } from '../language/moment.ts';
import { t } from '../language/messages.ts';
import type { Due } from './due-api.ts';
import { dueName } from './names.ts';

/** What has come back, or will: each is ticked off by whoever has done it. */
export function duePanel(app: App, room: Room, view: CaseView): TemplateResult | typeof nothing {
  const { dues, problem } = room.dues;
  if (dues.length === 0 && problem === '') return nothing;
  return html`
    <section class="panel dues" data-testid="dues" aria-labelledby="dues-title">
      <h2 id="dues-title" tabindex="-1">${t('due.title')}</h2>
      <ul class="plain-list">${dues.map((due) => line(app, room, view, due))}</ul>
      ${problem === '' ? nothing : html`<p class="problem" role="alert" data-testid="due-problem">${problem}</p>`}
    </section>
  `;
}

function line(app: App, room: Room, view: CaseView, due: Due): TemplateResult {
  const isLate = Date.parse(due.at) < Date.now();
  return html`
    <li data-testid="due-line" data-kind=${due.kind} data-late=${String(isLate)}>
      <strong class=${isLate ? 'due late' : 'due'}>${dueName(due.kind)}</strong> <span class="quiet">${moment(due.at)}</span>
      ${mayTick(app, room, view, due) ? html`<button class="plain" data-testid="due-done" aria-label=${t('due.doneWhat', { what: dueName(due.kind) })}
        ?disabled=${room.dues.isBusy} @click=${() => done(app, room, view, due)}>${t('due.done')}</button>` : nothing}
    </li>
  `;
}

/** What triage has put down is ticked off there, too: so only where it is open. */
function mayTick(app: App, room: Room, view: CaseView, { kind }: Due): boolean {
  if (!app.queue.isMine(view) && view.state !== 'closed') return false;
  return kind === 'promise' || kind === 'safe-time' || room.triage(view) !== undefined;
}

async function done(app: App, room: Room, view: CaseView, due: Due): Promise<void> {
  if (!(await room.dues.done(due))) return;
  room.triage(view)?.done(due.kind, due.at);
  document.getElementById('dues-title')?.focus();
  await app.atHand.reload(t('due.ticked', { what: dueName(due.kind) }));
}

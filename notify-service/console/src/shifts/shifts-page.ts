import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import { t } from '../language/messages.ts';
import { calendarView } from './calendar-view.ts';
import { gapsView } from './gaps-view.ts';
import { leavingView } from './leaving-view.ts';
import { myDuties } from './my-duties.ts';
import { planView } from './plan-view.ts';
import type { ShiftRoom } from './shift-room.ts';
import type { Shifts } from './shifts.ts';
import { onCallView, weekView } from './team-week.ts';
import { zoneHere } from './when.ts';

/** Who is there when: mine first, then the team's, then what a coordinator plans. */
export function shiftsPage(app: App, { room }: Shifts): TemplateResult {
  if (!app.reads) return html`<h1 tabindex="-1" data-testid="page-title">${t('shifts.title')}</h1><p class="hint">${t('problem.not-allowed')}</p>`;
  return html`
    <h1 tabindex="-1" data-testid="page-title">${t('shifts.title')}</h1>
    <p class="quiet">${t('shifts.clock', { zone: zoneHere() })}</p>
    ${room.isAway ? html`<p class="problem" role="alert">${t('problem.unavailable')} <button class="plain" @click=${() => void room.load()}>${t('people.again')}</button></p>` : nothing}
    <p class=${room.said === '' ? nothing : 'hint'} role="status" data-testid="shifts-said">${room.said}</p>
    ${room.doing.problem === '' || room.form !== undefined ? nothing : html`<p class="problem" role="alert" data-testid="shifts-problem">${room.doing.problem}</p>`}
    ${room.mine === undefined ? notYet(room) : all(app, room)}`;
}

/** What is not known yet is neither a gap nor none. */
function notYet(room: ShiftRoom): TemplateResult | typeof nothing {
  return room.isAway ? nothing : html`<p class="quiet" role="status" data-testid="shifts-coming">${t('queue.loading')}</p>`;
}

function all(app: App, room: ShiftRoom): TemplateResult {
  return html`
    ${myDuties(app, room)} ${leavingView(room)} ${onCallView(room)} ${weekView(app, room)}
    ${room.coordinates ? html`${gapsView(room)} ${planView(app, room)}` : nothing}
    ${calendarView(room)}`;
}

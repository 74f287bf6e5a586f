import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { linkTo } from '../app/route.ts';
import type { Leaving } from '../desk/shift-api.ts';
import { t } from '../language/messages.ts';
import type { ShiftRoom } from './shift-room.ts';
import { point } from './when.ts';

/** What duties that end leave open: mine to give, others' to answer for. */
export function leavingView(room: ShiftRoom): TemplateResult | typeof nothing {
  return room.leaving.length === 0 ? nothing : html`
    <section class="panel" aria-labelledby="leaving" data-testid="leaving">
      <h2 id="leaving">${t('shifts.leaving')}</h2>
      <p class="quiet">${t('shifts.leavingText')}</p>
      <ul class="duties">${room.leaving.map((one) => line(room, one))}</ul>
    </section>`;
}

function line(room: ShiftRoom, one: Leaving): TemplateResult {
  return html`
    <li data-testid="leaves" data-mine=${String(one.mine)}>
      <p>${t(one.mine ? 'shifts.youLeave' : 'shifts.leaves', { who: one.handle, at: point(one.until) })} <span class="quiet">${one.team}</span></p>
      <ul class="short-ids">${one.reports.map(({ id, shortId }) => html`<li><a class="short-id small" href=${linkTo({ page: 'case', id })}>${shortId}</a></li>`)}</ul>
      ${one.mine ? nothing : html`<button data-testid="answer-for" ?disabled=${room.doing.busy} @click=${() => void room.answerFor(one)}>${t('shifts.answerFor')}</button>`}
    </li>`;
}

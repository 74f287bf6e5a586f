import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import { linkTo } from '../app/route.ts';
import type { CaseView } from '../desk/api.ts';
import { t } from '../language/messages.ts';
import { clock } from '../language/time.ts';

export const WARNED_BEFORE_MS = 2 * 60 * 1000;

/** Of the claims that are mine, those that end soon. */
export function endingSoon(mine: readonly CaseView[], now: number): readonly CaseView[] {
  const left = (view: CaseView) => (view.leaseUntil ? Date.parse(view.leaseUntil) - now : Infinity);
  return mine.filter((view) => left(view) > 0 && left(view) <= WARNED_BEFORE_MS);
}

/** On every page. The words hold no clock that ticks, so they are read aloud once. */
export function leaseWarning(app: App): TemplateResult {
  const now = Date.now();
  const ending = endingSoon(app.queue.in('mine'), now);
  return html`
    <div class="lease">
      <div role="status" data-testid="lease-warning">${ending.map((view) => html`<p>${t('lease.ends', { id: view.shortId, at: clock(view.leaseUntil!, now) })}</p>`)}</div>
      ${ending.length === 0 ? nothing : html`<div class="buttons">${ending.map((view) => actions(app, view))}</div>`}
    </div>
  `;
}

function actions(app: App, view: CaseView): TemplateResult {
  return html`
    <button data-testid="lease-keep" @click=${() => app.atHand.claim(view)}>${t('lease.keep', { id: view.shortId })}</button>
    ${app.room?.id === view.id ? nothing : html`<a href=${linkTo({ page: 'case', id: view.id })} data-testid="lease-view">${t('queue.view', { id: view.shortId })}</a>`}
  `;
}

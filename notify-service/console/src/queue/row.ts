import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import { linkTo } from '../app/route.ts';
import type { CaseView } from '../desk/api.ts';
import { t } from '../language/messages.ts';
import type { MessageKey } from '../language/messages.ts';
import { age, clock } from '../language/time.ts';
import { customProperties } from './custom-properties.ts';
import { dueName } from '../due/names.ts';
import { dueAt, isOverdue } from './due.ts';
import { labels } from './facts.ts';

/** One report of the list, at its place among all of them, of which most are not drawn. */
export function row(app: App, view: CaseView, place: number, count: number): TemplateResult {
  const mine = app.queue.isMine(view);
  return html`
    <li class="slot" data-row=${view.id} data-place=${place} data-testid="case-row" data-short-id=${view.shortId} data-state=${view.state}
      aria-posinset=${place + 1} aria-setsize=${count} ${customProperties({ '--place': String(place) })}>
      <div class=${rowClass(view, mine)}>
        <a class="short-id" href=${linkTo({ page: 'case', id: view.id })} data-testid="view" aria-label=${t('queue.view', { id: view.shortId })}>${view.shortId}</a>
        <div class="row-labels">${labels(view)}</div>
        <div class="row-times">${clocks(view, mine)}</div>
        <div class="row-claim">
          <span data-testid="claimed-by">${claimedBy(view, mine)}</span>
          ${action(app, view, mine)}
        </div>
      </div>
    </li>
  `;
}

function rowClass(view: CaseView, mine: boolean): string {
  return ['row', view.state, isOverdue(view, Date.now()) ? 'overdue' : '', mine ? 'is-mine' : ''].filter(Boolean).join(' ');
}

function clocks(view: CaseView, mine: boolean): TemplateResult {
  return html`
    ${due(view, mine)}
    ${view.lastWroteAt === view.receivedAt ? nothing : html`<span class="quiet">${timed('queue.lastWrote', view.lastWroteAt)}</span>`}
    <span class="quiet">${timed('queue.received', view.receivedAt)}</span>
  `;
}

function due(view: CaseView, mine: boolean): TemplateResult | typeof nothing {
  const at = dueAt(view);
  if (at === undefined) return nothing;
  if (isPlanned(view, at)) return html`<strong class=${isOverdue(view, Date.now()) ? 'due late' : 'due'} data-testid="due" data-kind=${view.due!.kind}>${dueName(view.due!.kind)}: ${timed(isOverdue(view, Date.now()) ? 'queue.overdueSince' : 'due.at', at)}</strong>`;
  if (isOverdue(view, Date.now())) return html`<strong class="due late" data-testid="due">${timed('queue.overdueSince', at)}</strong>`;
  return html`<strong class="due" data-testid="due">${timed(dueKey(view, at, mine), at)}</strong>`;
}

/** What was promised or planned comes before what else is to happen. */
function isPlanned({ due, readBy, leaseUntil }: CaseView, at: string): boolean {
  return at === due?.at && at !== readBy && at !== leaseUntil;
}

function dueKey(view: CaseView, at: string, mine: boolean): MessageKey {
  if (at === view.readBy) return 'queue.readBy';
  return mine ? 'queue.leaseUntil' : 'queue.heldUntil';
}

/** One sentence with the time to the second and the age in it. */
function timed(key: MessageKey, at: string): TemplateResult {
  const now = Date.now();
  const [before = '', after = ''] = t(key, { at: '\u0000' }).split('\u0000');
  return html`${before}<time datetime=${at}>${clock(at, now)}</time>${after} <span class="age">(${age(at, now)})</span>`;
}

function claimedBy(view: CaseView, mine: boolean): string {
  if (mine) return t('queue.byYou');
  if (view.claimedBy) return t('queue.by', { who: view.claimedBy });
  return view.state === 'waiting' ? t('queue.unclaimed') : '';
}

function action(app: App, view: CaseView, mine: boolean): TemplateResult | typeof nothing {
  if (view.state === 'waiting') {
    if (!app.steps.answers) return nothing;
    return html`<button data-testid="claim" aria-label=${t('case.claimId', { id: view.shortId })} @click=${() => app.atHand.claim(view)}>${t('case.claim')}</button>`;
  }
  if (!mine) return nothing;
  // Reading stands where claiming stood: whoever presses twice gets further, and gives nothing back.
  return html`<button class="plain" data-testid="release" aria-label=${t('case.releaseId', { id: view.shortId })} @click=${() => app.atHand.release(view)}>${t('case.release')}</button>
    <a class="button" href=${linkTo({ page: 'case', id: view.id })} data-testid="read" aria-label=${t('queue.readId', { id: view.shortId })}>${t('queue.read')}</a>`;
}

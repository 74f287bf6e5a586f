import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import { decisions, furtherSteps, presenceLine } from '../claims/case-steps.ts';
import { contractPanel } from '../contract/contract-panel.ts';
import type { CaseView } from '../desk/api.ts';
import { duePanel } from '../due/due-panel.ts';
import { handoverNews, handoverWays } from '../handover/handover-panel.ts';
import { interpreterPanel } from '../interpreting/case-panel.ts';
import { passOn } from '../keys/key-panel.ts';
import { t, tOr } from '../language/messages.ts';
import { clock } from '../language/time.ts';
import { linksPanel } from '../links/links-panel.ts';
import { labels, stateName } from '../queue/facts.ts';
import { referralPanel } from '../referral/referral-panel.ts';
import { keptDraft } from '../reply/kept.ts';
import { triageForm } from '../triage/triage-form.ts';
import { wrapForm } from '../wrap/wrap-form.ts';
import { aboutCase } from './about.ts';
import { conversationView } from './conversation-view.ts';
import { noteForm } from './note-form.ts';
import { replyForm } from './reply-form.ts';
import type { Room } from './room.ts';
import { timelineView } from './timeline-view.ts';

export function casePage(app: App, room: Room): TemplateResult {
  const view = app.atHand.current();
  const back = html`<p><a class="back" data-testid="back" href=${app.backToList}>← ${t('case.back')}</a></p>`;
  if (room.gone) return html`${back}<h1 tabindex="-1" data-testid="page-title">${t('case.gone')}</h1><p data-testid="case-gone">${t('case.notFound')}</p>`;
  if (view === undefined) return html`${back}<h1 tabindex="-1">…</h1>${caseFailure(room)}`;
  return html`
    ${back}
    <div class="case-head">
      <h1 tabindex="-1" data-testid="page-title" aria-label=${t('case.title', { id: view.shortId })}><span class="short-id">${view.shortId}</span></h1>
      <span class="label state" data-testid="case-state" data-state=${view.state}>${stateName(view)}</span>
      ${labels(view)}
      <div class="case-actions">${actions(app, room, view)}</div>
    </div>
    ${presenceLine(app, view)}
    ${caseFailure(room)}
    ${decisions(app, room, view)}
    ${handoverNews(app, room, view)}
    <div class="case-columns">${room.isNarrow ? oneColumn(app, room, view) : twoColumns(app, room, view)}</div>
  `;
}

function twoColumns(app: App, room: Room, view: CaseView): TemplateResult {
  return html`
    <div>${words(app, room, view)}${answer(app, room, view)}${wrap(app, room)}${note(app, room)}${referralPanel(app, view)}</div>
    <aside>${duePanel(app, room, view)}${triageForm(room, view)}${linksPanel(app, room, view)}${aboutCase(app, view)}${interpreterPanel(app, view)}${handoverWays(app, room, view)}${timelineView(room.timeline)}</aside>
  `;
}

/** On a phone what is asked within a minute comes after the answer, and what is only looked up comes last. */
function oneColumn(app: App, room: Room, view: CaseView): TemplateResult {
  return html`
    <div>${words(app, room, view)}${answer(app, room, view)}${wrap(app, room)}</div>
    <aside>${duePanel(app, room, view)}${triageForm(room, view)}${linksPanel(app, room, view)}</aside>
    <div>${note(app, room)}${interpreterPanel(app, view)}${handoverWays(app, room, view)}${referralPanel(app, view)}</div>
    <div class="looked-up">${aboutCase(app, view)}${timelineView(room.timeline)}</div>
  `;
}

function words(app: App, room: Room, view: CaseView): TemplateResult {
  return html`${conversationView(app, room, view)} ${app.keys.ring !== undefined && room.isUnreadable(view) ? passOn(app) : nothing}`;
}

function answer(app: App, room: Room, view: CaseView): unknown {
  return room.conversation === undefined ? keptDraft(room, view) : html`${contractPanel(app, room, view)}${replyForm(app, room, room.conversation)}`;
}

function wrap(app: App, room: Room): TemplateResult | typeof nothing {
  return room.conversation === undefined ? nothing : wrapForm(app, room, room.conversation);
}

function note(app: App, room: Room): TemplateResult | typeof nothing {
  return room.conversation === undefined ? nothing : noteForm(app, room, room.conversation);
}

function caseFailure(room: Room): TemplateResult | typeof nothing {
  if (room.failure?.at !== 'case') return nothing;
  const { slug, again } = room.failure.problem;
  const said = slug === 'opening-cap' && again !== undefined ? t('problem.opening-cap', { at: clock(again, Date.now()) }) : tOr(`problem.${slug}`, 'problem.other');
  return html`<p class="problem" role="alert" data-testid="case-problem" data-reason=${slug}>${said}</p>`;
}

function actions(app: App, room: Room, view: CaseView): TemplateResult {
  return html`${mainSteps(app, room, view)} ${furtherSteps(app, room, view)}`;
}

function mainSteps(app: App, room: Room, view: CaseView): TemplateResult | typeof nothing {
  if (view.state === 'waiting' && app.steps.answers) return html`<button data-testid="claim" @click=${() => app.atHand.claim(view)}>${t('case.claim')}</button>`;
  if (!app.queue.isMine(view)) return nothing;
  const noKey = room.keys(view) === undefined || room.busy !== undefined;
  return html`
    <button class="plain" data-testid="release" @click=${() => app.atHand.release(view)}>${t('case.release')}</button>
    <button class="plain" data-testid="close-case" ?disabled=${noKey} @click=${() => app.atHand.askToClose(view)}>${t('case.close')}</button>
  `;
}

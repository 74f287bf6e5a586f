import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import { foldAndFocus, foldedByKey, left, toggled } from '../app/menu.ts';
import type { Block, CaseView } from '../desk/api.ts';
import type { Room } from '../case/room.ts';
import { moment } from '../language/moment.ts';
import { clock } from '../language/time.ts';
import { t } from '../language/messages.ts';

/** What is seldom done with a case, folded away: what is done every time stays in sight. */
export function furtherSteps(app: App, room: Room, view: CaseView): TemplateResult {
  const mine = app.queue.isMine(view);
  const { steps } = app;
  return html`
    <details class="more" data-testid="more" @keydown=${foldedByKey} @toggle=${toggled} @focusout=${left}>
      <summary>${t('claims.more')}</summary>
      <div class="more-steps">
        ${mine ? step('agree', 'claims.agree', () => steps.agree(view)) : nothing}
        ${mine && view.agreedUntil ? step('agree-back', 'claims.agreeBack', () => void steps.takeBackTime(view)) : nothing}
        ${mine && room.keys(view) !== undefined && room.busy === undefined ? step('erase-contact', 'case.erase', () => app.atHand.askToErase(view)) : nothing}
        ${steps.coordinates && view.state === 'claimed' && !mine ? step('take-over', 'claims.takeOver', () => steps.takeOver(view)) : nothing}
        ${step('conflict', 'claims.conflict', () => steps.declareConflict(view))}
        ${canBeBlocked(view) ? step('block', 'claims.block', () => steps.proposeBlock(view)) : nothing}
      </div>
    </details>
  `;
}

/** Nobody in danger and no child is blocked; the desk would refuse it, so it is not offered. */
function canBeBlocked(view: CaseView): boolean {
  return !view.danger && !view.child && view.opened && !view.block;
}

function step(id: string, label: 'claims.agree' | 'claims.agreeBack' | 'claims.takeOver' | 'claims.conflict' | 'claims.block' | 'case.erase', act: () => void): TemplateResult {
  return html`<button class="plain" data-testid=${id} @click=${(event: Event) => chosen(event, act)}>${t(label)}</button>`;
}

/** Folds the steps away; the focus stays where they were, for when the question is answered. */
function chosen(event: Event, act: () => void): void {
  const more = (event.currentTarget as HTMLElement).closest('details');
  if (more !== null) foldAndFocus(more);
  act();
}

/** Who else has the case open. Said aloud, so that two people do not answer one person. */
export function presenceLine(app: App, view: CaseView): TemplateResult {
  const others = (view.present ?? []).filter(({ who }) => who !== app.me.handle);
  return html`
    <div role="status" data-testid="present">
      ${others.length === 0 ? nothing : html`<ul class="present">${others.map(({ who, doing }) =>
        html`<li class=${doing} data-testid="present-one" data-doing=${doing}>${t(`claims.${doing}`, { who })}</li>`)}</ul>`}
    </div>
  `;
}

/** What two people have decided, or are to decide. */
export function decisions(app: App, room: Room, view: CaseView): TemplateResult {
  return html`
    ${view.block ? blockLine(app, view, view.block) : nothing}
    ${room.conflicts.map(({ who, reason }) => html`
      <p class="hint decision" data-testid="conflict-of">${t('claims.conflictOf', { who, reason: t(`claims.conflict.${reason}`) })}
        <button class="plain" data-testid="conflict-lift" @click=${() => app.steps.liftConflict(view, who)}>${t('claims.conflictLift')}</button></p>`)}
  `;
}

function blockLine(app: App, view: CaseView, block: Block): TemplateResult {
  const ours = block.organisation === app.me.organisation;
  const said = block.confirmed
    ? t('claims.blockHolds', { at: clock(block.until, Date.now()) })
    : t('claims.blockWaits', { who: block.by });
  return html`
    <p class="warning decision" data-testid="block-line" data-confirmed=${String(block.confirmed)}>${said}
      ${ours && !block.confirmed && block.by !== app.me.handle ? html`<button data-testid="block-confirm" @click=${() => app.steps.confirmBlock(view)}>${t('claims.blockConfirm')}</button>` : nothing}
      ${ours ? html`<button class="plain" data-testid="block-end" @click=${() => app.steps.endBlock(view)}>${t(block.confirmed ? 'claims.blockEnd' : 'claims.blockTakeBack')}</button>` : nothing}
    </p>
  `;
}

/** What was agreed and decided, beside what the desk knows. */
export function claimFacts(view: CaseView): readonly { readonly name: string; readonly value: TemplateResult }[] {
  return [
    ...(view.agreedUntil ? [{ name: t('claims.agreedUntil'), value: html`<span data-testid="agreed-until">${moment(view.agreedUntil)}</span>` }] : []),
    ...(view.closedFor ? [{ name: t('claims.closedFor'), value: html`<span data-testid="closed-for">${t(`claims.closing.${view.closedFor}` as 'claims.closing.helped')}</span>` }] : []),
  ];
}

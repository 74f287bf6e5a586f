import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import { claimFacts } from '../claims/case-steps.ts';
import type { CaseView, Replies } from '../desk/api.ts';
import { moment } from '../language/moment.ts';
import { minute } from '../language/time.ts';
import { t } from '../language/messages.ts';
import { isOverdue } from '../queue/due.ts';

/** What the desk knows: clocks, claim, permission to text, what became of the answers. */
export function aboutCase(app: App, view: CaseView): TemplateResult {
  return html`
    <dl class="facts" data-testid="facts">
      ${fact(t('fact.received'), moment(view.receivedAt))}
      ${fact(t('fact.lastWrote'), moment(view.lastWroteAt))}
      ${view.readBy && view.state !== 'closed' ? fact(t('fact.readBy'), html`<span class=${isOverdue(view, Date.now()) ? 'late' : ''}>${moment(view.readBy)}</span>`) : nothing}
      ${view.claimedBy ? fact(t('fact.claimedBy'), html`<span data-testid="claimed-by">${view.claimedBy}</span>`) : nothing}
      ${view.leaseUntil && view.state === 'claimed' ? fact(t('fact.lease'), moment(view.leaseUntil)) : nothing}
      ${claimFacts(view).map(({ name, value }) => fact(name, value))}
      ${fact(t('fact.texts'), html`<span data-testid="texts" data-texts=${view.texts}>${t(`texts.${view.texts}`)}</span>`)}
      ${view.reach?.safeFrom ? fact(t('fact.safeHours'), html`<span data-testid="safe-hours">${minute(view.reach.safeFrom, Date.now())} – ${minute(view.reach.safeUntil ?? '', Date.now())}</span>`) : nothing}
      ${view.reach?.answerGoesAt ? fact(t('fact.answerWaits'), html`<span data-testid="answer-goes-at">${moment(view.reach.answerGoesAt)}</span>`) : nothing}
      ${fact(t('fact.replies'), html`<span data-testid="replies">${fates(view.replies)}</span>`)}
      ${fact(t('fact.teams'), html`${view.teams.map((id) => teamLabel(app, id)).join(', ')}`)}
    </dl>
  `;
}

function fact(name: string, value: TemplateResult): TemplateResult {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function fates(replies: Replies): string {
  const names = ['scheduled', 'accepted', 'sent', 'delivered', 'refused', 'failed', 'unknown', 'withdrawn'] as const;
  const said = names.filter((name) => (replies[name] ?? 0) > 0).map((name) => t(`replies.${name}`, { n: replies[name] ?? 0 }));
  return said.length === 0 ? t('replies.none') : said.join(' · ');
}

function teamLabel(app: App, id: string): string {
  return app.me.teams.find((team) => team.id === id)?.label ?? id;
}

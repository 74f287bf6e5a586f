import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Happening } from '../desk/api.ts';
import { moment } from '../language/moment.ts';
import { minute } from '../language/time.ts';
import { t, tOr } from '../language/messages.ts';

/** "What happened": the latest first, each with its time and who did it. */
export function timelineView(timeline: readonly Happening[]): TemplateResult {
  const latestFirst = [...timeline].reverse().sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return html`
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title">${t('timeline.title')}</h2>
      ${latestFirst.length === 0 ? html`<p class="empty">${t('timeline.empty')}</p>` : html`<ol class="timeline" data-testid="timeline">${latestFirst.map(happening)}</ol>`}
    </section>
  `;
}

function happening({ at, what, who, reason }: Happening): TemplateResult {
  return html`<li data-testid="happening" data-what=${what}><span>${nameOf(what)}${reason ? html` (${reasonOf(what, reason)})` : ''}${who ? html` · <span class="who">${who}</span>` : ''}</span><span class="quiet">${moment(at)}</span></li>`;
}

/** Why a report was closed or taken over: the two lists share no code. */
function reasonOf(what: string, reason: string): string {
  if (what === 'reply-scheduled') return minute(reason, Date.now());
  if (what === 'reply-refused') return tOr(`refused.${reason}`, 'refused.other');
  return [`claims.closing.${reason}`, `claims.reason.${reason}`].map((key) => tOr(key, 'fact.unknown')).find((words) => words !== t('fact.unknown')) ?? reason;
}

/** `ReportClaimed` and `report-claimed` are one; what has no name yet is shown as it is. */
function nameOf(what: string): string {
  const slug = what.replace(/([a-z])([A-Z])/g, '$1-$2').replaceAll('_', '-').toLowerCase();
  const named = tOr(`happened.${slug}`, 'fact.unknown');
  return named === t('fact.unknown') ? slug.replaceAll('-', ' ') : named;
}

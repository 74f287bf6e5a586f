import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Happening } from '../desk/api.ts';
import { moment } from '../language/moment.ts';
import { minute } from '../language/time.ts';
import { t, tOr } from '../language/messages.ts';

/** "What happened": the latest first, each with its time and who did it. */
export function timelineView(timeline: readonly Happening[]): TemplateResult {
  const latestFirst = folded([...timeline].reverse().sort((a, b) => Date.parse(b.at) - Date.parse(a.at)));
  return html`
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title">${t('timeline.title')}</h2>
      ${latestFirst.length === 0 ? html`<p class="empty">${t('timeline.empty')}</p>` : html`<ol class="timeline" data-testid="timeline">${latestFirst.map(happening)}</ol>`}
    </section>
  `;
}

/** What happened, and how many times one after the other. */
type Folded = Happening & { readonly times: number };

/** The same thing by the same person, again and again with nothing between, is one line with the latest time. */
export function folded(latestFirst: readonly Happening[]): readonly Folded[] {
  const lines: Folded[] = [];
  for (const one of latestFirst) {
    const last = lines.at(-1);
    if (last !== undefined && isSame(last, one)) lines[lines.length - 1] = { ...last, times: last.times + 1 };
    else lines.push({ ...one, times: 1 });
  }
  return lines;
}

function isSame(a: Happening, b: Happening): boolean {
  return a.what === b.what && (a.who ?? '') === (b.who ?? '') && (a.reason ?? '') === (b.reason ?? '');
}

function happening({ at, what, who, reason, times }: Folded): TemplateResult {
  return html`<li data-testid="happening" data-what=${what} data-times=${times}><span>${nameOf(what)}${times === 1 ? '' : html` <span class="quiet">× ${times}</span>`}${reason ? html` (${reasonOf(what, reason)})` : ''}${who ? html` · <span class="who">${who}</span>` : ''}</span><span class="quiet">${moment(at)}</span></li>`;
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

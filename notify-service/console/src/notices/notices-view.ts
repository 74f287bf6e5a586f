import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { linkTo } from '../app/route.ts';
import type { Notice } from '../desk/api.ts';
import { moment } from '../language/moment.ts';
import { t, tOr } from '../language/messages.ts';

/** Subjects that say something to a person: a language and a place, a line. The others are ids. */
const SPEAKING = ['coverage-gap', 'dead-line'];

/** Where one sees to it. */
const PLACES: Readonly<Record<string, 'shifts' | 'people'>> = { 'missed-check-in': 'shifts', 'handover-open': 'shifts', 'coverage-gap': 'shifts', 'directory-differs': 'people' };

export function noticesView(open: readonly Notice[]): TemplateResult | typeof nothing {
  if (open.length === 0) return nothing;
  return html`
    <details class="panel notices" data-testid="notices">
      <summary>${t('notices.title', { n: open.length })}</summary>
      <ul>${open.map(line)}</ul>
    </details>
  `;
}

function line({ kind, subject, who, report, raisedAt }: Notice): TemplateResult {
  return html`
    <li data-testid="notice-line" data-kind=${kind}>${said(kind, who ?? '–')}
      ${SPEAKING.includes(kind) ? html`<span class="quiet">${subject}</span>` : nothing}
      ${report ? html`<a href=${linkTo({ page: 'case', id: report })} data-testid="notice-report">${t('notices.report')}</a>` : nothing}
      ${place(PLACES[kind])}
      <span class="quiet">${moment(raisedAt)}</span></li>
  `;
}

function place(page: 'shifts' | 'people' | undefined): TemplateResult | typeof nothing {
  return page === undefined ? nothing : html`<a href=${linkTo({ page })} data-testid="notice-place">${t(page === 'shifts' ? 'shifts.title' : 'people.title')}</a>`;
}

function said(kind: string, who: string): string {
  return tOr(`notices.${kind}`, 'notices.other').replace('{who}', () => who);
}

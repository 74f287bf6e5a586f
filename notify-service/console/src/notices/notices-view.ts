import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { linkTo } from '../app/route.ts';
import type { Notice } from '../desk/api.ts';
import { moment } from '../language/moment.ts';
import { t, tOr } from '../language/messages.ts';

/** Subjects that say something to a person: a language and a place, a line. The others are ids. */
const SPEAKING = ['coverage-gap', 'dead-line'];

/** Subjects that begin with a team. */
const OF_A_TEAM = ['few-holders', 'rotate-key', 'keys-old', 'key-mismatch'];

type Place = 'shifts' | 'people' | 'keys';

/** Where one sees to it. */
const PLACES: Readonly<Record<string, Place>> = {
  'missed-check-in': 'shifts', 'handover-open': 'shifts', 'coverage-gap': 'shifts', 'directory-differs': 'people',
  'few-holders': 'keys', 'rotate-key': 'keys', 'keys-old': 'keys', 'key-mismatch': 'keys', 'key-replaced': 'keys', 'recovery-replaced': 'keys',
};

const TITLES = { shifts: 'shifts.title', people: 'people.title', keys: 'keys.page' } as const;

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
      ${OF_A_TEAM.includes(kind) ? html`<span class="quiet" data-testid="notice-team">${subject.split(' ')[0]}</span>` : nothing}
      ${report ? html`<a href=${linkTo({ page: 'case', id: report })} data-testid="notice-report">${t('notices.report')}</a>` : nothing}
      ${place(PLACES[kind])}
      <span class="quiet">${moment(raisedAt)}</span></li>
  `;
}

function place(page: Place | undefined): TemplateResult | typeof nothing {
  return page === undefined ? nothing : html`<a href=${linkTo({ page })} data-testid="notice-place">${t(TITLES[page])}</a>`;
}

function said(kind: string, who: string): string {
  return tOr(`notices.${kind}`, 'notices.other').replace('{who}', () => who);
}

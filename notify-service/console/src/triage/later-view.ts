import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { t } from '../language/messages.ts';
import type { MessageKey } from '../language/messages.ts';
import { entriesView } from './entries-view.ts';
import { textOf, valueOf } from './facts.ts';
import { fieldView } from './field-view.ts';
import { FIELDS, fieldOf } from './fields.ts';
import type { ListName } from './fields.ts';
import type { Sheet } from './sheet.ts';

/** All that is asked after the first minute: folded, in the order in which people tell it. */
export function laterView(sheet: Sheet, touched: () => void): TemplateResult {
  const fields = (section: string) => FIELDS.filter((field) => field.section === section).map((field) => fieldView(sheet, field, touched));
  const list = (section: ListName) => entriesView(sheet, section, touched);
  return html`
    <details data-testid="triage-later"><summary>${t('triage.later')}</summary>
      ${fields('people')} ${list('persons')} ${list('route')}
      ${fields('signs')} ${fields('work')} ${fields('help')}
      ${group(sheet, 'standing', 'triage.standingHint', fields('standing'))}
      ${group(sheet, 'consent', 'triage.consentHint', fields('consent'))}
      ${list('evidence')} ${list('complaints')} ${list('followUps')}
    </details>
  `;
}

function group(sheet: Sheet, section: 'standing' | 'consent', hint: MessageKey, fields: unknown): TemplateResult {
  const known = FIELDS.filter((field) => field.section === section && valueOf(sheet.held.facts, field) !== undefined).length;
  const isDenied = section === 'standing' && textOf(sheet.held.facts, fieldOf('standing.status')) === 'not';
  return html`
    <details class="codes" data-testid=${`triage-${section}`}>
      <summary>${t(`triage.${section}`)} ${known === 0 ? '' : html`<span class="count">${known}</span>`}</summary>
      <p class=${isDenied ? 'warning' : 'quiet'}>${t(hint)}</p>
      ${fields}
    </details>
  `;
}

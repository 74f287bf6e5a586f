import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Room } from '../case/room.ts';
import type { CaseView } from '../desk/api.ts';
import { t, tOr } from '../language/messages.ts';
import { minute as toTheMinute } from '../language/time.ts';
import { apartView } from './apart-view.ts';
import { FIELDS } from './fields.ts';
import { fieldView } from './field-view.ts';
import { laterView } from './later-view.ts';
import type { Sheet } from './sheet.ts';

/** What is known of the report. Everything may stay empty, and nothing waits for it. */
export function triageForm(room: Room, view: CaseView): TemplateResult | typeof nothing {
  const sheet = room.triage(view);
  if (sheet === undefined) return nothing;
  const touched = () => room.typed();
  const urgent = FIELDS.filter(({ section }) => section === 'urgent').map((field) => fieldView(sheet, field, touched));
  // One that came back is open here and closed to its reporter: what became of them is still written down.
  const isClosed = (room.conversation?.closed === true && view.state === 'closed') || room.conversation?.recipients === undefined;
  return html`
    <section class="panel triage" data-testid="triage" aria-labelledby="triage-title">
      <h2 id="triage-title" tabindex="-1">${t('triage.title')}</h2>
      <p class="quiet" role="status" data-testid="triage-state" data-saved=${String(!sheet.isUnsaved && !sheet.isSaving)}>${state(room, sheet)}</p>
      <p class="quiet">${t('triage.text')}</p>
      ${apartView(sheet)}
      <fieldset class="choice" ?disabled=${isClosed}>
        <legend class="unseen">${t('triage.title')}</legend>
        ${urgent}
        ${laterView(sheet, touched)}
      </fieldset>
    </section>
  `;
}

function state(room: Room, sheet: Sheet): TemplateResult | string {
  if (sheet.isUnsaved) {
    const { slug } = sheet.problem ?? {};
    return html`${t('triage.unsaved')} ${room.drafts.isVolatile ? t('draft.volatile') : ''}
      ${slug === undefined ? '' : html`<span data-testid="triage-problem" data-reason=${slug}>${tOr(`problem.${slug}`, 'problem.other')}</span>`}`;
  }
  if (sheet.untold !== undefined) return html`<span data-testid="triage-untold" data-reason=${sheet.untold.slug}>${t('triage.untold')}</span>`;
  if (sheet.savedAt !== undefined) return t('triage.saved', { at: minute(new Date(sheet.savedAt).toISOString()) });
  const { by } = sheet.latest?.facts ?? {};
  if (sheet.latest === undefined) return '';
  return html`${t('triage.last', { who: typeof by === 'string' && by !== '' ? by : t('triage.someone') })} ${minute(sheet.latest.at)}`;
}

/** Without an age: what counts up would be read out at every second. */
function minute(at: string): string {
  return toTheMinute(at, Date.now());
}

import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { t } from '../language/messages.ts';
import { entriesOf, removedOf } from './entries.ts';
import { valueOf } from './facts.ts';
import { fieldView, inWords } from './field-view.ts';
import { fieldsOfEntry, listOf } from './fields.ts';
import type { List, ListName } from './fields.ts';
import type { Sheet } from './sheet.ts';

/** Several of a kind: each folded to one line, added and taken out one by one. The same for people, places, traces, complaints, follow-ups. */
export function entriesView(sheet: Sheet, section: ListName, touched: () => void): TemplateResult {
  const list = listOf(section);
  const { there, removed } = entriesOf(sheet.held.facts, list);
  const add = () => {
    const entry = sheet.add(list);
    touched();
    focusEntry(entry);
  };
  return html`
    <details class="codes entries" data-testid=${`triage-${section}`}>
      <summary>${t(`triage.${section}`)} ${there.length === 0 ? '' : html`<span class="count">${there.length}</span>`}</summary>
      <p class="quiet">${t(`triage.${section}.hint`)}</p>
      <ol>${repeat(there, (entry) => entry, (entry, index) => entryView(sheet, list, entry, index, touched))}</ol>
      ${removed.length === 0 ? nothing : takenOut(sheet, list, removed, touched)}
      <button type="button" class="plain" data-testid=${`add-${section}`} @click=${add}>${t(`triage.${section}.add`)}</button>
    </details>
  `;
}

function entryView(sheet: Sheet, list: List, entry: string, index: number, touched: () => void): TemplateResult {
  const takeOut = (event: Event) => {
    const whole = (event.currentTarget as HTMLElement).closest('.entries');
    sheet.type(removedOf(list, entry), 'yes');
    touched();
    whole?.querySelector('summary')?.focus();
  };
  return html`
    <li data-testid=${`entry-${list.section}`}>
      <details class="entry" id=${`entry-${entry}`}>
        <summary>${nameOfEntry(sheet, list, entry, index)}</summary>
        ${fieldsOfEntry(list, entry).map((field) => fieldView(sheet, field, touched))}
        <button type="button" class="plain" data-testid=${`remove-${list.section}`} @click=${takeOut}>${t('triage.remove')}</button>
      </details>
    </li>
  `;
}

/** Kept, so that nobody loses by it what a colleague has found out. */
function takenOut(sheet: Sheet, list: List, removed: readonly string[], touched: () => void): TemplateResult {
  const putBack = (entry: string) => {
    sheet.type(removedOf(list, entry), undefined);
    touched();
    focusEntry(entry);
  };
  return html`
    <details class="quiet" data-testid=${`removed-${list.section}`}>
      <summary>${t('triage.removed', { n: removed.length })}</summary>
      <ul>${removed.map((entry, index) => html`<li>${nameOfEntry(sheet, list, entry, index)}
        <button type="button" class="plain" data-testid=${`put-back-${list.section}`} @click=${() => putBack(entry)}>${t('triage.putBack')}</button></li>`)}</ul>
    </details>
  `;
}

/** What is known of it in a line; until then, its number. */
function nameOfEntry(sheet: Sheet, list: List, entry: string, index: number): string {
  const known = fieldsOfEntry(list, entry)
    .filter((field) => field.name !== 'done')
    .map((field) => [field, valueOf(sheet.held.facts, field)] as const)
    .flatMap(([field, value]) => (value === undefined ? [] : [inWords(field, value)]));
  return `${index + 1}. ${known.length === 0 ? t(`triage.${list.section}.one`) : known.join(' · ')}`;
}

/** Opened, with the first question in focus, once it is drawn. */
function focusEntry(entry: string): void {
  requestAnimationFrame(() => {
    const shown = document.getElementById(`entry-${entry}`);
    shown?.setAttribute('open', '');
    shown?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  });
}

import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { MessageKey } from '../language/messages.ts';
import { t, tOr } from '../language/messages.ts';
import { regionName } from '../language/names.ts';
import { clock } from '../language/time.ts';
import { ANSWERS } from './codes.ts';
import { consentIn } from './consent.ts';
import { consentView } from './consent-view.ts';
import { countryView } from './country-view.ts';
import { valueOf } from './facts.ts';
import type { Value } from './facts.ts';
import type { Field } from './fields.ts';
import type { Sheet } from './sheet.ts';

type Set = (value: Value | undefined) => void;
type One = Extract<Field, { kind: 'one' }>;

/** More of them are chosen from a list that opens, where there may be several such questions. */
const CHOICES_AT_MOST = 3;

export function fieldView(sheet: Sheet, field: Field, touched: () => void): TemplateResult | typeof nothing {
  const value = valueOf(sheet.held.facts, field);
  const set: Set = (next) => {
    sheet.type(field, next);
    touched();
  };
  switch (field.kind) {
    case 'one':
      return field.entry !== undefined && field.codes.length > CHOICES_AT_MOST ? select(field, value, set) : choices(field, value, set);
    case 'many':
      return list(field, value, set);
    case 'time':
      return line(field, localTime(value), (text) => set(utcTime(text)), 'datetime-local');
    case 'number':
      return line(field, value, (text) => set(text.replace(/\D/g, '').slice(0, 4)), 'number');
    case 'date':
      return line(field, value, (day) => set(day === '' ? undefined : day), 'date');
    case 'country':
      return countryView(idOf(field), testIdOf(field), nameOf(field), typeof value === 'string' ? value : '', set);
    case 'consent':
      return consentView(field.name, typeof value === 'string' ? value : undefined, set);
    case 'hidden':
      return nothing;
    case 'text':
      return line(field, value, set, 'text');
  }
}

/** One question of an entry has the same name in each. */
function testIdOf({ section, name, entry }: Field): string {
  return entry === undefined ? `triage-${name}` : `triage-${section}-${name}`;
}

function idOf(field: Field): string {
  return field.entry === undefined ? testIdOf(field) : `${testIdOf(field)}-${field.entry}`;
}

export function nameOf({ section, name, entry, kind }: Field): string {
  if (entry !== undefined) return tOr(`triage.${section}.${name}`, kind === 'hidden' ? 'triage.takenOut' : 'fact.unknown');
  return t(`triage.${kind === 'consent' ? 'consent.' : ''}${name}` as MessageKey);
}

/** A value in words. */
export function inWords(field: Field, value: Value | undefined): string {
  if (value === undefined) return t('triage.blank');
  if (typeof value !== 'string') return value.map((code) => codeName(field, code)).join(', ');
  if (field.kind === 'one') return codeName(field, value);
  if (field.kind === 'country') return regionName(value);
  if (field.kind === 'consent') return `${tOr(`triage.consented.${consentIn(value).answer}`, 'fact.unknown')} ${consentIn(value).on}`.trim();
  if (field.kind === 'hidden') return t('triage.answer.yes');
  return field.kind === 'time' ? clock(value, Date.now()).slice(0, -3) : value;
}

function codeName(field: Field, code: string): string {
  if (field.name === 'age' && /^\d/.test(code)) return code.replace('-plus', '+').replace('-', '–');
  const isAnswer = field.kind === 'one' && isYesOrNo(field);
  return tOr(`triage.${isAnswer ? 'answer' : field.name}.${code}`, 'fact.unknown');
}

function isYesOrNo({ codes }: One): boolean {
  return codes.every((code) => ANSWERS.some((answer) => answer === code));
}

function select(field: One, value: Value | undefined, set: Set): TemplateResult {
  const id = idOf(field);
  return html`
    <label for=${id}>${nameOf(field)}</label>
    <select id=${id} data-testid=${testIdOf(field)} .value=${live(typeof value === 'string' ? value : '')}
      @change=${(event: Event) => set((event.target as HTMLSelectElement).value || undefined)}>
      <option value="" ?selected=${value === undefined}>–</option>
      ${field.codes.map((code) => html`<option value=${code} ?selected=${value === code}>${codeName(field, code)}</option>`)}
    </select>
  `;
}

/** What was chosen by mistake is taken back by choosing it once more. */
function choices(field: One, value: Value | undefined, set: Set): TemplateResult {
  const again = (code: string) => value === code && set(undefined);
  return html`
    <fieldset class="choice ${isYesOrNo(field) ? 'answers' : ''}" data-testid=${testIdOf(field)}>
      <legend>${nameOf(field)}</legend>
      ${field.codes.map((code) => html`<label><input type="radio" name=${idOf(field)} value=${code} .checked=${live(value === code)}
        @click=${() => again(code)} @change=${() => set(code)}> ${codeName(field, code)}</label>`)}
    </fieldset>
  `;
}

function list(field: Extract<Field, { kind: 'many' }>, value: Value | undefined, set: Set): TemplateResult {
  const ticked = typeof value === 'object' ? value : [];
  const toggle = (code: string) => set(ticked.includes(code) ? ticked.filter((one) => one !== code) : [...ticked, code]);
  return html`
    <details class="codes" data-testid=${`triage-${field.name}`}>
      <summary>${nameOf(field)} ${ticked.length === 0 ? '' : html`<span class="count">${ticked.length}</span>`}</summary>
      <fieldset class="choice">
        <legend class="unseen">${nameOf(field)}</legend>
        ${field.codes.map((code) => html`<label><input type="checkbox" value=${code} .checked=${live(ticked.includes(code))} @change=${() => toggle(code)}> ${codeName(field, code)}</label>`)}
      </fieldset>
    </details>
  `;
}

function line(field: Field, value: Value | undefined, set: (text: string) => void, type: 'text' | 'number' | 'date' | 'datetime-local'): TemplateResult {
  const id = idOf(field);
  const testId = testIdOf(field);
  const typed = (event: Event) => set((event.target as HTMLInputElement).value);
  const text = typeof value === 'string' ? value : '';
  return html`
    <label for=${id}>${nameOf(field)}</label>
    ${type === 'text'
      ? html`<textarea id=${id} rows="1" dir="auto" autocomplete="off" data-testid=${testId} .value=${live(text)} @input=${typed}></textarea>`
      : type === 'number'
        ? html`<input id=${id} type="text" inputmode="numeric" autocomplete="off" data-testid=${testId} .value=${live(text)} @input=${typed}>`
        : html`<input id=${id} type=${type} autocomplete="off" data-testid=${testId} .value=${live(text)} @change=${typed}>`}
  `;
}

/** By this device's clock, as the field wants it. */
export function localTime(value: Value | undefined): string | undefined {
  const at = typeof value === 'string' ? new Date(value) : undefined;
  if (at === undefined || Number.isNaN(at.getTime())) return undefined;
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function utcTime(text: string): string | undefined {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

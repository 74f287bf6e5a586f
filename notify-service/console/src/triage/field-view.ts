import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { t, tOr } from '../language/messages.ts';
import { clock } from '../language/time.ts';
import { ANSWERS } from './codes.ts';
import { valueOf } from './facts.ts';
import type { Field, Value } from './facts.ts';
import type { Sheet } from './sheet.ts';

type Set = (value: Value | undefined) => void;

export function fieldView(sheet: Sheet, field: Field, touched: () => void): TemplateResult {
  const value = valueOf(sheet.held.facts, field);
  const set: Set = (next) => {
    sheet.type(field, next);
    touched();
  };
  switch (field.kind) {
    case 'one':
      return choices(field, value, set);
    case 'many':
      return list(field, value, set);
    case 'time':
      return line(field, localTime(value), (text) => set(utcTime(text)), 'datetime-local');
    case 'number':
      return line(field, value, (text) => set(text.replace(/\D/g, '').slice(0, 4)), 'number');
    case 'text':
      return line(field, value, set, 'text');
  }
}

export function nameOf(field: Field): string {
  return t(`triage.${field.name}`);
}

/** A value in words. */
export function inWords(field: Field, value: Value | undefined): string {
  if (value === undefined) return t('triage.blank');
  if (typeof value !== 'string') return value.map((code) => codeName(field, code)).join(', ');
  if (field.kind === 'one') return codeName(field, value);
  return field.kind === 'time' ? clock(value, Date.now()).slice(0, -3) : value;
}

function codeName(field: Field, code: string): string {
  const isAnswer = field.kind === 'one' && field.codes === ANSWERS;
  return tOr(`triage.${isAnswer ? 'answer' : field.name}.${code}`, 'fact.unknown');
}

/** What was chosen by mistake is taken back by choosing it once more. */
function choices(field: Extract<Field, { kind: 'one' }>, value: Value | undefined, set: Set): TemplateResult {
  const again = (code: string) => value === code && set(undefined);
  return html`
    <fieldset class="choice ${field.codes === ANSWERS ? 'answers' : ''}" data-testid=${`triage-${field.name}`}>
      <legend>${nameOf(field)}</legend>
      ${field.codes.map((code) => html`<label><input type="radio" name=${`triage-${field.name}`} value=${code} .checked=${live(value === code)}
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

function line(field: Field, value: Value | undefined, set: (text: string) => void, type: 'text' | 'number' | 'datetime-local'): TemplateResult {
  const id = `triage-${field.name}`;
  const typed = (event: Event) => set((event.target as HTMLInputElement).value);
  const text = typeof value === 'string' ? value : '';
  return html`
    <label for=${id}>${nameOf(field)}</label>
    ${type === 'text'
      ? html`<textarea id=${id} rows="1" dir="auto" autocomplete="off" data-testid=${id} .value=${live(text)} @input=${typed}></textarea>`
      : type === 'number'
        ? html`<input id=${id} type="text" inputmode="numeric" autocomplete="off" data-testid=${id} .value=${live(text)} @input=${typed}>`
        : html`<input id=${id} type="datetime-local" autocomplete="off" data-testid=${id} .value=${live(text)} @change=${typed}>`}
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

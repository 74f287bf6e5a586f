import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { t } from '../language/messages.ts';
import { moment } from '../language/moment.ts';
import { focusField } from '../reply/field.ts';
import { inWords, nameOf } from './field-view.ts';
import { valueOf } from './facts.ts';
import type { Value } from './facts.ts';
import { fieldOf } from './fields.ts';
import type { Field, ListName } from './fields.ts';
import type { Sheet } from './sheet.ts';

/** What a colleague saved meanwhile: taken in where it was possible; where both wrote, one of the two is chosen. */
export function apartView(sheet: Sheet): TemplateResult | typeof nothing {
  const { apart } = sheet.held;
  if (apart === undefined) return joined(sheet);
  return html`
    <div class="hint" data-testid="triage-apart">
      <p role="alert">${t('triage.apart', { who: apart.by || t('triage.someone') })}</p>
      <p class="quiet">${moment(apart.at)}</p>
      ${Object.entries(apart.theirs).map(([id, theirs]) => question(sheet, id, theirs))}
    </div>
  `;
}

function joined(sheet: Sheet): TemplateResult | typeof nothing {
  if (sheet.joined === undefined) return nothing;
  const { by, at } = sheet.joined;
  return html`
    <div class="hint" data-testid="triage-joined">
      <p role="status">${t('triage.joined', { who: by || t('triage.someone') })}</p>
      <p class="quiet">${moment(at)}</p>
    </div>
  `;
}

/** Of an entry: what it is one of, too. */
function whose(field: Field): string {
  return field.entry === undefined ? nameOf(field) : `${t(`triage.${field.section as ListName}.one`)}: ${nameOf(field)}`;
}

function question(sheet: Sheet, id: string, theirs: Value | null): TemplateResult {
  const field = fieldOf(id);
  const choose = (whose: 'mine' | 'theirs') => () => {
    sheet.choose(id, whose);
    focusField(undefined, 'triage-title');
  };
  const side = (which: 'mine' | 'theirs', value: Value | undefined) => html`
    <div class="side">
      <span class="line-text" dir="auto" data-testid=${`apart-${which}`}>${inWords(field, value)}</span>
      <button type="button" class="plain" data-testid=${`choose-${which}`} @click=${choose(which)}>${t(`triage.${which}`)}</button>
    </div>`;
  return html`
    <fieldset class="choice" data-field=${field.name}>
      <legend>${whose(field)}</legend>
      ${side('mine', valueOf(sheet.held.facts, field))} ${side('theirs', theirs ?? undefined)}
    </fieldset>
  `;
}

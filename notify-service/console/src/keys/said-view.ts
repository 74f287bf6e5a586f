import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Said } from './attempts.ts';
import type { KeyRoom, Place } from './key-room.ts';

export function said(room: KeyRoom, place: Place): TemplateResult | typeof nothing {
  return saidView(room.said(place));
}

export function saidView(what: Said | undefined): TemplateResult | typeof nothing {
  if (what === undefined) return nothing;
  return html`<p class=${what.good ? 'good' : 'problem'} role=${what.good ? 'status' : 'alert'} data-testid="key-problem" data-good=${String(what.good)}>${what.text}</p>`;
}

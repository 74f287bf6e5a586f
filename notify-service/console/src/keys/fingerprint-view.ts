import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { fingerprint } from './fingerprint.ts';

/** Thirteen groups, to be read aloud. */
export function fingerprintOf(kid: string, id = 'fingerprint'): TemplateResult {
  return html`<p class="fingerprint" data-testid=${id} lang="en" translate="no">${fingerprint(kid).map((group) => html`<span>${group}</span> `)}</p>`;
}

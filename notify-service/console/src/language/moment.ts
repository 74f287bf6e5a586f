import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { age, clock } from './time.ts';

/** A time to the second, and how long ago (or ahead) that is. */
export function moment(at: string): TemplateResult {
  const now = Date.now();
  return html`<time datetime=${at}>${clock(at, now)}</time> <span class="age">(${age(at, now)})</span>`;
}

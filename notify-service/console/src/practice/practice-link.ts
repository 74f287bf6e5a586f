import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { t } from '../language/messages.ts';

/** To a page of its own, which has never signed in. */
export function practiceLink(): TemplateResult {
  return html`<a href="#/practice" target="_blank" rel="noopener" data-testid="practise">${t('practice.enter')}</a>`;
}

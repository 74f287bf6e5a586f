import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { t } from '../language/messages.ts';

/** What is left on screen after a panic: nothing that tells what this page is for. */
export function coverPage(uncover: () => void): TemplateResult {
  return html`
    <main class="login" data-testid="cover">
      <h1 class="brand" tabindex="-1">Ovoz</h1>
      <button class="plain" data-testid="uncover" @click=${uncover}>${t('cover.goOn')}</button>
    </main>
  `;
}

/** What is left for somebody who works here no more. */
export function stoppedPage(): TemplateResult {
  return html`
    <main class="login" data-testid="stopped">
      <h1 class="brand" tabindex="-1">Ovoz</h1>
      <p role="alert">${t('login.stopped')}</p>
    </main>
  `;
}

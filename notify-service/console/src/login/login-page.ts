import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { languageSwitch, reviewNotice } from '../language/language-switch.ts';
import { t } from '../language/messages.ts';
import type { MessageKey } from '../language/messages.ts';
import { practiceLink } from '../practice/practice-link.ts';

export function loginPage(problem: MessageKey | undefined, signIn: () => void, changed: () => void): TemplateResult {
  return html`
    <main class="login" data-testid="login-page">
      <span class="brand">Ovoz</span>
      <h1>${t('login.title')}</h1>
      <p>${t('login.text')}</p>
      ${problem === undefined ? nothing : html`<p class="problem" role="alert" data-testid="login-problem">${t(problem)}</p>`}
      <button data-testid="sign-in" @click=${signIn}>${t('login.button')}</button>
      ${languageSwitch(changed)}
      <p>${practiceLink()}</p>
      ${reviewNotice()}
    </main>
  `;
}

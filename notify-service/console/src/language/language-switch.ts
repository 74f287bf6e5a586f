import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { TAGS, nameOf } from './catalogues.ts';
import type { Tag } from './catalogues.ts';
import { chooseLanguage, isLanguageMissed, isReviewed, onLanguage, t, wantedLanguage } from './messages.ts';

export function languageSwitch(changed: () => void): TemplateResult {
  onLanguage(changed);
  const choose = (event: Event) => {
    chooseLanguage((event.target as HTMLSelectElement).value as Tag);
    changed();
  };
  return html`<select class="language" data-testid="language" aria-label=${t('app.language')} @change=${choose}>
    ${TAGS.map((tag) => html`<option value=${tag} lang=${tag} .selected=${live(tag === wantedLanguage())}>${nameOf(tag)}</option>`)}
  </select>
  ${isLanguageMissed() ? html`<span class="problem" role="alert" data-testid="language-missed">${t('app.languageMissed')}</span>` : nothing}`;
}

/** Said plainly to whoever reads a translation that nobody has checked. */
export function reviewNotice(): TemplateResult | '' {
  return isReviewed() ? '' : html`<p class="unreviewed">${t('app.unreviewed')}</p>`;
}

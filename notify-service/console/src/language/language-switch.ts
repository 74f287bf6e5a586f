import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { TAGS, chooseLanguage, isReviewed, language, nameOf, t } from './messages.ts';
import type { Tag } from './messages.ts';

export function languageSwitch(changed: () => void): TemplateResult {
  const choose = (event: Event) => {
    chooseLanguage((event.target as HTMLSelectElement).value as Tag);
    changed();
  };
  return html`<select class="language" data-testid="language" aria-label=${t('app.language')} @change=${choose}>
    ${TAGS.map((tag) => html`<option value=${tag} lang=${tag} ?selected=${tag === language()}>${nameOf(tag)}</option>`)}
  </select>`;
}

/** Said plainly to whoever reads a translation that nobody has checked. */
export function reviewNotice(): TemplateResult | '' {
  return isReviewed(language()) ? '' : html`<p class="unreviewed">${t('app.unreviewed')}</p>`;
}

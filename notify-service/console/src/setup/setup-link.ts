import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import { linkTo } from '../app/route.ts';
import { t } from '../language/messages.ts';

/** Offered to administrators while something is missing; who knows the page finds it afterwards, too. */
export function setUpLink(app: App): TemplateResult | typeof nothing {
  const missing = app.setUp.here?.missing ?? 0;
  const isHere = app.route.page === 'setup';
  if (!app.administers || (missing === 0 && !isHere)) return nothing;
  return html`<a href=${linkTo({ page: 'setup' })} data-testid="setup-link" aria-current=${isHere ? 'page' : nothing}>${t('setup.page')}${missing === 0 ? nothing : html` <span class="count">${missing}</span>`}</a>`;
}

import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import { t } from '../language/messages.ts';

/** Where a responder opens their key. Shown until it is open, on every page: without it nothing can be read. */
export function keyPanel(app: App): TemplateResult | typeof nothing {
  if (app.keys.ring !== undefined) return nothing;
  return html`
    <section class="panel key" data-testid="key-panel" aria-labelledby="key-title">
      <h2 id="key-title">${t('keys.title')}</h2>
      <p id="key-text">${t('keys.text')}</p>
      <label class="file">
        <span>${t('keys.choose')}</span>
        <input type="file" accept=".json,application/json" data-testid="key-file" aria-describedby="key-text" @change=${(event: Event) => chosen(app, event)} />
      </label>
      ${app.keyOutcome === undefined || app.keyOutcome === 'opened'
        ? nothing
        : html`<p class="problem" role="alert" data-testid="key-problem">${t(`keys.${app.keyOutcome}`)}</p>`}
    </section>
  `;
}

/** The picker is emptied at once: the page keeps no handle on the file. */
function chosen(app: App, event: Event): void {
  const input = event.target as HTMLInputElement;
  const file = input.files?.[0];
  if (file !== undefined) void app.openKey(file).finally(() => (input.value = ''));
}

import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { repeat } from 'lit-html/directives/repeat.js';
import type { App } from '../app/app.ts';
import { t } from '../language/messages.ts';
import type { MessageKey } from '../language/messages.ts';
import { practiceLink } from '../practice/practice-link.ts';
import { customProperties } from './custom-properties.ts';
import { filterBar } from './filter-bar.ts';
import { filterQuery } from './filter.ts';
import type { Filter } from './filter.ts';
import type { Shown } from './queue.ts';
import { row } from './row.ts';
import { listBehind } from './views.ts';
import type { QueueView } from './views.ts';

export function queuePage(app: App, tab: QueueView, filter: Filter): TemplateResult {
  const shown = app.queue.shown(tab, filter, app.pane.sought);
  return html`
    <h1 tabindex="-1" data-testid="page-title">${t(`queue.title.${tab}`)}</h1>
    ${filterBar(app, tab, filter, shown)}
    ${shown.cases.length > 0 ? list(app, shown, `${tab}${filterQuery(filter)} ${app.pane.sought}`) : html`<p class="empty" data-testid="queue-empty">${t(emptyKey(app, tab, shown))}</p>${isEmpty(app, tab) ? html`<p>${practiceLink()}</p>` : nothing}`}
    ${tab === 'closed' && app.feed.hasOlder ? html`<p><button class="plain" data-testid="older" @click=${() => app.feed.older()}>${t('queue.older')}</button></p>` : nothing}
  `;
}

function list(app: App, { cases }: Shown, of: string): TemplateResult {
  const places = app.pane.places(cases, of);
  const { rows } = app.pane;
  return html`<ul class="queue" role="list" data-testid="queue" ${ref(rows.attach)} ${customProperties({ '--slot': `${rows.slot}px`, '--count': String(cases.length) })}>
    ${repeat(places, (place) => cases[place]!.id, (place) => row(app, cases[place]!, place, cases.length))}
  </ul>`;
}

/** Nothing waits, so there is time to practise. */
function isEmpty(app: App, tab: QueueView): boolean {
  return app.ground.practice === undefined && tab === 'open' && app.queue.isLoaded('open') && app.queue.in('all').length === 0;
}

function emptyKey(app: App, tab: QueueView, shown: Shown): MessageKey {
  if (!app.queue.isLoaded(listBehind(tab))) return 'queue.loading';
  if (app.pane.sought !== '') return 'filter.notFound';
  return shown.hidden > 0 ? 'filter.nothingLeft' : `queue.empty.${tab}`;
}

import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { App } from '../app/app.ts';
import { linkTo } from '../app/route.ts';
import { t } from '../language/messages.ts';
import { languageName, regionName } from '../language/names.ts';
import { channelName } from './facts.ts';
import { CODES, MARKS, isFiltering, withField } from './filter.ts';
import type { Filter } from './filter.ts';
import { soughtId } from './find.ts';
import type { Shown } from './queue.ts';
import type { QueueView } from './views.ts';

type Code = (typeof CODES)[number];

const STATES = ['waiting', 'claimed'];

/** Looks for one report by its short id, or narrows the list; says what is hidden by that, and has a way back. */
export function filterBar(app: App, tab: QueueView, filter: Filter, shown: Shown): TemplateResult {
  const set = (changed: Filter) => (location.hash = linkTo({ page: 'queue', tab, filter: changed }));
  const open = app.pane.isNarrowing || isFiltering(filter);
  return html`
    <div class="filter" role="search" aria-label=${t('filter.title')}>
      <label class="find">${t('filter.find')} <input type="search" data-testid="find" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="12"
        .value=${live(app.pane.sought)} @input=${(event: Event) => app.find(soughtId((event.target as HTMLInputElement).value))} /></label>
      <details class="fields" data-testid="filter" ?open=${open} @toggle=${(event: Event) => app.narrow((event.target as HTMLDetailsElement).open)}>
        <summary data-testid="filter-summary">${t('filter.title')}</summary>
        ${open ? fields(app, tab, filter, set) : nothing}
      </details>
      <div class="unseen" role="status">${app.pane.said}</div>
      ${isFiltering(filter) && app.pane.sought === '' ? html`<div class="hidden-by" data-testid="filter-hides">${howMuch(shown)}</div>` : nothing}
      ${isFiltering(filter) ? html`<button class="plain" data-testid="filter-drop" @click=${() => set({})}>${t('filter.drop')}</button>` : nothing}
    </div>
  `;
}

export function howMuch({ cases, hidden }: Shown): string {
  return t('filter.hides', { shown: cases.length, hidden });
}

/** Drawn only while they are on screen: what there is to choose from is worked out anew with every change of a report. */
function fields(app: App, tab: QueueView, filter: Filter, set: (filter: Filter) => void): TemplateResult {
  const codes = tab === 'closed' ? CODES.filter((name) => name !== 'state') : CODES;
  return html`
    <div>
      ${codes.map((name) => codeField(app, tab, filter, name, set))}
      ${MARKS.map((name) => html`<label class="mark"><input type="checkbox" data-testid="filter-${name}" .checked=${live(filter[name] === true)}
        @change=${(event: Event) => set(withField(filter, name, (event.target as HTMLInputElement).checked || undefined))} /> ${t(`fact.${name}`)}</label>`)}
    </div>
  `;
}

function codeField(app: App, tab: QueueView, filter: Filter, name: Code, set: (filter: Filter) => void): TemplateResult {
  const chosen = filter[name];
  const among = name === 'state' ? STATES : app.queue.choices(tab)[name];
  const codes = chosen === undefined || among.includes(chosen) ? among : [...among, chosen];
  return html`<label>${t(name === 'state' ? 'filter.state' : `fact.${name}`)}
    <select data-testid="filter-${name}" @change=${(event: Event) => set(withField(filter, name, (event.target as HTMLSelectElement).value || undefined))}>
      <option value="" .selected=${live(chosen === undefined)}>${t('filter.any')}</option>
      ${codes.map((code) => html`<option value=${code} .selected=${live(code === chosen)}>${nameOf(name, code)}</option>`)}
    </select>
  </label>`;
}

function nameOf(name: Code, code: string): string {
  switch (name) {
    case 'language':
      return languageName(code);
    case 'region':
      return regionName(code);
    case 'channel':
      return channelName(code);
    case 'state':
      return t(code === 'claimed' ? 'state.claimed' : 'state.waiting');
  }
}

import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { languageSwitch } from '../language/language-switch.ts';
import { t } from '../language/messages.ts';
import { VIEWS } from '../queue/views.ts';
import type { QueueView } from '../queue/views.ts';
import { setUpLink } from '../setup/setup-link.ts';
import type { App } from './app.ts';
import { measured } from './header-height.ts';
import { foldAndFocus, foldedByKey, left, toggled } from './menu.ts';
import { linkTo } from './route.ts';
import type { Route } from './route.ts';

/** One row: the lists, and what is needed in a hurry. Everything else is in the menu. */
export function header(app: App, changed: () => void): TemplateResult {
  const { practice } = app.ground;
  return html`
    <header ${ref(measured)}>
      <span class="brand">Ovoz</span>
      ${app.reads ? html`<nav aria-label=${t('app.tabs')}>${VIEWS.map((view) => tabLink(app, view))}</nav>` : nothing}
      ${practice === undefined ? setUpLink(app) : nothing}
      <div class="tools">
        <button class="plain" data-testid="panic" @click=${() => app.panic()}>${t('cover.hide')}</button>
        ${app.holdsKeys ? html`<button class="plain" data-testid="lock" @click=${() => app.lock()}>${t('app.lock')}</button>` : nothing}
        ${app.reads ? connection(app) : nothing}
        ${practice === undefined ? menu(app, changed) : html`${shortcuts(app)}${handle(app)}`}
      </div>
    </header>
  `;
}

function menu(app: App, changed: () => void): TemplateResult {
  return html`
    <details class="more menu" data-testid="menu" @keydown=${foldedByKey} @toggle=${toggled} @focusout=${left}>
      <summary>${t('app.menu')} <span class="unseen" data-testid="handle">${app.me.handle}</span></summary>
      <div class="more-steps" @click=${chosen}>
        <p class="quiet" aria-hidden="true">${app.me.handle}</p>
        <nav aria-label=${t('app.menu')}>${pages(app).map(([page, name, id]) => menuLink(app, page, name, id))}</nav>
        ${languageSwitch(changed)}
        ${shortcuts(app)}
        <button class="plain" data-testid="sign-out" @click=${() => app.signOut()}>${t('app.signOut')}</button>
      </div>
    </details>
  `;
}

type Page = Exclude<Route['page'], 'queue' | 'case'>;

/** The pages that somebody may use. */
function pages(app: App): readonly (readonly [Page, string, string])[] {
  return [
    ...(app.reads ? [['services', t('services.page'), 'services-link'], ['keys', t('keys.page'), 'keys-link'], ['shifts', t('shifts.title'), 'shifts-link']] as const : []),
    ...(app.administration.keepsPeople ? [['people', t('people.title'), 'people-link']] as const : []),
    ...(app.administers ? [['line', t('line.page'), 'line-link']] as const : []),
    ['settings', t('settings.title'), 'settings'],
  ];
}

function menuLink(app: App, page: Page, name: string, id: string): TemplateResult {
  return html`<a href=${linkTo({ page })} data-testid=${id} aria-current=${app.route.page === page ? 'page' : nothing}>${name}</a>`;
}

/** What was chosen is done with the menu folded away; a question that it asks gives the focus back to the menu. */
function chosen(event: Event): void {
  const what = (event.target as HTMLElement).closest('a, button');
  const menu = (event.currentTarget as HTMLElement).closest('details');
  if (what === null || menu === null) return;
  if (what.matches('a')) menu.open = false;
  else foldAndFocus(menu);
}

function shortcuts(app: App): TemplateResult {
  return html`<button class="plain keys" data-testid="show-shortcuts" @click=${() => app.showShortcuts(true)}>${t('shortcut.title')}</button>`;
}

function handle(app: App): TemplateResult {
  return html`<span class="handle" data-testid="handle">${app.me.handle}</span>`;
}

function connection(app: App): TemplateResult {
  const { connected } = app.feed;
  return html`<span class="connection ${connected ? 'on' : 'off'}" role="status" data-testid="connection" data-connected=${String(connected)}><span>${t(connected ? 'app.live' : 'app.notLive')}</span></span>`;
}

function tabLink(app: App, tab: QueueView): TemplateResult {
  const current = app.route.page === 'queue' && app.route.tab === tab;
  const count = app.queue.counts()[tab];
  return html`<a href=${linkTo({ page: 'queue', tab })} data-testid="tab-${tab}" aria-current=${current ? 'page' : nothing}>${t(`queue.${tab}`)}${count === 0 || tab === 'closed' ? nothing : html` <span class="count ${tab}">${count}</span>`}</a>`;
}

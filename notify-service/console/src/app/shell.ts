import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { casePage } from '../case/case-page.ts';
import type { Tab } from '../desk/desk.ts';
import { keyPanel } from '../keys/key-panel.ts';
import { keysPage } from '../keys/keys-page.ts';
import { languageSwitch, reviewNotice } from '../language/language-switch.ts';
import { t } from '../language/messages.ts';
import { queuePage } from '../queue/queue-page.ts';
import { servicesPage } from '../referral/services-page.ts';
import type { App, Question } from './app.ts';
import { linkTo } from './route.ts';

export function shell(app: App, changed: () => void): TemplateResult {
  return html`
    <a class="skip" href="#content" @click=${toContent}>${t('app.skip')}</a>
    <header>
      <span class="brand">Ovoz</span>
      <nav aria-label=${t('app.tabs')}>${(['open', 'mine', 'closed'] as const).map((tab) => tabLink(app, tab))}</nav>
      <div class="who">
        <span class="connection ${app.connected ? 'on' : 'off'}" role="status" data-testid="connection" data-connected=${String(app.connected)}>${t(app.connected ? 'app.live' : 'app.notLive')}</span>
        ${app.keys.ring === undefined ? nothing : html`<button class="plain" data-testid="lock" @click=${() => app.lock()}>${t('app.lock')}</button>`}
        ${languageSwitch(changed)}
        <a href=${linkTo({ page: 'services' })} data-testid="services-link" aria-current=${app.route.page === 'services' ? 'page' : nothing}>${t('services.page')}</a>
        <a href=${linkTo({ page: 'keys' })} data-testid="keys-link" aria-current=${app.route.page === 'keys' ? 'page' : nothing}>${t('keys.page')}</a>
        <span class="handle" data-testid="handle">${app.me.handle}</span>
        <button class="plain" data-testid="sign-out" @click=${() => app.signOut()}>${t('app.signOut')}</button>
      </div>
    </header>
    <div class="said" role="status" data-testid="notice">${app.notice}</div>
    <div class="said alarm" role="alert" data-testid="alarm">${app.alarm}</div>
    <main id="content" tabindex="-1">
      ${app.ended ? ended() : nothing} ${app.me.teams.length === 0 ? html`<p class="hint">${t('login.noTeams')}</p>` : keyPanel(app)}
      ${page(app)}
    </main>
    <footer>${reviewNotice()}</footer>
    ${app.question === undefined ? nothing : dialog(app, app.question)}
  `;
}

function page(app: App): TemplateResult {
  if (app.route.page === 'keys') return keysPage(app);
  if (app.route.page === 'services') return servicesPage(app);
  return app.room === undefined ? queuePage(app, app.route.page === 'queue' ? app.route.tab : 'open') : casePage(app, app.room);
}

function tabLink(app: App, tab: Tab): TemplateResult {
  const current = app.route.page === 'queue' && app.route.tab === tab;
  return html`<a href=${linkTo({ page: 'queue', tab })} data-testid="tab-${tab}" aria-current=${current ? 'page' : nothing}>${t(`queue.${tab}`)}</a>`;
}

function ended(): TemplateResult {
  return html`<p class="problem" role="alert" data-testid="session-ended">${t('login.ended')} <button data-testid="sign-in-again" @click=${() => location.reload()}>${t('login.button')}</button></p>`;
}

function dialog(app: App, question: Question): TemplateResult {
  return html`
    <dialog data-testid="dialog" aria-labelledby="dialog-title" aria-describedby="dialog-text" ${ref(shown)} @cancel=${() => app.answer(false)}>
      <h2 id="dialog-title">${question.title}</h2>
      <p id="dialog-text">${question.text}</p>
      <div class="buttons">
        <button class="plain" data-testid="dialog-cancel" @click=${() => app.answer(false)}>${t('app.cancel')}</button>
        <button data-testid="dialog-confirm" @click=${() => app.answer(true)}>${question.yes}</button>
      </div>
    </dialog>
  `;
}

function shown(element: Element | undefined): void {
  const dialog = element as HTMLDialogElement | undefined;
  if (dialog !== undefined && !dialog.open) queueMicrotask(() => dialog.isConnected && !dialog.open && dialog.showModal());
}

/** The address belongs to the route, so the skip link moves the focus and leaves the address alone. */
function toContent(event: Event): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { leaseWarning } from '../claims/lease-warning.ts';
import { coverPage, stoppedPage } from '../cover/cover-page.ts';
import { wantedView } from '../interpreting/wanted-view.ts';
import { keyPanel } from '../keys/key-panel.ts';
import { reviewNotice } from '../language/language-switch.ts';
import { t } from '../language/messages.ts';
import { noticesView } from '../notices/notices-view.ts';
import { partView } from '../parts/part-view.ts';
import { parts } from '../parts/parts.ts';
import { NO_FILTER } from '../queue/filter.ts';
import { queuePage } from '../queue/queue-page.ts';
import { isSet } from '../settings/flags.ts';
import { shortcutsDialog } from '../shortcuts/shortcuts-dialog.ts';
import type { App } from './app.ts';
import { shown } from './dialog.ts';
import { header } from './header.ts';
import type { Question } from './question.ts';

type Pages = typeof import('./pages.ts');

export function shell(app: App, changed: () => void): TemplateResult {
  if (app.isStopped) return stoppedPage();
  const { practice } = app.ground;
  if (app.isCovered) return coverPage(() => app.uncover());
  return html`
    <a class="skip" href="#content" @click=${toContent}>${t('app.skip')}</a>
    ${practice?.band() ?? nothing}
    ${header(app, changed)}
    <div class="says">
      <div class="said" role="status" data-testid="notice">${app.notice}</div>
      <div class="said alarm" role="alert" data-testid="alarm">${app.alarm}</div>
    </div>
    <main id="content" tabindex="-1">
      ${leaseWarning(app)}
      ${app.ended ? ended() : nothing} ${app.isOutdated ? outdated() : nothing}
      ${practice?.above() ?? nothing}
      ${keys(app)}
      ${app.route.page === 'queue' ? html`${wantedView(app.interpreting)}${noticesView(app.notices.open)}` : nothing} ${page(app)}
    </main>
    <footer>${reviewNotice()}</footer>
    ${app.question === undefined ? nothing : dialog(app, app.question)}
    ${app.areShortcutsShown ? shortcutsDialog(!isSet('no-shortcuts'), () => app.showShortcuts(false)) : nothing}
    <p class="away-note" aria-hidden="true">Ovoz</p>
  `;
}

function keys(app: App): TemplateResult | typeof nothing {
  if (app.ground.practice !== undefined) return app.keys.ring === undefined ? app.ground.practice.keys() : nothing;
  if (!app.reads) return nothing;
  // Whoever founds the first team is in none, and needs a key for it.
  return html`${app.me.teams.length === 0 ? html`<p class="hint">${t('login.noTeams')}</p>` : nothing} ${keyPanel(app)}`;
}

function page(app: App): TemplateResult {
  const drawn = () => app.redraw();
  if (app.route.page === 'case') return partView(parts.pages, drawn, (part) => casePage(app, part));
  if (app.route.page === 'keys') return partView(parts.pages, drawn, ({ keysPage }) => keysPage(app));
  if (app.route.page === 'line') return partView(parts.pages, drawn, ({ linePage }) => linePage(app.lineRoom));
  if (app.route.page === 'setup') return partView(parts.administration, drawn, (part) => part.setUpPage(app.setUp.of(part), app.lineRoom));
  if (app.route.page === 'people') return partView(parts.administration, drawn, (part) => part.peoplePage(app, app.administration.people.of(part)));
  if (app.route.page === 'shifts') return partView(parts.administration, drawn, (part) => part.shiftsPage(app, app.administration.shifts.of(part)));
  if (app.route.page === 'services') return partView(parts.pages, drawn, (part) => part.servicesPage(app, app.services.of(part)));
  if (app.route.page === 'settings') return partView(parts.pages, drawn, (part) => part.settingsPage(app, app.settings.of(part)));
  return queuePage(app, app.tab, (app.route.page === 'queue' && app.route.filter) || NO_FILTER);
}

function casePage(app: App, part: Pages): TemplateResult {
  const room = app.atHand.roomIn(part);
  return room === undefined ? html`` : part.casePage(app, room);
}

function outdated(): TemplateResult {
  return html`<p class="hint" role="status" data-testid="outdated">${t('app.newVersion')} <button class="plain" @click=${() => location.reload()}>${t('app.loadIt')}</button></p>`;
}

function ended(): TemplateResult {
  return html`<p class="problem" role="alert" data-testid="session-ended">${t('login.ended')} <button data-testid="sign-in-again" @click=${() => location.reload()}>${t('login.button')}</button></p>`;
}

function dialog(app: App, question: Question): TemplateResult {
  return html`
    <dialog data-testid="dialog" aria-labelledby="dialog-title" aria-describedby="dialog-text" ${ref(shown)} @cancel=${(event: Event) => answered(app, event, false)}>
      <h2 id="dialog-title">${question.title}</h2>
      <p id="dialog-text">${question.text}</p>
      <form @submit=${(event: Event) => answered(app, event, true)}>
        ${question.body?.() ?? nothing}
        <div class="buttons">
          <button type="button" class="plain" data-testid="dialog-cancel" @click=${(event: Event) => answered(app, event, false)}>${t('app.cancel')}</button>
          <button data-testid="dialog-confirm" ?disabled=${question.isReady?.() === false}>${question.yes}</button>
        </div>
      </form>
    </dialog>
  `;
}

/** Closed before it is taken away, so that the focus goes back to where it was. */
function answered(app: App, event: Event, yes: boolean): void {
  event.preventDefault();
  (event.currentTarget as HTMLElement).closest('dialog')?.close();
  app.answer(yes);
}

/** The address belongs to the route, so the skip link moves the focus and leaves the address alone. */
function toContent(event: Event): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

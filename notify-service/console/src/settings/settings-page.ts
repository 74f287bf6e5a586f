import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { PushSwitch } from '../alerting/push-switch.ts';
import type { App } from '../app/app.ts';
import { t } from '../language/messages.ts';
import { alertWays } from '../shifts/alert-ways.ts';
import { practiceLink } from '../practice/practice-link.ts';
import { FLAGS, isSet } from './flags.ts';
import type { Flag } from './flags.ts';
import type { SettingsRoom } from './settings-room.ts';

/** What a person sets for this browser alone. */
export function settingsPage(app: App, room: SettingsRoom): TemplateResult {
  return html`
    <h1 tabindex="-1" data-testid="page-title">${t('settings.title')}</h1>
    <p class="hint">${t('settings.where')}</p>
    <section class="panel" aria-labelledby="settings-alerts">
      <h2 id="settings-alerts">${t('settings.alerts')}</h2>
      ${flag(app, 'sound')} ${push(room.push)}
    </section>
    <section class="panel" aria-labelledby="settings-screen">
      <h2 id="settings-screen">${t('settings.screen')}</h2>
      ${FLAGS.filter((name) => name !== 'sound').map((name) => flag(app, name))}
      <p class="quiet">${t('settings.panic')}</p>
    </section>
    ${app.reads ? alertWays(room.alerts) : nothing}
    <section class="panel" aria-labelledby="settings-practice">
      <h2 id="settings-practice">${t('practice.title')}</h2>
      <p class="quiet">${t('practice.enterText')}</p>
      <p>${practiceLink()}</p>
    </section>
  `;
}

function flag(app: App, name: Flag): TemplateResult {
  return html`
    <div class="setting">
      <label class="mark"><input type="checkbox" data-testid="set-${name}" aria-describedby="about-${name}" .checked=${live(isSet(name))}
        @change=${(event: Event) => app.setFlag(name, (event.target as HTMLInputElement).checked)} /> ${t(`settings.${name}`)}</label>
      <p class="quiet" id="about-${name}">${t(`settings.${name}.text`)}</p>
    </div>
  `;
}

function push(push: PushSwitch): TemplateResult {
  return html`
    <div class="setting" data-testid="push" data-state=${push.state}>
      <p>${t(push.state === 'on' ? 'push.on' : push.state === 'impossible' ? 'push.impossible' : 'push.off')}</p>
      <p class="quiet">${t('push.shows')}</p>
      ${push.failure === undefined ? nothing : html`<p class="problem" role="alert" data-testid="push-problem" data-reason=${push.failure}>${t(`push.${push.failure}`)}</p>`}
      ${push.state === 'off' ? html`<button data-testid="push-turn-on" ?disabled=${push.isBusy} @click=${() => push.turnOn()}>${t('push.turnOn')}</button>` : nothing}
      ${push.state === 'on' ? html`<button class="plain" data-testid="push-turn-off" ?disabled=${push.isBusy} @click=${() => push.turnOff()}>${t('push.turnOff')}</button>` : nothing}
    </div>
  `;
}

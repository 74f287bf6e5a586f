import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import { t } from '../language/messages.ts';
import { clock } from '../language/time.ts';
import { pictureOf } from '../scan/picture-view.ts';
import { scanView } from '../scan/scan-view.ts';
import { foundingView } from '../founding/founding-view.ts';
import type { Colleague } from './admit.ts';
import { isOld } from './admission.ts';
import { fingerprintOf } from './fingerprint-view.ts';
import type { KeyRoom } from './key-room.ts';
import { lineView } from './line-view.ts';
import { mayHavePasskeys } from './passkey.ts';
import { recoveryView } from './recovery-view.ts';
import { renewalView } from './renewal-view.ts';
import { said } from './said-view.ts';
import { chosen, submitted } from './submitted.ts';

/** One's own key, what opens it, and the colleagues who hold the teams' keys. */
export function keysPage(app: App): TemplateResult {
  const room = app.keyRoom;
  const isOpen = room.mine.own !== undefined;
  return html`
    <h1 tabindex="-1" data-testid="page-title">${t('keys.page')}</h1>
    ${isOpen ? html`${own(room)}${foundingView(app.founding)}${device(room)}${passkeys(room)}${renewalView(room)}${teams(app, room)}${recoveryView(app, room)}${file(app, room)}` : html`<p class="hint">${t('keys.pageLocked')}</p>`}
  `;
}

function own(room: KeyRoom): TemplateResult {
  return html`
    <section class="panel" aria-labelledby="own-title">
      <h2 id="own-title">${t('keys.own')}</h2>
      <p>${t('keys.ownText')}</p>
      ${fingerprintOf(room.mine.kid!)}
      ${pictureOf(room.pictures, room.mine.kid!)}
      ${lineView(room)}
    </section>
  `;
}

function device(room: KeyRoom): TemplateResult {
  const here = room.mine.device;
  return html`
    <section class="panel" aria-labelledby="device-title">
      <h2 id="device-title">${t('keys.devices')}</h2>
      <p>${t('keys.devicesText')}</p>
      ${room.devices === undefined || room.devices.length === 0 ? nothing : html`
        <ul class="plain-list" data-testid="devices">${room.devices.map((one) => html`
          <li>${t(one.id === here?.id ? 'keys.thisDevice' : 'keys.otherDevice', { at: clock(one.madeAt, Date.now()) })}
            ${one.locked ? html`<strong>${t('keys.deviceLocked')}</strong>` : nothing}
            <button class="plain" @click=${() => room.removeDevice(one.id)}>${t('keys.remove')}</button></li>`)}
        </ul>`}
      ${here !== undefined ? nothing : html`
        <form class="stack" data-testid="enrol" @submit=${(event: SubmitEvent) => submitted(event, (field) => room.enrol(field('words'), field('pin')))}>
          <label>${t('keys.words')} <input name="words" data-testid="enrol-words" type="password" autocomplete="off" autocapitalize="none" spellcheck="false" required /></label>
          <label>${t('keys.newPin')} <input name="pin" data-testid="enrol-pin" type="password" inputmode="numeric" pattern="[0-9]{6}" maxlength="6" autocomplete="off" required /></label>
          <button data-testid="enrol-button" ?disabled=${room.busy}>${t(room.busy ? 'keys.working' : 'keys.enrol')}</button>
        </form>`}
      ${said(room, 'pin')}
    </section>
  `;
}

function passkeys(room: KeyRoom): TemplateResult | typeof nothing {
  if (!mayHavePasskeys()) return nothing;
  return html`
    <section class="panel" aria-labelledby="passkey-title">
      <h2 id="passkey-title">${t('keys.passkeys')}</h2>
      <p>${t('keys.passkeysText')}</p>
      ${room.mine.passkeys.length === 0 ? nothing : html`
        <ul class="plain-list" data-testid="passkeys">${room.mine.passkeys.map((one, i) => html`
          <li>${t('keys.passkey', { number: String(i + 1) })} <button class="plain" @click=${() => room.removePasskey(one.id)}>${t('keys.remove')}</button></li>`)}
        </ul>`}
      <form class="stack" data-testid="add-passkey" @submit=${(event: SubmitEvent) => submitted(event, (field) => room.addPasskey(field('words')))}>
        <label>${t('keys.words')} <input name="words" data-testid="passkey-words" type="password" autocomplete="off" autocapitalize="none" spellcheck="false" required /></label>
        <button data-testid="passkey-button" ?disabled=${room.busy}>${t('keys.addPasskey')}</button>
      </form>
      ${said(room, 'passkey')}
    </section>
  `;
}

function teams(app: App, room: KeyRoom): TemplateResult {
  return html`${app.me.teams.map((team) => html`
    <section class="panel" data-testid="team-keys" data-team=${team.id} aria-labelledby="team-${team.id}">
      <h2 id="team-${team.id}">${t('keys.team', { team: team.label })}</h2>
      ${app.keys.ring?.ofTeam(team.id) === undefined ? html`<p class="hint">${t('keys.teamNotYours')}</p>` : members(room, team.id)}
    </section>`)}`;
}

function members(room: KeyRoom, team: string): TemplateResult {
  if (room.forged.has(team)) return html`<p class="problem" role="alert" data-testid="forged-team">${t('keys.forgedTeam')}</p>`;
  const all = room.colleagues.get(team) ?? [];
  const holding = all.filter((one) => one.standing === 'holds').length;
  return html`
    ${all.some((one) => isOld(one.since, Date.now())) ? html`<p class="warning" data-testid="keys-old">${t('keys.old')}</p>` : nothing}
    ${all.length > 0 && holding < 2 ? html`<p class="problem" data-testid="few-holders">${t('keys.fewHolders')}</p>` : nothing}
    <ul class="plain-list holders">${all.map((one) => member(room, team, one))}</ul>
    <details><summary>${t('keys.rotateTitle')}</summary>
      <p>${t('keys.rotateText')}</p>
      <form class="stack" data-testid="rotate-form" @submit=${(event: SubmitEvent) => rotated(event, room, team)}>
        <fieldset><legend>${t('keys.rotateWho')}</legend>
          ${all.filter((one) => one.standing === 'holds').map((one) => html`<label class="check"><input type="checkbox" name="who" value=${one.id} data-testid="rotate-who" data-handle=${one.handle} /> ${one.handle}</label>`)}
        </fieldset>
        <button data-testid="rotate" ?disabled=${room.busy}>${t('keys.rotate')}</button>
      </form>
    </details>
    ${room.proposed.has(team) ? fingerprintOf(room.proposed.get(team)!) : nothing}
    ${said(room, `rotate ${team}`)}
  `;
}

function member(room: KeyRoom, team: string, one: Colleague): TemplateResult {
  return html`
    <li data-testid="holder" data-handle=${one.handle} data-standing=${one.standing}>
      <strong>${one.handle}</strong> <span class=${one.standing === 'unvouched' ? 'problem' : 'quiet'}>${t(`keys.standing.${one.standing}`)}${one.since === undefined ? nothing : html` · ${t('keys.since', { day: one.since })}`}</span>
      ${one.standing !== 'waits' && one.standing !== 'unvouched' ? nothing : html`
        <form class="stack" data-testid="admit" @submit=${(event: SubmitEvent) => submitted(event, (field) => room.admit(team, one, field('fingerprint')))}>
          <label>${t('keys.typeFingerprint', { who: one.handle })}
            <textarea name="fingerprint" id="fingerprint-${team}-${one.id}" data-testid="admit-fingerprint" rows="2" autocomplete="off" autocapitalize="characters" spellcheck="false" required></textarea></label>
          <p class="hint">${t('keys.typeFingerprintHint')}</p>
          ${scanView(room.scan, `${team}-${one.id}`, () => document.querySelector(`#fingerprint-${CSS.escape(`${team}-${one.id}`)}`))}
          <button data-testid="admit-button" ?disabled=${room.busy}>${t('keys.admit')}</button>
        </form>`}
      ${said(room, `admit ${team} ${one.id}`)}
    </li>
  `;
}

function file(app: App, room: KeyRoom): TemplateResult {
  return html`
    <section class="panel" aria-labelledby="take-over-title">
      <h2 id="take-over-title">${t('keys.takeOver')}</h2>
      <p id="take-over-text">${t('keys.takeOverText')}</p>
      <label class="file"><span>${t('keys.choose')}</span>
        <input type="file" accept=".json,application/json" data-testid="take-over-file" aria-describedby="take-over-text"
          @change=${(event: Event) => chosen(event, async (chosenFile) => room.takeOver(await chosenFile.text(), app.me.handle))} /></label>
      ${said(room, 'file')}
    </section>
  `;
}

/** Nobody is ticked beforehand: whoever gets new keys is somebody who was thought of. */
function rotated(event: SubmitEvent, room: KeyRoom, team: string): void {
  event.preventDefault();
  const chosen = new FormData(event.target as HTMLFormElement).getAll('who').map(String);
  void room.rotate(team, chosen);
}

import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import { linkTo } from '../app/route.ts';
import { t } from '../language/messages.ts';
import { fingerprintOf } from './fingerprint-view.ts';
import type { KeyRoom } from './key-room.ts';
import { lineView } from './line-view.ts';
import { pictureOf } from '../scan/picture-view.ts';
import { practiceLink } from '../practice/practice-link.ts';
import { mostNeeded, typed } from './paper-fields.ts';
import { said } from './said-view.ts';
import { chosen, submitted } from './submitted.ts';
import { wordsToWrite } from './words-view.ts';

/** Where a person's key is made or opened. Shown until it is open, on every page: without it nothing can be read. */
export function keyPanel(app: App): TemplateResult | typeof nothing {
  if (app.keys.ring !== undefined) return nothing;
  return html`
    <section class="panel key" data-testid="key-panel" data-stage=${app.keyRoom.mine.stage} aria-labelledby="key-title" aria-busy=${String(app.keyRoom.busy)}>
      ${step(app, app.keyRoom)} ${said(app.keyRoom, 'panel')} ${passOn(app)} ${app.keyRoom.mine.stage === 'fresh' ? nothing : keyFile(app)}
    </section>
  `;
}

function step(app: App, room: KeyRoom): TemplateResult {
  switch (room.mine.stage) {
    case 'loading':
      return html`<h2 id="key-title">${t('keys.title')}</h2><p>${t('queue.loading')}</p>`;
    case 'away':
      return html`<h2 id="key-title">${t('keys.title')}</h2><button @click=${() => room.load()}>${t('keys.lookAgain')}</button>`;
    case 'none':
      return html`
        <h2 id="key-title">${t('keys.makeTitle')}</h2>
        <p>${t(app.steps.answers ? 'keys.makeText' : 'keys.makeCoordinator')}</p>
        <button class=${app.steps.answers ? '' : 'plain'} data-testid="make-key" ?disabled=${room.busy} @click=${() => room.make()}>${t('keys.make')}</button>`;
    case 'fresh':
      return freshKey(room);
    case 'locked':
      return locked(room);
    case 'waiting':
    case 'open':
      return waiting(app, room);
  }
}

function freshKey(room: KeyRoom): TemplateResult {
  return html`
    <h2 id="key-title">${t('keys.wordsTitle')}</h2>
    ${wordsToWrite(room.mine.fresh!, room.busy, (typed) => room.keepFresh(typed), () => room.drop())}
  `;
}

function locked(room: KeyRoom): TemplateResult {
  if (room.losing) return lost(room);
  return html`
    <h2 id="key-title">${t('keys.title')}</h2>
    ${room.mine.device === undefined ? nothing : html`
      <form class="stack" data-testid="open-with-pin" @submit=${(event: SubmitEvent) => submitted(event, (form) => room.openWithPin(form('pin')))}>
        <label>${t('keys.pin')} <input name="pin" data-testid="pin" type="password" inputmode="numeric" pattern="[0-9]{6}" maxlength="6" autocomplete="off" required /></label>
        <button data-testid="open-pin" ?disabled=${room.busy}>${t('keys.open')}</button>
      </form>`}
    ${room.mine.passkeys.length === 0 ? nothing : html`<p><button data-testid="open-passkey" ?disabled=${room.busy} @click=${() => room.openWithPasskey()}>${t('keys.openPasskey')}</button></p>`}
    <form class="stack" data-testid="open-with-words" @submit=${(event: SubmitEvent) => submitted(event, (form) => room.openWithWords(form('words')))}>
      <label>${t('keys.words')} <input name="words" data-testid="words-typed" type="password" autocomplete="off" autocapitalize="none" spellcheck="false" required aria-describedby="key-text" /></label>
      <p class="hint" id="key-text">${t('keys.wordsHint')}</p>
      <div class="buttons">
        <button type="button" class="plain" data-testid="lost-words" @click=${() => room.lose(true)}>${t('keys.lost')}</button>
        <button data-testid="open-words" ?disabled=${room.busy}>${t(room.busy ? 'keys.working' : 'keys.open')}</button>
      </div>
    </form>
  `;
}

function lost(room: KeyRoom): TemplateResult {
  return html`
    <h2 id="key-title">${t('keys.lostTitle')}</h2>
    <p>${t('keys.lostText')}</p>
    <div class="buttons">
      <button class="plain" @click=${() => room.lose(false)}>${t('app.cancel')}</button>
      <button data-testid="make-new-key" ?disabled=${room.busy} @click=${() => room.make()}>${t('keys.makeNew')}</button>
    </div>
  `;
}

/** The key is open and holds nothing yet: a colleague has to let it in. */
function waiting(app: App, room: KeyRoom): TemplateResult {
  return html`
    <h2 id="key-title">${t('keys.waitingTitle')}</h2>
    <p>${t('keys.waitingText')}</p>
    ${app.route.page === 'keys' ? nothing : html`${fingerprintOf(room.mine.kid!)}${pictureOf(room.pictures, room.mine.kid!)}${lineView(room)}`}
    <div class="buttons">
      ${app.route.page === 'keys' ? nothing : html`<a href=${linkTo({ page: 'keys' })} data-testid="to-keys">${t('keys.page')}</a>`}
      <button class="plain" data-testid="look-again" ?disabled=${room.busy} @click=${() => room.lookAgain()}>${t('keys.lookAgain')}</button>
    </div>
    ${app.founding.foundings.length === 0 ? nothing : html`<p class="hint" data-testid="asked-to-found">${t('founding.asked')}</p>`}
    <p>${t('practice.meanwhile')} ${practiceLink()}</p>
    <details><summary>${t('recovery.have')}</summary>
      <p>${t('recovery.haveText')}</p>
      ${typed(room, 'recover', mostNeeded(room.recovery.kept))}
    </details>
  `;
}

/** Somebody waits for an answer, and the keys are not at hand: the report goes to the next person now. */
export function passOn(app: App): TemplateResult | typeof nothing {
  if (!app.steps.answers || app.room === undefined || app.atHand.current() === undefined || app.atHand.current()?.state === 'closed') return nothing;
  return html`
    <div class="pass-on">
      <p>${t('keys.cannotOpenText')}</p>
      <button class="plain" data-testid="cannot-open" @click=${() => void app.atHand.cannotOpen()}>${t('keys.cannotOpen')}</button>
    </div>`;
}

/** For teams whose keys still lie in files: opens them for as long as the page is open. */
function keyFile(app: App): TemplateResult {
  return html`
    <details class="file-instead" ?open=${app.keyOutcome !== undefined}>
      <summary>${t('keys.fileInstead')}</summary>
      <p id="file-text">${t('keys.text')}</p>
      <label class="file">
        <span>${t('keys.choose')}</span>
        <input type="file" accept=".json,application/json" data-testid="key-file" aria-describedby="file-text" @change=${(event: Event) => chosen(event, (file) => app.openKey(file))} />
      </label>
      ${app.keyOutcome === undefined || app.keyOutcome === 'opened'
        ? nothing
        : html`<p class="problem" role="alert" data-testid="file-problem">${t(`keys.${app.keyOutcome}`)}</p>`}
    </details>
  `;
}

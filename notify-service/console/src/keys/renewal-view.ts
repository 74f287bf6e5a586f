import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { t } from '../language/messages.ts';
import type { KeyRoom } from './key-room.ts';
import { said } from './said-view.ts';
import { submitted } from './submitted.ts';
import { wordsToWrite } from './words-view.ts';

/** New words for the key that is open, while something else than the old ones opens it. */
export function renewalView(room: KeyRoom): TemplateResult | typeof nothing {
  const { fresh } = room.renewal;
  const hasPin = room.mine.device !== undefined;
  const hasPasskey = room.mine.passkeys.length > 0;
  return html`
    <section class="panel" data-testid="renewal" aria-labelledby="renewal-title">
      <h2 id="renewal-title">${t('keys.renewTitle')}</h2>
      ${fresh !== undefined
        ? wordsToWrite(fresh, room.busy, (typed) => room.keepRenewal(typed), () => room.dropRenewal())
        : html`<p>${t('keys.renewText')}</p>
            ${hasPin ? withPin(room) : nothing}
            ${hasPasskey ? html`<p><button data-testid="renew-passkey" ?disabled=${room.busy} @click=${() => room.beginRenewal()}>${t('keys.renewPasskey')}</button></p>` : nothing}
            ${hasPin || hasPasskey ? nothing : html`<p class="hint">${t('keys.renewNeeds')}</p>`}`}
      ${said(room, 'words')}
    </section>
  `;
}

function withPin(room: KeyRoom): TemplateResult {
  return html`
    <form class="stack" data-testid="renew" @submit=${(event: SubmitEvent) => submitted(event, (field) => room.beginRenewal(field('pin')))}>
      <label>${t('keys.pin')} <input name="pin" data-testid="renew-pin" type="password" inputmode="numeric" pattern="[0-9]{6}" maxlength="6" autocomplete="off" required /></label>
      <button data-testid="renew-button" ?disabled=${room.busy}>${t('keys.renew')}</button>
    </form>
  `;
}

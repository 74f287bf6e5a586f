import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { t } from '../language/messages.ts';
import { fingerprintOf } from './fingerprint-view.ts';
import { fingerprint } from './fingerprint.ts';
import type { KeyRoom } from './key-room.ts';
import { said } from './said-view.ts';

/** The line that this browser sees for the first time, to be compared; later only its first groups. */
export function lineView(room: KeyRoom): TemplateResult | typeof nothing {
  const { seen, isToCompare, isRefused, isKnown } = room.sight;
  if (isRefused) return html`<p class="problem" role="alert" data-testid="line-refused">${t('sight.refused')}</p>`;
  if (isToCompare) {
    return html`
      <div class="line-sight" data-testid="line-sight">
        <h3>${t('sight.title')}</h3>
        <p>${t('sight.text')}</p>
        ${fingerprintOf(seen!.kid, 'line-fingerprint')}
        <div class="buttons">
          <button class="plain" data-testid="line-other" @click=${() => room.compareLine(false)}>${t('sight.other')}</button>
          <button data-testid="line-same" @click=${() => room.compareLine(true)}>${t('sight.same')}</button>
        </div>
      </div>`;
  }
  const kid = room.mine.line ?? (isKnown ? seen!.kid : undefined);
  return html`${kid === undefined ? nothing : html`<p class="hint">${t('keys.line', { groups: fingerprint(kid).slice(0, 3).join(' ') })}</p>`}${said(room, 'line')}`;
}

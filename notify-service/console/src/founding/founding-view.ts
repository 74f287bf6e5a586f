import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Founding } from '../desk/founding-api.ts';
import { fingerprintOf } from '../keys/fingerprint-view.ts';
import { saidView } from '../keys/said-view.ts';
import { t } from '../language/messages.ts';
import type { FoundingRoom } from './founding-room.ts';
import { termsView } from './terms-view.ts';

/** Teams that wait for their first keys, for the person who shall make them. */
export function foundingView(room: FoundingRoom): TemplateResult | typeof nothing {
  if (room.isSigned && room.foundings.length === 0) {
    return html`<section class="panel" data-testid="founded"><p class="good" role="status">${t('founding.signed')}</p>
      <button @click=${() => location.reload()}>${t('app.loadIt')}</button></section>`;
  }
  return html`${room.foundings.map((one) => founding(room, one))}${saidView(room.attempts.said(''))}`;
}

function founding(room: FoundingRoom, one: Founding): TemplateResult {
  const compare = room.compare.get(one.team);
  return html`
    <section class="panel" data-testid="founding" data-team=${one.team} data-proposed=${String(compare !== undefined)} aria-labelledby="founding-${one.team}">
      <h2 id="founding-${one.team}">${t('founding.title', { team: one.team })}</h2>
      <p>${t('founding.text')}</p>
      ${termsView(one.terms)}
      ${compare === undefined ? nothing : html`<p>${t('founding.compare')}</p>${fingerprintOf(compare, 'founding-fingerprint')}`}
      ${room.knowsLine ? nothing : html`<p class="hint">${t('founding.lineFirst')}</p>`}
      <div class="buttons"><button class=${compare === undefined ? nothing : 'plain'} data-testid="found" ?disabled=${room.attempts.busy || !room.knowsLine}
        @click=${() => room.found(one)}>${t(compare === undefined ? 'founding.make' : 'founding.makeAgain')}</button></div>
      ${saidView(room.attempts.said(one.team))}
    </section>
  `;
}

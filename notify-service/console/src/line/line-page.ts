import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { chosen, fingerprintOf } from '../keys/key-panel.ts';
import { t } from '../language/messages.ts';
import type { LineRoom, Waiting } from './line-room.ts';

/** What only the line's administration key can do. */
export function linePage(room: LineRoom): TemplateResult {
  return html`
    <h1 tabindex="-1" data-testid="page-title">${t('line.page')}</h1>
    <section class="panel" aria-labelledby="line-key">
      <h2 id="line-key">${t('line.choose')}</h2>
      <p id="line-text">${t('line.text')}</p>
      <label class="file"><span>${t('line.choose')}</span>
        <input type="file" accept=".jwk,.json,application/json" data-testid="line-key" aria-describedby="line-text"
          @change=${(event: Event) => chosen(event, async (file) => room.open(await file.text()))} /></label>
      ${room.said === undefined ? nothing : html`<p class=${room.said.good ? 'good' : 'problem'} role=${room.said.good ? 'status' : 'alert'} data-testid="line-said" data-good=${String(room.said.good)}>${room.said.text}</p>`}
    </section>
    ${room.waiting === undefined ? nothing : waiting(room, room.waiting)}
  `;
}

function waiting(room: LineRoom, all: readonly Waiting[]): TemplateResult {
  if (all.length === 0) return html`<p class="empty" data-testid="nothing-to-sign">${t('line.none')}</p>`;
  return html`${all.map(({ proposal, asks }) => html`
    <section class="panel" data-testid="proposal" data-team=${proposal.team}>
      <h2>${t('line.proposal', { team: proposal.team, who: proposal.by })}</h2>
      ${asks === undefined
        ? html`<p class="problem" data-testid="forged-proposal">${t('line.forged')}</p>`
        : html`<p>${t('line.compare', { who: proposal.by })}</p>${fingerprintOf(asks.compare)}
            <button data-testid="sign" ?disabled=${room.busy} @click=${() => room.sign(asks)}>${t('line.sign')}</button>`}
    </section>`)}`;
}

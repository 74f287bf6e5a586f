import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { termsView } from '../founding/terms-view.ts';
import { fingerprintOf } from '../keys/fingerprint-view.ts';
import { chosen, submitted } from '../keys/submitted.ts';
import { t } from '../language/messages.ts';
import type { LineRoom } from './line-room.ts';
import type { Waiting } from './waiting.ts';

/** What only the line's administration key can do. */
export function linePage(room: LineRoom): TemplateResult {
  const said = room.attempts.said('line');
  return html`
    <h1 tabindex="-1" data-testid="page-title">${t('line.page')}</h1>
    <section class="panel" aria-labelledby="line-key">
      <h2 id="line-key">${t('line.choose')}</h2>
      <p id="line-text">${t('line.text')}</p>
      ${opening(room)}
      ${said === undefined ? nothing : html`<p class=${said.good ? 'good' : 'problem'} role=${said.good ? 'status' : 'alert'} data-testid="line-said" data-good=${String(said.good)}>${said.text}</p>`}
    </section>
    ${room.waiting === undefined ? nothing : waiting(room, room.waiting)}
  `;
}

/** By a file, with its words if it has any, or by papers. */
export function opening(room: LineRoom): TemplateResult {
  return html`
    <label class="file"><span>${t('line.choose')}</span>
      <input type="file" accept=".jwk,.json,application/json" data-testid="line-key" aria-describedby="line-text"
        @change=${(event: Event) => chosen(event, async (file) => room.open(await file.text()))} /></label>
    ${room.sealed === undefined ? nothing : html`
      <form class="stack" data-testid="line-with-words" @submit=${(event: SubmitEvent) => submitted(event, (field) => room.openSealed(field('words')))}>
        <label>${t('line.words')} <input name="words" data-testid="line-words" type="password" autocomplete="off" autocapitalize="none" spellcheck="false" required /></label>
        <button data-testid="line-open" ?disabled=${room.busy}>${t(room.busy ? 'keys.working' : 'keys.open')}</button>
      </form>`}
    <details data-testid="line-by-papers"><summary>${t('line.byPapers')}</summary>
      <form class="stack" @submit=${(event: SubmitEvent) => submitted(event, (field) => room.openPapers([0, 1, 2, 3, 4].map((i) => field(`paper-${i}`))))}>
        ${[0, 1, 2, 3, 4].map((i) => html`<label>${t('recovery.typePaper', { number: String(i + 1) })}
          <textarea name="paper-${i}" data-testid="line-paper" rows="2" autocomplete="off" autocapitalize="characters" spellcheck="false" ?required=${i < 2}></textarea></label>`)}
        <button data-testid="line-open-papers" ?disabled=${room.busy}>${t('keys.open')}</button>
      </form>
    </details>
  `;
}

function waiting(room: LineRoom, all: readonly Waiting[]): TemplateResult {
  if (all.length === 0) return html`<p class="empty" data-testid="nothing-to-sign">${t('line.none')}</p>`;
  return html`${all.map((one) => html`
    <section class="panel" data-testid="proposal" data-team=${one.team} data-first=${String(one.terms !== undefined)}>
      <h2>${t(one.terms === undefined ? 'line.proposal' : 'line.founding', { team: one.team, who: one.by })}</h2>
      ${one.terms === undefined ? nothing : html`<p>${t('line.foundingText')}</p>${termsView(one.terms)}`}
      ${one.asks === undefined
        ? html`<p class="problem" data-testid="forged-proposal">${t(one.terms === undefined ? 'line.forged' : 'line.forgedFounding')}</p>`
        : html`<p>${t('line.compare', { who: one.by })}</p>${fingerprintOf(one.asks.compare)}
            <button data-testid="sign" ?disabled=${room.busy} @click=${() => room.sign(one.asks!)}>${t('line.sign')}</button>`}
    </section>`)}`;
}

import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { fingerprintOf } from '../keys/fingerprint-view.ts';
import { saidView } from '../keys/said-view.ts';
import { wordsToWrite } from '../keys/words-view.ts';
import { t } from '../language/messages.ts';
import { opening } from '../line/line-page.ts';
import type { LineRoom } from '../line/line-room.ts';
import { madeLine } from './made-line.ts';
import type { SetUpRoom } from './setup-room.ts';

/** The line's administration key: the one that the desk runs with is shown to be in hand, or another one is made and put in its place. */
export function lineStep(room: SetUpRoom, line: LineRoom): TemplateResult {
  const { fresh, made } = room.maker;
  if (made !== undefined) return madeLine(room, made);
  if (fresh !== undefined) {
    return html`<h3>${t('keys.wordsTitle')}</h3>${wordsToWrite(fresh, room.attempts.busy, (typed) => room.keepWords(typed), () => room.dropLine())}`;
  }
  const { seen, isKnown, isMissing } = room.sight;
  if (isMissing) return none(room);
  return html`
    <p>${t('setup.line.desks')}</p>
    ${seen === undefined ? nothing : fingerprintOf(seen.kid, 'setup-line')}
    ${another(room)}
    ${isKnown ? html`<p class="good" data-testid="line-known">${t('setup.line.known')}</p><p>${t('setup.line.tell')}</p>${line.isOpen ? nothing : again(line)}` : mine(line)}
    <details data-testid="make-line-details" ?open=${!isKnown && room.found!.setUp.teams.length === 0}><summary>${t('setup.line.makeTitle')}</summary>
      <p>${t('setup.line.makeText')}</p>
      ${room.found!.setUp.teams.length === 0 ? nothing : html`<p class="warning">${t('setup.line.teamsThere')}</p>`}
      <button data-testid="make-line" class=${isKnown ? 'plain' : nothing} ?disabled=${room.attempts.busy} @click=${() => room.makeLine()}>${t('setup.line.make')}</button>
    </details>
  `;
}

function another(room: SetUpRoom): TemplateResult | typeof nothing {
  return room.sight.isAnother ? html`<p class="problem" role="alert" data-testid="other-line">${t('setup.otherLine')}</p>` : nothing;
}

/** A first start: nothing can be signed before the line has a key. */
function none(room: SetUpRoom): TemplateResult {
  return html`
    ${another(room)}
    <p class="hint" data-testid="no-line">${t('setup.line.none')}</p>
    <p>${t('setup.line.makeText')}</p>
    <button data-testid="make-line" ?disabled=${room.attempts.busy} @click=${() => room.makeLine()}>${t('setup.line.make')}</button>
  `;
}

/** Known from before, and needed open to sign what intake starts with. */
function again(line: LineRoom): TemplateResult {
  return html`<details data-testid="open-line"><summary>${t('line.choose')}</summary><p id="line-text">${t('line.text')}</p>${opening(line)}${saidView(line.attempts.said('line'))}</details>`;
}

/** Whoever opens it here has it. */
function mine(line: LineRoom): TemplateResult {
  return html`<h3>${t('setup.line.showTitle')}</h3><p id="line-text">${t('line.text')}</p>${opening(line)}${saidView(line.attempts.said('line'))}`;
}

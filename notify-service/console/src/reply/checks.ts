import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Room } from '../case/room.ts';
import { forcingCharacters, isDearAlphabet, plainer, segmentsOf } from '../case/segments.ts';
import { t } from '../language/messages.ts';
import { write } from './field.ts';
import type { Telling } from './telling.ts';

const SHOWN = 8;

/** How many text messages it takes, and what makes it dear. */
export function segmentCheck(room: Room, text: string): TemplateResult {
  const counted = segmentsOf(text.trim());
  const simple = plainer(text);
  return html`
    <p class="quiet" id="reply-segments" data-testid="segments">${t('reply.segments', { ...counted })}</p>
    ${counted.encoding === 'UCS-2' ? html`<p class="quiet" data-testid="forcing">${whatForces(text)}</p>` : nothing}
    ${simple === undefined ? nothing : html`<p><button type="button" class="plain" data-testid="plainer" @click=${() => write(room, simple)}>${t('reply.plainer')}</button></p>`}
  `;
}

function whatForces(text: string): string {
  if (isDearAlphabet(text)) return t('reply.dearAlphabet');
  const characters = forcingCharacters(text);
  return t('reply.forcing', { characters: characters.slice(0, SHOWN).join(' ') + (characters.length > SHOWN ? ' …' : '') });
}

/** Said aloud as it changes: what in the text would tell somebody else what it is about. It is a warning and refuses nothing. */
export function tellingCheck(found: readonly Telling[]): TemplateResult {
  return html`
    <div aria-live="polite" id="reply-tellings" tabindex="-1" data-testid="tellings-place">
      ${found.length === 0
        ? nothing
        : html`
          <div class="warning tellings" data-testid="tellings">
            <p>${t('telling.title')}</p>
            <ul>${found.map(({ words, kind }) => html`<li data-testid="telling" data-kind=${kind}><strong dir="auto">${words}</strong> ${t(`telling.${kind}`)}</li>`)}</ul>
            <p>${t('telling.may')}</p>
          </div>`}
    </div>`;
}

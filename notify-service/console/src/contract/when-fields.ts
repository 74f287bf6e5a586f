import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { Conversation } from '../case/open-conversation.ts';
import type { Room } from '../case/room.ts';
import { t } from '../language/messages.ts';
import { minute } from '../language/time.ts';
import type { When } from './reply-time.ts';

/** When the answer goes out. While the fate of an order is unknown its time stays, since the same one is sent again. */
export function whenFields(room: Room, { reach }: Conversation): TemplateResult {
  const { time } = room.reaching;
  const now = Date.now();
  const goesAt = time.goesAt(reach, now);
  const choices: readonly When[] = reach.terms?.hours ? ['now', 'window', 'at'] : ['now', 'at'];
  return html`
    <fieldset class="part when" ?disabled=${room.isUndecided('reply')}>
      <legend>${t('contract.when')}</legend>
      ${choices.map((when) => html`<label class="tick"><input type="radio" name="when" data-testid="when-${when}" .checked=${live(time.when === when)} @change=${() => time.choose(when)}> <span>${t(`contract.when.${when}`)}</span></label>`)}
      ${time.when === 'at' ? html`<label>${t('contract.notBefore')} <input type="datetime-local" required data-testid="when-time" .value=${live(time.text)} @input=${(event: Event) => time.type((event.target as HTMLInputElement).value)}></label>` : nothing}
      ${time.when === 'now' ? nothing : html`<p class="quiet" data-testid="goes-at">${goesAt === undefined ? '' : t('contract.goesAt', { at: minute(goesAt, now) })} ${t('contract.whenHint')}</p>`}
    </fieldset>
  `;
}

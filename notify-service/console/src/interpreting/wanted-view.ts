import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { moment } from '../language/moment.ts';
import { t } from '../language/messages.ts';
import { languageName } from '../language/names.ts';
import type { Wanted } from './api.ts';
import type { Interpreting } from './interpreting.ts';

/** What I am asked to interpret: who asks, the language and when. */
export function wantedView(room: Interpreting): TemplateResult | typeof nothing {
  if (room.wanted.length === 0) return nothing;
  return html`
    <section class="panel" data-testid="interpreting" aria-labelledby="interpreting-title">
      <h2 id="interpreting-title">${t('interpreter.wanted')}</h2>
      <ul class="plain-list">${room.wanted.map((one) => wanted(room, one))}</ul>
      ${room.doing.problem === '' ? nothing : html`<p class="problem" role="alert" data-testid="interpreting-problem">${room.doing.problem}</p>`}
    </section>
  `;
}

function wanted(room: Interpreting, one: Wanted): TemplateResult {
  const name = `${languageName(one.language)}, ${one.askedBy}`;
  return html`
    <li data-testid="wanted" data-accepted=${String(one.accepted)}>
      <strong>${languageName(one.language)}</strong> ${t('interpreter.askedBy', { who: one.askedBy })} <span class="quiet">${t('interpreter.for')} ${moment(one.wantedAt)}</span>
      ${one.accepted
        ? html`<p class="became">${t('interpreter.mine', { who: one.askedBy })}</p>`
        : html`<p class="quiet">${t('interpreter.answerBy')} ${moment(one.answerBy)}</p>
          <div class="case-passing">
            <button data-testid="interpret-accept" aria-label=${`${t('interpreter.yes')}: ${name}`} ?disabled=${room.doing.busy} @click=${() => void room.answer(one.id, 'accept')}>${t('interpreter.yes')}</button>
            <button class="plain" data-testid="interpret-decline" aria-label=${`${t('interpreter.no')}: ${name}`} ?disabled=${room.doing.busy} @click=${() => void room.answer(one.id, 'decline')}>${t('interpreter.no')}</button>
          </div>`}
    </li>
  `;
}

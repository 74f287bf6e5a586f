import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { t } from '../language/messages.ts';
import type { Part } from './part.ts';

/** Draws with a part; while it is not here, says so. */
export function partView<T>(part: Part<T>, changed: () => void, draw: (part: T) => TemplateResult): TemplateResult {
  const here = part.at(changed);
  if (here === 'coming') return html`<h1 tabindex="-1" aria-busy="true" data-testid="part-coming">…</h1>`;
  if (here === 'missed') return missed(() => part.again(changed));
  return draw(here as T);
}

function missed(again: () => void): TemplateResult {
  return html`
    <h1 tabindex="-1" data-testid="page-title">${t('part.title')}</h1>
    <div class="problem" role="alert" data-testid="part-missed">
      <p>${t('problem.part-missed')}</p>
      <div class="buttons">
        <button data-testid="part-again" @click=${again}>${t('part.again')}</button>
        <button class="plain" @click=${() => location.reload()}>${t('part.reload')}</button>
      </div>
    </div>
  `;
}

import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { t } from '../language/messages.ts';
import { submitted } from './submitted.ts';
import type { Fresh } from './fresh.ts';

/** Six words to be written down, and the two that show that they were. */
export function wordsToWrite(fresh: Fresh, busy: boolean, keep: (typed: readonly [string, string]) => Promise<boolean>, drop: () => void): TemplateResult {
  const { words, asked } = fresh;
  return html`
    <p>${t('keys.wordsText')}</p>
    <ol class="words" data-testid="words" lang="en" translate="no">${words.map((word) => html`<li>${word}</li>`)}</ol>
    <form class="stack" data-testid="keep-key" @submit=${(event: SubmitEvent) => submitted(event, (form) => keep([form('one'), form('other')]))}>
      ${(['one', 'other'] as const).map((name, i) => html`
        <label>${t('keys.wordNumber', { number: String(asked[i]! + 1) })}
          <input name=${name} data-testid="word-${name}" data-number=${asked[i]! + 1} autocomplete="off" autocapitalize="none" spellcheck="false" required /></label>`)}
      <div class="buttons">
        <button type="button" class="plain" @click=${drop}>${t('app.cancel')}</button>
        <button data-testid="keep" ?disabled=${busy}>${t(busy ? 'keys.working' : 'keys.keep')}</button>
      </div>
    </form>
  `;
}

import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { shown } from '../app/dialog.ts';
import { t } from '../language/messages.ts';
import type { MessageKey } from '../language/messages.ts';

const KEYS: readonly (readonly [readonly string[], MessageKey])[] = [
  [['j', '↓'], 'shortcut.next'],
  [['k', '↑'], 'shortcut.previous'],
  [['Enter'], 'shortcut.enter'],
  [['c'], 'shortcut.claim'],
  [['/'], 'shortcut.filter'],
  [['?'], 'shortcut.help'],
  [['Esc Esc'], 'shortcut.panic'],
];

export function shortcutsDialog(areLettersOn: boolean, close: () => void): TemplateResult {
  return html`
    <dialog data-testid="shortcuts" aria-labelledby="shortcuts-title" ${ref(shown)} @cancel=${close}>
      <h2 id="shortcuts-title">${t('shortcut.title')}</h2>
      <table class="keys"><tbody>${KEYS.map(([keys, what]) => html`<tr><th scope="row">${keys.map((key) => html`<kbd>${key}</kbd> `)}</th><td>${t(what)}</td></tr>`)}</tbody></table>
      <p>${t(areLettersOn ? 'shortcut.on' : 'shortcut.off')}</p>
      <div class="buttons"><button data-testid="shortcuts-close" @click=${close}>${t('shortcut.close')}</button></div>
    </dialog>
  `;
}

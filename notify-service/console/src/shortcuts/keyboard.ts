import { commandOf } from './command.ts';
import type { Command } from './command.ts';

const TYPING = 'input:not([type=checkbox], [type=radio], [type=button], [type=file]), textarea, select, [contenteditable]';

/** Listens to the whole page; a dialog that is open has the keys for itself. */
export function listenToKeys(page: Document, areLettersOn: () => boolean, act: (command: Command) => void): void {
  page.addEventListener('keydown', (event) => {
    const at = event.target instanceof Element ? event.target : page.body;
    if (event.defaultPrevented || page.querySelector('dialog[open]') !== null) return;
    const command = commandOf(event, { isTyping: at.closest(TYPING) !== null, isInRow: at.closest('[data-row]') !== null }, areLettersOn());
    if (command === undefined) return;
    event.preventDefault();
    act(command);
  });
}

import type { App } from '../app/app.ts';
import type { Command } from './command.ts';

export function act(app: App, command: Command): void {
  if (app.isCovered) return;
  switch (command) {
    case 'next':
      return app.pane.move(1);
    case 'previous':
      return app.pane.move(-1);
    case 'first':
      return app.pane.goTo(0);
    case 'last':
      return app.pane.goTo(Infinity);
    case 'claim':
      return claimHere(app);
    case 'filter':
      return document.querySelector<HTMLElement>('[data-testid=find]')?.focus();
    case 'help':
      return app.showShortcuts(true);
  }
}

/** The report on screen, or the row that has the focus. */
function claimHere(app: App): void {
  const id = app.room?.id ?? app.pane.focusedId();
  const view = id === undefined ? undefined : app.queue.one(id);
  if (view?.state === 'waiting' && app.steps.answers) void app.atHand.claim(view);
}

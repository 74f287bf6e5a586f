import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import type { Room } from '../case/room.ts';
import { t } from '../language/messages.ts';
import { duesOf, noteOf, wrapUpIn } from './wrap-up.ts';

/** The times first: what was promised comes back, though the note should have to be sent again. Both may be repeated. */
export async function wrapUp(app: App, room: Room): Promise<void> {
  const view = app.current();
  if (view === undefined) return;
  const dues = duesOf(wrapUpIn(room.draft('wrap')));
  if (dues.length > 0 && !(await room.attempt('wrap', () => app.dueApi.set(view.id, dues)))) return;
  if (!(await room.send('wrap', view, (draft) => noteOf(wrapUpIn(draft))))) return;
  room.isWrapping = false;
  await app.reloadCase(t('wrap.saved'));
}

/** Opens the form, and goes there. */
export function beginWrapUp(app: App): void {
  if (app.room === undefined) return;
  app.room.isWrapping = true;
  app.redraw();
  requestAnimationFrame(() => document.getElementById('wrap-said')?.focus());
}

/** In the question whether to close: afterwards nobody holds the report, and nothing is written down any more. */
export function wrapFirst(app: App): TemplateResult {
  const first = () => {
    app.answer(false);
    beginWrapUp(app);
  };
  return html`<p><button type="button" class="plain" data-testid="wrap-first" @click=${first}>${t('wrap.first')}</button></p>`;
}

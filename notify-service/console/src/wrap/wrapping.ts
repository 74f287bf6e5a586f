import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import { focusIfLost } from '../app/focus.ts';
import type { Room } from '../case/room.ts';
import { t } from '../language/messages.ts';
import { duesOf, noteOf, wrapUpIn } from './wrap-up.ts';

/** The times first: what was promised comes back, though the note should have to be sent again. Both may be repeated. */
export async function wrapUp(app: App, room: Room): Promise<void> {
  const view = app.atHand.current();
  if (view === undefined) return;
  if (!(await room.attempt('wrap', () => room.dues.set(duesOf(wrapUpIn(room.draft('wrap'))))))) return;
  if (!(await room.send('wrap', view, (draft) => noteOf(wrapUpIn(draft))))) return;
  room.isWrapping = false;
  room.isWrapped = true;
  await app.atHand.reload(t('wrap.saved'));
  focusIfLost('#wrap > summary');
}

/** In the question whether to close: afterwards nobody holds the report, and nothing is written down any more. */
export function wrapFirst(room: Room, dismiss: () => void): TemplateResult | typeof nothing {
  if (room.isWrapped) return nothing;
  const first = () => {
    dismiss();
    room.isWrapping = true;
    room.touch();
    requestAnimationFrame(() => document.getElementById('wrap-said')?.focus());
  };
  return html`<p><button type="button" class="plain" data-testid="wrap-first" @click=${first}>${t('wrap.first')}</button></p>`;
}

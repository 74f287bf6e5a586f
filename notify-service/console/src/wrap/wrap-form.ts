import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { App } from '../app/app.ts';
import type { Conversation } from '../case/open-conversation.ts';
import { failure } from '../case/reply-form.ts';
import type { Room } from '../case/room.ts';
import { t } from '../language/messages.ts';
import { otherDrafts, undecidedHint } from '../reply/kept.ts';
import { localTime, utcTime } from '../triage/field-view.ts';
import { draftOf, noteOf, wrapUpIn } from './wrap-up.ts';
import type { WrapUp } from './wrap-up.ts';
import { wrapUp } from './wrapping.ts';

/** After a contact: what was said, what was promised, when it is safe next. A minute, and nothing of it has to be filled in. */
export function wrapForm(app: App, room: Room, conversation: Conversation): TemplateResult {
  const wrap = wrapUpIn(room.draft('wrap'));
  const canSave = draftOf(wrap) !== '' && room.busy === undefined && conversation.recipients !== undefined && !conversation.closed;
  const submit = (event: Event) => {
    event.preventDefault();
    if (canSave) void wrapUp(app, room);
  };
  const toggled = (event: Event) => (room.isWrapping = (event.target as HTMLDetailsElement).open);
  return html`
    <details class="panel" id="wrap" data-testid="wrap" ?open=${live(room.isWrapping)} @toggle=${toggled}>
      <summary>${t('wrap.title')}</summary>
      <form data-testid="wrap-form" @submit=${submit}>
        <p class="quiet" role="status">${t('wrap.text')}</p>
        ${otherDrafts(room, 'wrap', (draft) => noteOf(wrapUpIn(draft)))}
        ${text(room, wrap, 'said')} ${text(room, wrap, 'promised')} ${time(room, wrap, 'promisedBy')} ${time(room, wrap, 'safeAt')}
        ${room.failure?.at === 'wrap' ? failure(room.failure.problem) : nothing}
        ${undecidedHint(room, 'wrap')}
        <button type="submit" data-testid="save-wrap" ?disabled=${!canSave}>${t('wrap.save')}</button>
      </form>
    </details>
  `;
}

function text(room: Room, wrap: WrapUp, name: 'said' | 'promised'): TemplateResult {
  const id = `wrap-${name}`;
  return html`
    <label for=${id}>${t(`wrap.${name}`)}</label>
    <textarea id=${id} rows="1" dir="auto" autocomplete="off" data-testid=${id} .value=${live(wrap[name])}
      @input=${(event: Event) => typed(room, wrap, { [name]: (event.target as HTMLTextAreaElement).value })}></textarea>
  `;
}

function time(room: Room, wrap: WrapUp, name: 'promisedBy' | 'safeAt'): TemplateResult {
  const id = `wrap-${name}`;
  return html`
    <label for=${id}>${t(`wrap.${name}`)}</label>
    <input id=${id} type="datetime-local" autocomplete="off" data-testid=${id} .value=${live(localTime(wrap[name]) ?? '')}
      @change=${(event: Event) => typed(room, wrap, { [name]: utcTime((event.target as HTMLInputElement).value) ?? '' })}>
  `;
}

function typed(room: Room, wrap: WrapUp, change: Partial<WrapUp>): void {
  room.type('wrap', draftOf({ ...wrap, ...change }));
}

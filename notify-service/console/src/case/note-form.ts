import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { App } from '../app/app.ts';
import { t } from '../language/messages.ts';
import { otherDrafts, undecidedHint } from '../reply/kept.ts';
import type { Conversation } from './open-conversation.ts';
import { failure } from './reply-form.ts';
import type { Room } from './room.ts';

export function noteForm(app: App, room: Room, conversation: Conversation): TemplateResult {
  const draft = room.draft('note');
  const canSave = draft.trim() !== '' && room.busy === undefined && conversation.recipients !== undefined && !conversation.closed;
  const submit = (event: Event) => {
    event.preventDefault();
    if (canSave) void app.atHand.send('note');
  };
  return html`
    <form class="panel" data-testid="note-form" aria-labelledby="note-title" @submit=${submit}>
      <h2 id="note-title">${t('note.title')}</h2>
      ${otherDrafts(room, 'note')}
      <label for="note-text">${t('note.label')}</label>
      <textarea id="note-text" rows="2" dir="auto" autocomplete="off" data-testid="note-text" .value=${live(draft)}
        @input=${(event: Event) => room.type('note', (event.target as HTMLTextAreaElement).value)}></textarea>
      ${room.failure?.at === 'note' ? failure(room.failure.problem) : nothing}
      ${undecidedHint(room, 'note')}
      <button type="submit" class="plain" data-testid="save-note" ?disabled=${!canSave}>${t('note.save')}</button>
    </form>
  `;
}

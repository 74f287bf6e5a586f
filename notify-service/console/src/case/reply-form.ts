import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { App } from '../app/app.ts';
import { t, tOr } from '../language/messages.ts';
import type { Problem } from '../desk/problem.ts';
import { obstacle } from './gate.ts';
import type { Conversation } from './open-conversation.ts';
import type { Room } from './room.ts';
import { segmentsOf } from './segments.ts';

/** The answer by text: how many segments, who can read it, and why it would not be let out, before it is sent. */
export function replyForm(app: App, room: Room, conversation: Conversation): TemplateResult {
  const stop = obstacle({ ...conversation, texts: app.current()?.texts ?? conversation.texts });
  const draft = room.draft('reply');
  const canSend = stop === undefined && draft.trim() !== '' && room.busy === undefined && conversation.recipients !== undefined;
  const submit = (event: Event) => {
    event.preventDefault();
    if (canSend) void app.send('reply');
  };
  return html`
    <form class="panel" data-testid="reply-form" aria-labelledby="reply-title" @submit=${submit}>
      <h2 id="reply-title">${t('reply.title')}</h2>
      ${stop === undefined ? nothing : html`<p class="warning" id="reply-obstacle" data-testid="reply-obstacle" data-reason=${stop}>${t(`obstacle.${stop}`)}</p>`}
      <label for="reply-text">${t('reply.label')}</label>
      <textarea id="reply-text" rows="4" dir="auto" autocomplete="off" spellcheck="false" data-testid="reply-text"
        aria-describedby="reply-neutral reply-segments" .value=${live(draft)}
        @input=${(event: Event) => room.type('reply', (event.target as HTMLTextAreaElement).value)}></textarea>
      <p class="quiet" id="reply-segments" data-testid="segments">${segmentLine(draft)}</p>
      <p class="quiet" id="reply-neutral">${t('reply.neutral')}</p>
      ${readers(conversation)}
      ${room.failure?.at === 'reply' ? failure(room.failure.problem) : nothing}
      <button type="submit" data-testid="send-reply" ?disabled=${!canSend}>${buttonText(room)}</button>
    </form>
  `;
}

function segmentLine(draft: string): string {
  return t('reply.segments', { ...segmentsOf(draft.trim()) });
}

function readers(conversation: Conversation): TemplateResult | typeof nothing {
  if (conversation.recipients === undefined) return nothing;
  const teams = conversation.recipients.teams.map((team) => team.id).join(', ');
  return html`<p class="quiet" data-testid="readers">${t('reply.readers', { teams })}</p>`;
}

function buttonText(room: Room): string {
  if (room.busy === 'reply') return t('reply.sending');
  return t(room.isUndecided('reply') ? 'reply.again' : 'reply.send');
}

/** Why it was not sent, and that what was typed is still there. */
export function failure(problem: Problem): TemplateResult {
  const why = problem.slug === 'reply-refused'
    ? tOr(`refused.${problem.reason}`, 'refused.other')
    : tOr(`problem.${problem.slug}`, 'problem.other');
  return html`<p class="problem" role="alert" data-testid="send-problem" data-reason=${problem.reason ?? problem.slug}>${why} ${t('reply.kept')}</p>`;
}

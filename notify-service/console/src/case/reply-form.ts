import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { App } from '../app/app.ts';
import { nextSaid } from '../contract/her-time.ts';
import { isSafeAt } from '../contract/terms.ts';
import { whenFields } from '../contract/when-fields.ts';
import type { Problem } from '../desk/problem.ts';
import { t, tOr } from '../language/messages.ts';
import { segmentCheck, tellingCheck } from '../reply/checks.ts';
import { focusField } from '../reply/field.ts';
import { firstHole } from '../reply/holes.ts';
import { otherDrafts, undecidedHint } from '../reply/kept.ts';
import { phrasePicker } from '../reply/phrase-picker.ts';
import { tellings } from '../reply/telling.ts';
import type { Telling } from '../reply/telling.ts';
import { replyToolbar } from '../reply/toolbar.ts';
import { LONGEST, obstacle, unfinished } from './gate.ts';
import type { Unfinished } from './gate.ts';
import type { Conversation } from './open-conversation.ts';
import type { Room } from './room.ts';

/** The answer by text: phrases, how many segments, what it would tell others, and why it would not be let out, before it is sent. */
export function replyForm(app: App, room: Room, conversation: Conversation): TemplateResult {
  const view = app.atHand.current();
  const draft = room.draft('reply');
  const { time } = room.reaching;
  const isSafe = time.when !== 'now' || isSafeAt(conversation.reach, Date.now());
  const stop = obstacle({ conversation, view, timeline: room.timeline, isSafe });
  const open = unfinished(draft);
  const found = tellings(draft, organisations(app, conversation));
  const canSend = stop === undefined && open === undefined && !time.isUnfinished(Date.now()) && draft.trim() !== '' && room.busy === undefined;
  const isRead = room.drafts.haveRead(room.id, 'reply', wordsOf(found));
  const submit = (event: Event) => {
    event.preventDefault();
    if (canSend && isRead) void app.atHand.send('reply');
    else if (canSend) readFirst(room, found);
  };
  return html`
    <form class="panel reply" data-testid="reply-form" aria-labelledby="reply-title" @submit=${submit}>
      <h2 id="reply-title">${t('reply.title')}</h2>
      ${stop === undefined ? nothing : html`<p class="warning" id="reply-obstacle" data-testid="reply-obstacle" data-reason=${stop}>${t(`obstacle.${stop}`, { next: nextSaid(conversation.reach, Date.now()) })}</p>`}
      ${otherDrafts(room, 'reply')}
      ${replyToolbar(room, view?.language ?? '')}
      ${phrasePicker(room, view?.language ?? '')}
      <label for="reply-text">${t('reply.label')}</label>
      <textarea id="reply-text" rows="4" dir="auto" autocomplete="off" spellcheck="false" data-testid="reply-text"
        aria-describedby="reply-neutral reply-segments" .value=${live(draft)}
        @input=${(event: Event) => room.type('reply', (event.target as HTMLTextAreaElement).value)}></textarea>
      <p class="quiet" id="reply-neutral">${t('reply.neutral')}</p>
      ${segmentCheck(room, draft)}
      ${tellingCheck(found)}
      ${readers(conversation)}
      ${whenFields(room, conversation)}
      ${room.failure?.at === 'reply' ? failure(room.failure.problem) : nothing}
      ${undecidedHint(room, 'reply')}
      ${open === undefined ? nothing : whatIsOpen(room, open)}
      <button type="submit" data-testid="send-reply" ?disabled=${!canSend} aria-describedby=${stop !== undefined ? 'reply-obstacle' : open !== undefined ? 'reply-open' : nothing}>${buttonText(room, found.length > 0 && isRead)}</button>
    </form>
  `;
}

/** A text that tells something goes out at the second press only, after its list had the focus. */
function readFirst(room: Room, found: readonly Telling[]): void {
  room.drafts.read(room.id, 'reply', wordsOf(found));
  room.touch();
  document.getElementById('reply-tellings')?.focus();
}

function wordsOf(found: readonly Telling[]): readonly string[] {
  return found.map(({ words }) => words);
}

/** The names that no text may carry: the product's, and those of everybody who may read the report. */
function organisations(app: App, conversation: Conversation): readonly string[] {
  const own = app.me.teams.flatMap((team) => [team.label, team.id, team.organisation]);
  const readers = conversation.recipients?.teams.flatMap((team) => [team.id, team.organisation]) ?? [];
  return [...new Set(['Ovoz', ...own, ...readers])];
}

function whatIsOpen(room: Room, open: Unfinished): TemplateResult {
  const go = () => focusField(firstHole(room.draft('reply')));
  return html`
    <p class="warning" id="reply-open" data-testid="reply-open" data-reason=${open.why}>
      ${open.why === 'hole'
        ? html`${t('obstacle.hole', { hole: open.hole })} <button type="button" class="plain" data-testid="to-hole" @click=${go}>${t('reply.toHole')}</button>`
        : t('obstacle.tooLong', { n: LONGEST })}
    </p>`;
}

function readers(conversation: Conversation): TemplateResult | typeof nothing {
  if (conversation.recipients === undefined) return nothing;
  const teams = conversation.recipients.teams.map((team) => team.id).join(', ');
  return html`<p class="quiet" data-testid="readers">${t('reply.readers', { teams })}</p>`;
}

function buttonText(room: Room, isTelling: boolean): string {
  if (room.busy === 'reply') return t('reply.sending');
  if (room.isUndecided('reply')) return t('reply.again');
  if (isTelling) return t('reply.anyway');
  return t(room.reaching.time.when === 'now' ? 'reply.send' : 'contract.schedule');
}

/** Why it was not sent, and that what was typed is still there. */
export function failure(problem: Problem): TemplateResult {
  const why = problem.slug === 'reply-refused'
    ? tOr(`refused.${problem.reason}`, 'refused.other')
    : tOr(`problem.${problem.slug}`, 'problem.other');
  return html`<p class="problem" role="alert" data-testid="send-problem" data-reason=${problem.reason ?? problem.slug}>${why} ${t('reply.kept')}</p>`;
}

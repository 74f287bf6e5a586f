import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { App } from '../app/app.ts';
import { lineFate } from '../contract/waiting-list.ts';
import type { CaseView } from '../desk/api.ts';
import { attachmentsView } from '../attachment/attachment-view.ts';
import { comingWith, enclosedIn, straysIn } from '../attachment/of-message.ts';
import { moment } from '../language/moment.ts';
import { t } from '../language/messages.ts';
import type { Conversation, Line } from './open-conversation.ts';
import type { Room } from './room.ts';

export function conversationView(app: App, room: Room, view: CaseView): TemplateResult {
  return html`
    <section aria-labelledby="conversation-title" data-testid="conversation">
      <h2 id="conversation-title">${t('case.conversation')}</h2>
      ${room.conversation === undefined ? sealed(app, room, view) : opened(app, room, view, room.conversation)}
    </section>
  `;
}

function sealed(app: App, room: Room, view: CaseView): TemplateResult | typeof nothing {
  if (room.isErased) return html`<p class="sealed" role="alert" data-testid="erased">${t('case.shredded')}</p>`;
  if (room.busy === 'opening') return html`<p class="sealed" data-testid="opening">${t('case.opening')}</p>`;
  if (!app.queue.isMine(view)) return html`<p class="sealed" data-testid="sealed">${whySealed(view)}</p>`;
  if (app.keys.ring === undefined) return html`<p class="sealed" data-testid="sealed">${t('keys.title')}.</p>`;
  if (room.keys(view) === undefined) return html`<p class="problem" data-testid="no-key">${t('case.noKey')}</p>`;
  return html`<p class="sealed"><button data-testid="open-conversation" @click=${() => app.atHand.open()}>${t('case.open')}</button></p>`;
}

function whySealed(view: CaseView): string {
  if (view.state === 'closed') return t('case.sealedClosed');
  return view.claimedBy ? t('case.sealedOther', { who: view.claimedBy }) : t('case.sealed');
}

function opened(app: App, room: Room, view: CaseView, conversation: Conversation): TemplateResult {
  return html`
    ${conversation.recipients === undefined ? html`<p class="problem" role="alert" data-testid="forged">${t('case.forged')}</p>` : nothing}
    ${conversation.linked ? html`<p class="hint" data-testid="proposed-link">${t('case.link')}</p>` : nothing}
    ${conversation.lines.length === 0 ? html`<p class="empty">${t('case.empty')}</p>` : nothing}
    <ol class="lines" data-testid="lines">${repeat(conversation.lines, (line) => line.id, (line) => lineView(app, room, view, line, conversation))}</ol>
    ${strays(app, room, view, conversation)}
    <div role="status">
      ${room.hasNews(view)
        ? html`<p class="hint" data-testid="news">${t('case.newWords')} <button data-testid="show-news" ?disabled=${room.busy !== undefined} @click=${() => app.atHand.open()}>${t('case.showNew')}</button></p>`
        : nothing}
    </div>
  `;
}

/** A text is drawn as text and nothing else; each finds its own direction. */
function lineView(app: App, room: Room, view: CaseView, line: Line, conversation: Conversation): TemplateResult {
  if ('unopened' in line) {
    return html`<li class="line unopened" data-testid="line" data-kind="unopened"><p class="line-head">${moment(line.at)}</p><p>${t('case.unopened', { reason: t(`reason.${line.unopened}`) })}</p></li>`;
  }
  const { kind, text } = line.content;
  return html`<li class="line ${kind}" data-testid="line" data-kind=${kind}>
    <p class="line-head"><strong>${t(`line.${kind}`)}</strong> ${moment(line.at)}${lineFate(line.id, conversation)}</p>
    <p class="line-text" dir="auto" data-testid="line-text">${text}</p>
    ${attachmentsView(app, room, view, enclosedIn(conversation, line.id), comingWith(conversation, line))}
  </li>`;
}

/** What names a message that cannot be read here is shown all the same. */
function strays(app: App, room: Room, view: CaseView, conversation: Conversation): TemplateResult | typeof nothing {
  return attachmentsView(app, room, view, straysIn(conversation), 0);
}

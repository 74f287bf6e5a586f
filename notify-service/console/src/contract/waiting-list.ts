import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import type { Conversation } from '../case/open-conversation.ts';
import type { Room } from '../case/room.ts';
import type { CaseView } from '../desk/api.ts';
import { t } from '../language/messages.ts';
import { minute } from '../language/time.ts';

/** The answers that wait for a safe hour, each with the way to take it back. */
export function waitingList(app: App, room: Room, view: CaseView, conversation: Conversation): TemplateResult | typeof nothing {
  const { waiting } = conversation.reach;
  const isOld = (view.replies.scheduled ?? 0) !== waiting.length;
  if (waiting.length === 0 && !isOld) return nothing;
  const canAct = app.queue.isMine(view) && room.keys(view) !== undefined && !room.reaching.busy;
  return html`
    <h3>${t('contract.waitingTitle')}</h3>
    <ul class="plain-list" data-testid="waiting">
      ${waiting.map(({ itemId, goesAt }) => html`
        <li data-testid="waiting-reply">
          <strong>${t('contract.waitsUntil', { at: minute(goesAt, Date.now()) })}</strong> <bdi class="quiet">${textOf(conversation, itemId)}</bdi>
          <button class="plain" data-testid="take-back" ?disabled=${!canAct} @click=${() => void takeBack(app, room, view, itemId)}>${t('contract.takeBack')}</button>
        </li>`)}
    </ul>
    ${isOld ? html`<p class="hint" role="status" data-testid="waiting-old">${t('contract.changed')} <button class="plain" data-testid="look-again" ?disabled=${room.busy !== undefined} @click=${() => void app.atHand.open()}>${t('contract.look')}</button></p>` : nothing}
    ${room.reaching.form === undefined && room.reaching.problem !== '' ? html`<p class="problem" role="alert" data-testid="waiting-problem">${room.reaching.problem}</p>` : nothing}
  `;
}

async function takeBack(app: App, room: Room, view: CaseView, reply: string): Promise<void> {
  const keys = room.keys(view);
  if (keys === undefined) return;
  const done = await room.reaching.takeBack(keys, reply);
  await app.atHand.reloadReaders(done ? t('contract.takenBack') : '');
}

function textOf({ lines }: Conversation, id: string): string {
  const line = lines.find((one) => one.id === id);
  return line !== undefined && 'content' in line ? line.content.text : '';
}

/** What became of an answer that was handed over. */
export function replySaid(goesAt: string | undefined): string {
  return goesAt === undefined ? t('reply.sent') : t('contract.scheduled', { at: minute(goesAt, Date.now()) });
}

/** Beside an answer that has not gone out. */
export function lineFate(id: string, { reach }: Conversation): TemplateResult | typeof nothing {
  const goesAt = reach.waiting.find(({ itemId }) => itemId === id)?.goesAt;
  if (goesAt !== undefined) return html` <span class="label" data-testid="line-waits">${t('contract.waitsUntil', { at: minute(goesAt, Date.now()) })}</span>`;
  return reach.notSent.includes(id) ? html` <span class="label" data-testid="line-not-sent">${t('contract.notSent')}</span>` : nothing;
}

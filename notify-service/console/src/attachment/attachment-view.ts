import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { App } from '../app/app.ts';
import type { Room } from '../case/room.ts';
import type { CaseView } from '../desk/api.ts';
import { t, tOr } from '../language/messages.ts';
import { familyOf } from './enclosed.ts';
import type { Enclosed } from './enclosed.ts';
import { lookView } from './look-view.ts';

/** What came with one message; `coming` more are not stored yet. */
export function attachmentsView(app: App, room: Room, view: CaseView, all: readonly Enclosed[], coming: number): TemplateResult | typeof nothing {
  if (all.length === 0 && coming === 0) return nothing;
  return html`
    ${all.length === 0 ? nothing : html`<ul class="attachments">${repeat(all, (one) => one.id, (one) => attachmentView(room, view, one))}</ul>`}
    ${coming === 0 ? nothing : stillComing(app, room, coming)}
  `;
}

function stillComing(app: App, room: Room, count: number): TemplateResult {
  return html`<p class="attachment-coming" data-testid="attachments-coming">
    ${t('attachment.waiting', { count })}
    <button class="plain" data-testid="look-again" ?disabled=${room.busy !== undefined} @click=${() => app.atHand.open()}>${t('attachment.look')}</button>
  </p>`;
}

function attachmentView(room: Room, view: CaseView, one: Enclosed): TemplateResult {
  if (one.head.failed !== undefined) return lost(one);
  const look = room.looks.of(one.id);
  return html`<li class="attachment" data-testid="attachment" data-look=${look?.is ?? 'closed'}>
    <p class="attachment-head"><span>${nameOf(one)}</span> ${switchOf(room, view, one, look !== undefined)}</p>
    ${look?.is === 'picture' || look?.is === 'sound' ? html`<p class="attachment-hint">${t('attachment.hint')}</p>` : nothing}
    <div role="status">${look === undefined ? nothing : lookView(room, view, one, look)}</div>
  </li>`;
}

/** One button in its place, so that whoever works with the keyboard stays where they are. */
function switchOf(room: Room, view: CaseView, one: Enclosed, isOpen: boolean): TemplateResult {
  const says = isOpen ? t('attachment.close') : t('attachment.open');
  const act = () => (isOpen ? room.looks.close(one.id) : room.look(view, one));
  return html`<button class="plain" data-testid="attachment-switch" aria-label=${`${says}: ${nameOf(one)}`} ?disabled=${!isOpen && room.keys(view) === undefined} @click=${act}>${says}</button>`;
}

function lost(one: Enclosed): TemplateResult {
  const why = tOr(`attachment.lost.${one.head.failed}`, 'attachment.lost.not-given');
  return html`<li class="attachment" data-testid="attachment" data-look="lost">
    <p>${t('attachment.lost', { what: t(`attachment.${familyOf(one.head.label)}`), why })}</p>
  </li>`;
}

function nameOf(one: Enclosed): string {
  return `${t(`attachment.${familyOf(one.head.label)}`)} · ${sizeInWords(one.head.size)}`;
}

function sizeInWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1000 ? t('attachment.kb', { n: kilobytes }) : t('attachment.mb', { n: (bytes / 1024 / 1024).toFixed(1) });
}

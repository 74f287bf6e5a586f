import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Room } from '../case/room.ts';
import type { CaseView } from '../desk/api.ts';
import { t, tOr } from '../language/messages.ts';
import { familyOf } from './enclosed.ts';
import type { Enclosed } from './enclosed.ts';
import type { Look } from './looks.ts';

/** What is on screen of an attachment that somebody opened. */
export function lookView(room: Room, view: CaseView, one: Enclosed, look: Look): TemplateResult {
  switch (look.is) {
    case 'coming':
      return coming(look.done, look.of);
    case 'picture':
      return picture(room, one, look.canvas, look.isLarge);
    case 'sound':
      return sound(room, one, look.url);
    case 'not-shown':
      return html`<p class="hint" data-testid="not-shown" data-why=${look.why}>${t(`attachment.none.${look.why}`)} ${sentAs(one, look.why)}</p>`;
    case 'failed':
      return failed(room, view, one, look.slug);
  }
}

function coming(done: number, of: number): TemplateResult {
  const says = t('attachment.coming', { done, of });
  return html`<p data-testid="attachment-arriving">${says} <progress aria-label=${says} .value=${done} max=${of}></progress></p>`;
}

function picture(room: Room, one: Enclosed, canvas: HTMLCanvasElement, isLarge: boolean): TemplateResult {
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', t('attachment.alt'));
  return html`
    <div class=${isLarge ? 'picture large' : 'picture'} tabindex=${isLarge ? 0 : nothing} role=${isLarge ? 'region' : nothing} aria-label=${isLarge ? t('attachment.alt') : nothing} data-testid="picture">${canvas}</div>
    <button class="plain" data-testid="enlarge" aria-pressed=${isLarge} @click=${() => room.looks.enlarge(one.id, !isLarge)}>${t('attachment.larger')}</button>
  `;
}

/** Plays from memory. What the browser cannot play is said, and nothing of it stays. */
function sound(room: Room, one: Enclosed, url: string): TemplateResult {
  return html`<audio controls preload="metadata" controlslist="nodownload noremoteplayback" disableremoteplayback data-testid="sound"
    aria-label=${t('attachment.soundAlt')} .src=${url} @error=${() => room.looks.unplayable(one.id)}></audio>`;
}

/** Named only where it is something else than it was sent as. */
function sentAs(one: Enclosed, why: string): string {
  const family = familyOf(one.head.label);
  const isOfThatKind = ['heic', 'too-many-pixels', 'no-player', 'broken'].includes(why);
  return family === 'file' || isOfThatKind ? '' : t(`attachment.sentAs.${family}`);
}

function failed(room: Room, view: CaseView, one: Enclosed, slug: string): TemplateResult {
  const says = slug === 'forged' ? t('attachment.forged') : tOr(`problem.${slug}`, 'problem.other');
  const again = html`<button class="plain" data-testid="attachment-again" @click=${() => room.look(view, one)}>${t('attachment.again')}</button>`;
  return html`<p class="problem" data-testid="attachment-problem" data-reason=${slug}>${says} ${slug === 'forged' ? nothing : again}</p>`;
}

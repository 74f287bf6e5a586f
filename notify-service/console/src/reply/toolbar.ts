import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Room } from '../case/room.ts';
import { t } from '../language/messages.ts';
import { focusField, write } from './field.ts';
import { OPENER, PICKER, togglePicker } from './phrase-picker.ts';
import { phraseTag, toolsOf } from './tools.ts';
import { scriptOf, toCyrillic, toLatin } from './uzbek.ts';

/** What helps to write: phrases, the other script of Uzbek, and a way back. */
export function replyToolbar(room: Room, reporters: string): TemplateResult {
  const tools = toolsOf(room);
  return html`
    <div class="reply-tools">
      <button type="button" class="plain" id=${OPENER} data-testid="phrases-open" aria-expanded=${String(tools.isOpen)} aria-controls=${tools.isOpen ? PICKER : nothing}
        @click=${() => togglePicker(room)}>${t('phrases.open')}</button>
      ${isUzbek(tools.chosen ?? phraseTag(reporters)) || isUzbek(reporters) ? otherScript(room) : nothing}
      ${wayBack(room)}
    </div>`;
}

function isUzbek(tag: string): boolean {
  return tag.split('-')[0] === 'uz';
}

function otherScript(room: Room): TemplateResult {
  const text = room.draft('reply');
  const script = scriptOf(text);
  const change = () => write(room, script === 'Cyrl' ? toLatin(text) : toCyrillic(text));
  return html`<button type="button" class="plain" data-testid="other-script" ?disabled=${script === undefined} @click=${change}>${t(script === 'Cyrl' ? 'reply.toLatin' : 'reply.toCyrillic')}</button>`;
}

function wayBack(room: Room): TemplateResult | typeof nothing {
  const can = room.drafts.canUndo(room.id, 'reply');
  if (can === undefined) return nothing;
  const undo = () => {
    room.drafts.undo(room.id, 'reply');
    room.touch();
    focusField();
  };
  return html`<button type="button" class="plain" data-testid="reply-undo" @click=${undo}>${t(`reply.${can}`)}</button>`;
}

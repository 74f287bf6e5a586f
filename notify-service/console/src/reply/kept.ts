import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { DRAFT_KINDS } from '../case/draft.ts';
import type { DraftKind } from '../case/draft.ts';
import type { Room } from '../case/room.ts';
import type { CaseView } from '../desk/api.ts';
import { t } from '../language/messages.ts';
import { focusField } from './field.ts';

/** In place of the form, when the claim has ended while somebody was writing: nothing is lost. */
export function keptDraft(room: Room, view: CaseView): TemplateResult | typeof nothing {
  if (view.state === 'closed' || DRAFT_KINDS.every((kind) => room.draft(kind) === '')) return nothing;
  return html`<p class="hint" role="alert" data-testid="draft-kept">${t('draft.kept')}</p>`;
}

/** What else was written for this report: in a tab that is gone, or before the key was opened again. `words` says what a draft reads like. */
export function otherDrafts(room: Room, kind: DraftKind, words: (draft: string) => string = (draft) => draft): TemplateResult | typeof nothing {
  const others = room.drafts.others(room.id, kind);
  if (others.length === 0 && !room.drafts.isVolatile) return nothing;
  return html`
    ${room.drafts.isVolatile ? html`<p class="quiet" data-testid="draft-volatile">${t('draft.volatile')}</p>` : nothing}
    ${others.length === 0
      ? nothing
      : html`
        <div class="hint" data-testid="other-drafts" data-kind=${kind}>
          <p>${t('draft.others')}</p>
          <ul>${others.map((text, index) => other(room, kind, words(text), index))}</ul>
        </div>`}
  `;
}

function other(room: Room, kind: DraftKind, text: string, index: number): TemplateResult {
  const does = (what: 'useOther' | 'dropOther') => () => {
    room.drafts[what](room.id, kind, index);
    room.touch();
    focusField(undefined, `${kind}-text`);
  };
  return html`
    <li>
      <span class="line-text" dir="auto" data-testid="other-draft">${text}</span>
      <span class="buttons">
        <button type="button" class="plain" data-testid="drop-other" @click=${does('dropOther')}>${t('draft.drop')}</button>
        <button type="button" class="plain" data-testid="use-other" @click=${does('useOther')}>${t('draft.use')}</button>
      </span>
    </li>`;
}

/** Nobody knows whether it has arrived; to send it again is safe. */
export function undecidedHint(room: Room, kind: DraftKind): TemplateResult | typeof nothing {
  if (!room.isUndecided(kind) || room.busy === kind) return nothing;
  return html`<p class="quiet" data-testid="undecided">${t('reply.undecided')}</p>`;
}

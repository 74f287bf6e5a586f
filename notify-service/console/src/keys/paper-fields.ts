import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Recovery } from '../desk/key-api.ts';
import { t } from '../language/messages.ts';
import { submitted } from './submitted.ts';
import type { KeyRoom } from './key-room.ts';

/** As many fields as any set needs; those that are left empty are not asked for. */
export function mostNeeded(all: readonly Recovery[] | undefined): number {
  return Math.max(2, ...(all ?? []).map((one) => one.needed));
}

/** As many fields as papers are needed. */
export function typed(room: KeyRoom, what: 'drill' | 'recover', needed: number): TemplateResult {
  const fields = Array.from({ length: needed }, (_, i) => i);
  return html`
    <form class="stack" data-testid=${what} @submit=${(event: SubmitEvent) => submitted(event, (field) => room.usePapers(what, fields.map((i) => field(`paper-${i}`))))}>
      ${fields.map((i) => html`<label>${t('recovery.typePaper', { number: String(i + 1) })}
        <textarea name="paper-${i}" data-testid="${what}-paper" rows="2" autocomplete="off" autocapitalize="characters" spellcheck="false" ?required=${i < 2}></textarea></label>`)}
      <button data-testid="${what}-button" ?disabled=${room.busy}>${t(what === 'drill' ? 'recovery.drill' : 'recovery.recover')}</button>
    </form>
  `;
}

import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { t } from '../language/messages.ts';
import { languageName, regionName } from '../language/names.ts';
import { gapsOf } from './plan.ts';
import type { ShiftRoom } from './shift-room.ts';
import { point } from './when.ts';

const AHEAD_HOURS = 7 * 24;
const SHOWN = 12;

/** When nobody reads a language for a place, in words. What is never read in the fortnight comes last: that is known, and no hole in a plan. */
export function gapsView(room: ShiftRoom): TemplateResult {
  const gaps = gapsOf(room.cells, Date.now(), AHEAD_HOURS);
  return html`
    <section class="panel" aria-labelledby="gaps" data-testid="gaps">
      <h2 id="gaps">${t('shifts.gaps')}</h2>
      <p class="quiet">${t('shifts.gapsText')}</p>
      ${gaps.length === 0 ? html`<p class="good" data-testid="no-gaps">${t('shifts.noGaps')}</p>` : html`
        <ul class="plain-list">${gaps.slice(0, SHOWN).map((gap) => html`
          <li data-testid="gap" data-language=${gap.language} data-region=${gap.region}>${gap.isAll
            ? t('shifts.gapAlways', { language: languageName(gap.language), region: regionName(gap.region) })
            : t('shifts.gap', { language: languageName(gap.language), region: regionName(gap.region), from: point(gap.from), until: point(gap.until) })}</li>`)}
        </ul>`}
      ${gaps.length <= SHOWN ? nothing : html`<p class="quiet">${t('shifts.moreGaps', { n: gaps.length - SHOWN })}</p>`}
    </section>`;
}

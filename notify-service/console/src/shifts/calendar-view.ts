import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { t } from '../language/messages.ts';
import type { ShiftRoom } from './shift-room.ts';

/** My hours in a calendar program. Nothing in it says what for, but whoever has the address reads the hours. */
export function calendarView(room: ShiftRoom): TemplateResult {
  return html`
    <details class="panel keeping" data-testid="calendar"><summary><h2>${t('shifts.calendar')}</h2></summary>
      <p>${t('shifts.calendarText', { word: 'Duty' })}</p>
      ${room.calendar === undefined ? nothing : html`<p class="hint" role="status">${t('shifts.calendarOnce')} <code data-testid="calendar-address">${room.calendar}</code></p>`}
      <div class="buttons start">
        <button class="plain" data-testid="open-calendar" ?disabled=${room.doing.busy} @click=${() => void room.openCalendar()}>${t('shifts.openCalendar')}</button>
        <button class="plain" data-testid="close-calendar" ?disabled=${room.doing.busy} @click=${() => void room.closeCalendar()}>${t('shifts.closeCalendar')}</button>
      </div>
    </details>`;
}

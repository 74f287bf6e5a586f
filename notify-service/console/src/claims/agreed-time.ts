import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { clock } from '../language/time.ts';
import { t } from '../language/messages.ts';

/** A time of day as somebody says it: the next one there is, within a day. */
export class AgreedTime {
  text = '';

  constructor(private readonly changed: () => void) {}

  type(text: string): void {
    this.text = text;
    this.changed();
  }

  until(now: number): string | undefined {
    return nextTime(this.text, now);
  }
}

/** `18:40` by this device's clock, today or else tomorrow; undefined for what is no time. */
export function nextTime(text: string, now: number): string | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (hours === undefined) return undefined;
  const at = new Date(now);
  at.setHours(Number(hours), Number(minutes), 0, 0);
  if (at.getTime() <= now) at.setDate(at.getDate() + 1);
  return at.toISOString();
}

export function agreedTimeView(time: AgreedTime): TemplateResult {
  const now = Date.now();
  const until = time.until(now);
  return html`
    <label for="agreed-time">${t('claims.agreeTime')}</label>
    <input id="agreed-time" type="time" data-testid="agreed-time" aria-describedby="agreed-hint" .value=${live(time.text)}
      @input=${(event: Event) => time.type((event.target as HTMLInputElement).value)}>
    <p class="quiet" id="agreed-hint" role="status">${until === undefined ? '' : t('claims.agreeHint', { at: clock(until, now) })}</p>
  `;
}

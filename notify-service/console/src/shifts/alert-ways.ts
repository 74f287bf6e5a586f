import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { AlertWays } from '../desk/shift-api.ts';
import { t } from '../language/messages.ts';
import { zone } from '../people/parts.ts';
import { channelName } from '../people/person-form.ts';
import { CHANNELS } from '../people/read-form.ts';
import { onSubmit } from '../referral/fields.ts';
import type { AlertRoom } from './alert-room.ts';

/** How I am alerted, without a number; and my quiet hours, which are mine to set. */
export function alertWays(room: AlertRoom): TemplateResult | typeof nothing {
  return room.ways === undefined ? nothing : html`
    <section class="panel alert-ways" aria-labelledby="alert-ways" data-testid="alert-ways">
      <h2 id="alert-ways">${t('shifts.waysTitle')}</h2>
      ${ways(room.ways)}
      ${quiet(room, room.ways)}
    </section>`;
}

function ways({ channels, coverText }: AlertWays): TemplateResult {
  return html`
    <ul class="plain-list">${CHANNELS.map((channel) => html`
      <li data-testid="way" data-way=${channel} data-is-set=${String(channels.includes(channel))}>${channelName(channel)}: <strong>${t(channels.includes(channel) ? 'shifts.waySet' : 'shifts.wayNotSet')}</strong></li>`)}
    </ul>
    ${channels.includes('call') ? nothing : html`<p class="warning">${t('shifts.noCall')}</p>`}
    <p class="quiet">${t('shifts.waysText')} ${coverText ? t('shifts.waysCover', { text: coverText.replace('{}', 'K7Q2-1') }) : nothing}</p>`;
}

function quiet(room: AlertRoom, { quiet: kept }: AlertWays): TemplateResult {
  return html`
    <form class="stack" data-testid="quiet-form" @submit=${onSubmit((fields) => void room.saveQuiet(fields))}>
      <h3>${t('people.quiet')}</h3>
      <p class="quiet">${t('shifts.quietText')}</p>
      <div class="side">
        <label>${t('people.from')} <input name="quietFrom" data-testid="quiet-from" type="time" value=${kept?.from.slice(0, 5) ?? ''} required /></label>
        <label>${t('people.until')} <input name="quietUntil" data-testid="quiet-until" type="time" value=${kept?.until.slice(0, 5) ?? ''} required /></label>
      </div>
      ${zone(kept?.zone)}
      ${room.doing.problem === '' ? nothing : html`<p class="problem" role="alert">${room.doing.problem}</p>`}
      <p class="good" role="status" data-testid="quiet-said">${room.said}</p>
      <div class="buttons start">
        <button type="submit" data-testid="save-quiet" ?disabled=${room.doing.busy}>${t('people.save')}</button>
        ${kept ? html`<button class="plain" type="button" data-testid="never-quiet" ?disabled=${room.doing.busy} @click=${() => void room.neverQuiet()}>${t('shifts.neverQuiet')}</button>` : nothing}
      </div>
    </form>`;
}

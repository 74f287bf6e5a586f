import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { App } from '../app/app.ts';
import { linkTo } from '../app/route.ts';
import type { Duty, Offered } from '../desk/shift-api.ts';
import { t } from '../language/messages.ts';
import { age } from '../language/time.ts';
import { hasBegun, mayCheckIn } from './plan.ts';
import type { ShiftRoom } from './shift-room.ts';
import { dayKey, dayTitle, span } from './when.ts';

/** My next duties with what makes them count, and what colleagues would like to give away. */
export function myDuties(app: App, room: ShiftRoom): TemplateResult {
  const { mine, offers } = room;
  const others = offers.filter(({ handle }) => handle !== app.me.handle);
  return html`
    <section class="panel" aria-labelledby="my-duties" data-testid="my-duties">
      <h2 id="my-duties">${t('shifts.mine')}</h2>
      ${mine?.length === 0 ? html`<p class="empty" data-testid="no-duties">${t('shifts.noDuties')}</p>` : nothing}
      <ol class="duties">${repeat(mine ?? [], ({ id }) => id, (duty) => dutyLine(app, room, duty))}</ol>
    </section>
    ${others.length === 0 ? nothing : html`
      <section class="panel" aria-labelledby="swaps" data-testid="swaps">
        <h2 id="swaps">${t('shifts.swaps')}</h2>
        <p class="quiet">${t('shifts.swapsText')}</p>
        <ul class="duties">${others.map((offer) => swapLine(room, offer))}</ul>
      </section>`}`;
}

function dutyLine(app: App, room: ShiftRoom, duty: Duty): TemplateResult {
  const now = Date.now();
  const canCheckIn = mayCheckIn(duty, now);
  return html`
    <li data-testid="duty" data-id=${duty.id} data-checked-in=${String(duty.checkedIn)} data-opened=${String(duty.opened)} data-offered=${String(duty.offered)}>
      <p class="duty-when"><strong>${dayTitle(dayKey(duty.from))}</strong> ${span(duty.from, duty.until)} <span class="age">(${hasBegun(duty, now) ? t('shifts.runs') : age(duty.from, now)})</span></p>
      <p class="quiet">${duty.team}${duty.offered ? html` <span class="label offered">${t('shifts.offered')}</span>` : nothing}</p>
      ${canCheckIn ? checkIn(app, room, duty) : nothing}
      ${hasBegun(duty, now) ? nothing : html`<div class="buttons start">${duty.offered
        ? html`<button class="plain" data-testid="take-back" ?disabled=${room.doing.busy} @click=${() => void room.takeBack(duty)}>${t('shifts.takeBack')}</button>`
        : html`<button class="plain" data-testid="offer" ?disabled=${room.doing.busy} @click=${() => void room.offer(duty)}>${t('shifts.offer')}</button>`}</div>`}
    </li>`;
}

/** Two things make sure of a duty: the phone rings, and the key opens. Each is said by itself. */
function checkIn(app: App, room: ShiftRoom, duty: Duty): TemplateResult {
  const { busy } = room.doing;
  const hasKey = app.keys.ring?.ofTeam(duty.team) !== undefined;
  return html`
    <div class="check-in" data-testid="check-in">
      <ul>
        <li class=${duty.opened ? 'good' : 'quiet'} data-testid="key-state">${t(duty.opened ? 'shifts.keyOpens' : 'shifts.keyNotShown')}</li>
        <li class=${duty.rang ? 'good' : 'quiet'} data-testid="phone-state">${t(duty.rang ? 'shifts.phoneRang' : 'shifts.phoneNotTried')}</li>
      </ul>
      ${duty.checkedIn ? nothing : html`<p>${t('shifts.checkInText')}</p>`}
      ${duty.opened || hasKey ? nothing : html`<p class="warning" data-testid="open-key-first">${t('shifts.openKeyFirst')} <a href=${linkTo({ page: 'keys' })}>${t('keys.page')}</a></p>`}
      <div class="buttons start">
        ${duty.opened || !hasKey ? nothing : html`<button data-testid="show-that-i-read" ?disabled=${busy} @click=${() => void room.showThatIRead(duty)}>${t('shifts.showThatIRead')}</button>`}
        ${duty.rang ? nothing : html`<button class="plain" data-testid="ring" ?disabled=${busy} @click=${() => void room.ring(duty)}>${t('shifts.ring')}</button>`}
      </div>
      ${room.cannotOpen === duty.id ? html`
        <div class="problem" role="alert" data-testid="cannot-open">
          <p>${t('shifts.cannotOpen', { team: duty.team })}</p>
          <p><a href=${linkTo({ page: 'keys' })} data-testid="way-back">${t('shifts.wayBack')}</a></p>
        </div>` : nothing}
    </div>`;
}

function swapLine(room: ShiftRoom, offer: Offered): TemplateResult {
  return html`
    <li data-testid="swap" data-id=${offer.duty}>
      <p class="duty-when"><strong>${dayTitle(dayKey(offer.from))}</strong> ${span(offer.from, offer.until)}</p>
      <p class="quiet">${offer.team} · ${t('shifts.by', { who: offer.handle })}</p>
      <button data-testid="take" ?disabled=${room.doing.busy} @click=${() => void room.take(offer)}>${t('shifts.take')}</button>
    </li>`;
}

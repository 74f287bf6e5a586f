import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import type { OnCall, TeamDuty } from '../desk/shift-api.ts';
import { t } from '../language/messages.ts';
import { choice } from '../referral/fields.ts';
import { byDay, hasBegun, suretyOf } from './plan.ts';
import type { Surety } from './plan.ts';
import type { ShiftRoom } from './shift-room.ts';
import { dayTitle, point, span } from './when.ts';

/** Who is there at this moment, and how sure that is. */
export function onCallView(room: ShiftRoom): TemplateResult | typeof nothing {
  return room.onCall.length === 0 ? nothing : html`
    <section class="panel" aria-labelledby="on-call" data-testid="on-call">
      <h2 id="on-call">${t('shifts.now')}</h2>
      <ul class="plain-list">${room.onCall.map(team)}</ul>
    </section>`;
}

function team({ team: id, now, next }: OnCall): TemplateResult {
  return html`
    <li data-testid="on-call-team" data-team=${id}>
      <strong>${id}</strong>
      ${now.length === 0 ? html`<span class="late" data-testid="nobody-now">${t('shifts.nobodyNow')}</span>` : html`
        <ul class="there">${now.map(({ handle, how, opened, until }) => html`
          <li data-testid="there" data-handle=${handle}>${handle} ${how === 'standing' ? html`<span class="quiet">${t('shifts.standing')}</span>` : mark(suretyOf({ checkedIn: how === 'checked-in', opened }))}
            ${until ? html`<span class="quiet">${t('shifts.until', { at: point(until) })}</span>` : nothing}</li>`)}
        </ul>`}
      ${next.length === 0 ? nothing : html`<p class="quiet">${t('shifts.next', { who: next.map(({ handle }) => handle).join(', '), at: point(next[0]!.from) })}</p>`}
    </li>`;
}

/** The coming days as a list: one under the other on a phone, beside each other where there is room. */
export function weekView(app: App, room: ShiftRoom): TemplateResult {
  const shown = room.ofTeams.filter((duty) => room.team === '' || duty.team === room.team);
  const days = byDay(shown, Date.now(), room.days);
  return html`
    <section class="panel" aria-labelledby="week" data-testid="week">
      <h2 id="week">${t('shifts.week')}</h2>
      ${app.me.teams.length < 2 ? nothing : html`<div class="filters">${choice('week-team', t('people.team'), t('people.all'), app.me.teams.map(({ id }) => ({ code: id, name: id })), room.team, (id) => room.show({ team: id }))}</div>`}
      ${shown.length === 0 ? html`<p class="empty" data-testid="nothing-planned">${t('shifts.nothingPlanned')}</p>` : html`<ol class="days">${days.map(({ key, duties }) => html`
        <li data-testid="day" data-day=${key}>
          <h3>${dayTitle(key)}</h3>
          ${duties.length === 0 ? html`<p class="late" data-testid="nobody-planned">${t('shifts.nobodyPlanned')}</p>` : html`<ul>${duties.map((duty) => planned(duty, app.me.handle, app.me.teams.length > 1))}</ul>`}
        </li>`)}
      </ol>`}
      ${room.days > 7 || shown.length === 0 ? nothing : html`<button class="plain" data-testid="more-days" @click=${() => room.show({ days: 14 })}>${t('shifts.moreDays')}</button>`}
    </section>`;
}

function planned(duty: TeamDuty, me: string, withTeam: boolean): TemplateResult {
  return html`
    <li class=${duty.handle === me ? 'is-mine' : ''} data-testid="planned" data-handle=${duty.handle}>
      <span class="duty-hours">${span(duty.from, duty.until)}</span> <strong>${duty.handle}</strong>
      ${withTeam ? html`<span class="quiet">${duty.team}</span>` : nothing}
      ${duty.offered ? html`<span class="label offered">${t('shifts.offered')}</span>` : nothing}
      ${duty.checkedIn || hasBegun(duty, Date.now()) ? mark(suretyOf(duty)) : nothing}
    </li>`;
}

function mark(surety: Surety): TemplateResult {
  return html`<span class="label surety-${surety}" data-testid="surety" data-surety=${surety}>${t(`shifts.surety.${surety}`)}</span>`;
}

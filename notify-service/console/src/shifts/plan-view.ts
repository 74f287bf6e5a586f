import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import type { Question } from '../app/question.ts';
import type { Colleague, Exception, Pattern } from '../desk/shift-api.ts';
import { t } from '../language/messages.ts';
import { dayName } from '../referral/codes.ts';
import { controlOf, formFocus } from '../people/form-focus.ts';
import { choice, onSubmit, today } from '../referral/fields.ts';
import { zone } from '../people/parts.ts';
import type { ShiftForm, ShiftRoom } from './shift-room.ts';
import { dayKey, dayTitle, span } from './when.ts';

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** What is planned, team by team: the weeks of its people, and what is different once. For coordinators. */
export function planView(app: App, room: ShiftRoom): TemplateResult {
  return html`
    <section class="panel" aria-labelledby="plan" data-testid="plan">
      <h2 id="plan">${t('shifts.plan')}</h2>
      <p class="quiet">${t('shifts.planText')}</p>
      ${app.me.teams.map(({ id }) => teamPlan(app, room, id))}
    </section>`;
}

function teamPlan(app: App, room: ShiftRoom, team: string): TemplateResult {
  const patterns = room.plan.patterns.filter((one) => one.team === team);
  const exceptions = room.plan.exceptions.filter((one) => one.team === team);
  const members = room.colleagues.filter((one) => one.teams.includes(team) && one.state !== 'suspended');
  return html`
    <section class="team-plan" aria-labelledby="plan-${team}" data-testid="team-plan" data-team=${team}>
      <h3 id="plan-${team}">${team}</h3>
      ${patterns.length + exceptions.length === 0 ? html`<p class="empty">${t('shifts.nothingPlanned')}</p>` : nothing}
      <ul class="plain-list">${patterns.map((one) => patternLine(app, room, one, members))}${exceptions.map((one) => exceptionLine(app, room, one))}</ul>
      ${room.form?.team === team && !isAboutOneOf(room.form, patterns) ? form(room, room.form, members) : html`
        <div class="buttons start">
          <button class="plain" data-testid="add-pattern" @click=${() => room.newPattern(team)}>${t('shifts.addPattern')}</button>
          <button class="plain" data-testid="add-off" @click=${() => room.newException(team, false)}>${t('shifts.addOff')}</button>
          <button class="plain" data-testid="add-extra" @click=${() => room.newException(team, true)}>${t('shifts.addExtra')}</button>
        </div>`}
    </section>`;
}

function isAboutOneOf(form: ShiftForm, patterns: readonly Pattern[]): boolean {
  return patterns.some(({ id }) => id === form.id);
}

function patternLine(app: App, room: ShiftRoom, one: Pattern, members: readonly Colleague[]): TemplateResult {
  if (room.form?.id === one.id) return html`<li>${form(room, room.form, members)}</li>`;
  return html`
    <li data-testid="pattern" data-handle=${one.handle}>
      <strong>${one.handle}</strong> ${one.days.map(dayName).join(' ')} <span class="duty-hours">${one.from.slice(0, 5)} – ${one.until.slice(0, 5)}</span>
      <span class="quiet">${one.zone.replaceAll('_', ' ')} · ${t('shifts.valid', { from: one.validFrom, until: one.validUntil ?? '…' })}</span>
      <div class="buttons start">
        <button class="plain" data-testid="change-pattern" @click=${() => room.newPattern(one.team, one)}>${t('people.change')}</button>
        ${remover(app, room, one.id, one.handle)}
      </div>
    </li>`;
}

function exceptionLine(app: App, room: ShiftRoom, one: Exception): TemplateResult {
  return html`
    <li data-testid="exception" data-handle=${one.handle}>
      <strong>${one.handle}</strong> ${one.off ? t('shifts.offOn', { day: dayTitle(one.off) }) : t('shifts.extraOn', { at: `${dayTitle(dayKey(one.from!))} ${span(one.from!, one.until!)}` })}
      <div class="buttons start">${remover(app, room, one.id, one.handle)}</div>
    </li>`;
}

function remover(app: App, room: ShiftRoom, id: string, handle: string): TemplateResult {
  const question: Question = { title: t('shifts.removeAsk', { who: handle }), text: t('shifts.removeText'), yes: t('people.remove'), act: () => room.remove(id) };
  const asked = () => {
    app.question = question;
    app.redraw();
  };
  return html`<button class="plain" data-testid="remove-shift" ?disabled=${room.doing.busy} @click=${asked}>${t('people.remove')}</button>`;
}

function form(room: ShiftRoom, one: ShiftForm, members: readonly Colleague[]): TemplateResult {
  const before = one.kind === 'pattern' ? one.before : undefined;
  const who = members.map(({ handle }) => ({ code: handle, name: handle }));
  return html`
    <form class="stack wide" data-testid="shift-form" ${formFocus(controlOf('team', one.team, one.kind === 'pattern' ? 'add-pattern' : one.extra ? 'add-extra' : 'add-off'))} @submit=${onSubmit((fields) => void room.save(fields))}>
      <input type="hidden" name="team" value=${one.team} />
      ${before === undefined ? choice('handle', t('shifts.who'), t('referral.choose'), who, '', undefined, true) : html`<input type="hidden" name="handle" value=${before.handle} /><h4>${before.handle}</h4>`}
      ${one.kind === 'pattern' ? week(before) : one.extra ? extra() : off()}
      ${room.doing.problem === '' ? nothing : html`<p class="problem" role="alert" data-testid="shift-problem">${room.doing.problem}</p>`}
      <div class="buttons">
        <button class="plain" type="button" @click=${() => room.open(undefined)}>${t('app.cancel')}</button>
        <button type="submit" data-testid="save-shift" ?disabled=${room.doing.busy}>${t('people.save')}</button>
      </div>
    </form>`;
}

function week(before?: Pattern): TemplateResult {
  return html`
    <fieldset data-testid="days"><legend>${t('shifts.days')}</legend>
      <div class="ticks days-of-week">${WEEK.map((day) => html`<label class="tick"><input type="checkbox" name="days" value=${day} ?checked=${before?.days.includes(day) ?? false} /> <span>${dayName(day)}</span></label>`)}</div>
    </fieldset>
    <div class="side">${moment('from', t('people.from'), 'time', before?.from.slice(0, 5))}${moment('until', t('people.until'), 'time', before?.until.slice(0, 5))}</div>
    <p class="quiet">${t('shifts.overnight')}</p>
    ${zone(before?.zone)}
    <div class="side">${moment('validFrom', t('shifts.validFrom'), 'date', before?.validFrom ?? today())}${moment('validUntil', t('shifts.validUntil'), 'date', before?.validUntil ?? '', false)}</div>`;
}

function off(): TemplateResult {
  return html`<input type="hidden" name="kind" value="off" />${moment('off', t('shifts.offDay'), 'date')}<p class="quiet">${t('shifts.offText')}</p>`;
}

function extra(): TemplateResult {
  return html`<div class="side">${moment('from', t('people.from'), 'datetime-local')}${moment('until', t('people.until'), 'datetime-local')}</div><p class="quiet">${t('shifts.extraText')}</p>`;
}

function moment(name: string, label: string, type: string, value = '', required = true): TemplateResult {
  return html`<label>${label} <input name=${name} data-testid=${name} type=${type} value=${value} ?required=${required} /></label>`;
}

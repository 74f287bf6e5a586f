import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Question } from '../app/question.ts';
import type { InterpreterLine } from '../desk/people-api.ts';
import { t } from '../language/messages.ts';
import type { MessageKey } from '../language/messages.ts';
import { languageName } from '../language/names.ts';
import { languages, namesOf } from '../referral/codes.ts';
import { choice, onSubmit } from '../referral/fields.ts';
import { typed } from '../referral/hours.ts';
import { controlOf, formFocus } from './form-focus.ts';
import type { InterpreterRoom } from './interpreter-room.ts';
import { ending, input, problem, ticks, weekly, zone } from './parts.ts';
import { GENDERS, typedDialects } from './read-form.ts';

const genderName = (gender: string): string => t(`people.gender.${gender}` as MessageKey);

/** Who speaks for two people who share no language: a handle, neither a name nor a number. */
export function interpretersView(room: InterpreterRoom, all: readonly InterpreterLine[], ask: (question: Question) => void): TemplateResult {
  return html`
    <details class="panel keeping" data-testid="interpreters"><summary><h2>${t('people.interpreters')}</h2></summary>
      <p class="quiet">${t('people.interpretersText')}</p>
      ${all.length === 0 ? html`<p class="empty">${t('people.noInterpreters')}</p>` : nothing}
      <ul class="kept">${all.map((one) => line(room, one, ask))}</ul>
      ${room.edited === undefined
        ? html`${problem(room.doing, 'interpreter-problem')}<p><button class="plain" data-testid="add-interpreter" @click=${() => room.edit()}>${t('people.addInterpreter')}</button></p>`
        : form(room)}
    </details>`;
}

function line(room: InterpreterRoom, one: InterpreterLine, ask: (question: Question) => void): TemplateResult {
  const { languages: spoken, gender, weekly: hours, zone: where, ties } = one.interpreter;
  return html`
    <li data-testid="interpreter" data-handle=${one.handle}>
      <h3>${one.handle}</h3>
      <p>${spoken.map(({ language, dialect }) => (dialect ? `${languageName(language)} – ${dialect}` : languageName(language))).join(', ')} · ${genderName(gender)}</p>
      <p class="quiet">${hours.length === 0 ? t('people.anyTime') : `${typed(hours).replaceAll('\n', ' · ')} (${where})`}${ties.length === 0 ? nothing : html`<br />${t('people.ties')}: ${ties.join(', ')}`}</p>
      <div class="buttons start">
        <button class="plain" data-testid="change-interpreter" ?disabled=${room.doing.busy} @click=${() => room.edit(one)}>${t('people.change')}</button>
        <button class="plain" data-testid="remove-interpreter" ?disabled=${room.doing.busy} @click=${() => ask({
          title: t('people.removeAsk', { who: one.handle }), text: t('people.removeInterpreterText'), yes: t('people.remove'), act: () => room.remove(one.handle) })}>${t('people.remove')}</button>
      </div>
    </li>`;
}

function form(room: InterpreterRoom): TemplateResult {
  const before = room.edited!.before?.interpreter;
  return html`
    <form class="stack wide" data-testid="interpreter-form" ${formFocus(room.edited!.before === undefined ? '[data-testid="add-interpreter"]' : controlOf('handle', room.edited!.before.handle, 'change-interpreter'))} @submit=${onSubmit((fields) => void room.save(fields))}>
      <h3>${room.edited!.before?.handle ?? t('people.addInterpreter')}</h3>
      ${before === undefined ? input('handle', t('people.handle'), '', { required: true, pattern: '[a-zA-Z][a-zA-Z0-9._\\-]{1,39}', hint: t('people.handleHint'), max: 40, id: 'interpreter-handle' }) : nothing}
      ${ticks('languages', t('people.languages'), languages(), before?.languages.map(({ language }) => language))}
      <label>${t('people.dialects')} <textarea name="dialects" data-testid="dialects" rows="2" autocomplete="off" spellcheck="false" aria-describedby="dialects-hint">${typedDialects(before?.languages ?? [])}</textarea></label>
      <p class="quiet" id="dialects-hint">${t('people.dialectsHint', { example: 'uz-Latn Khorezm' })}</p>
      ${choice('gender', t('people.gender'), t('referral.choose'), namesOf(GENDERS, genderName), before?.gender ?? 'unsaid', undefined, true)}
      ${zone(before?.zone)}
      ${weekly(t('people.weekly'), before?.weekly ?? [], 'interpreter-weekly')}
      <label>${t('people.ties')} <textarea name="ties" data-testid="ties" rows="2" autocomplete="off" spellcheck="false" aria-describedby="ties-hint">${before?.ties.join('\n') ?? ''}</textarea></label>
      <p class="quiet" id="ties-hint">${t('people.tiesHint')}</p>
      ${problem(room.doing, 'interpreter-problem')}
      ${ending(room.doing.busy, t('people.save'), () => room.close(), 'save-interpreter')}
    </form>`;
}

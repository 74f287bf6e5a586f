import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { ref } from 'lit-html/directives/ref.js';
import { t } from '../language/messages.ts';
import { firstFocused } from '../referral/fields.ts';
import { hourFields, valueOf } from './hour-fields.ts';
import type { Reaching } from './reaching.ts';
import type { TermsForm } from './terms-form.ts';
import type { Words } from './words.ts';

/** Writes down what the person said on being reached: what may be done and when as codes, the rest in words that are sealed. */
export function termsFormView(reaching: Reaching, form: TermsForm, save: () => void): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    save();
  };
  return html`
    <form class="stack contract" data-testid="contract-form" ${ref(focusedOnce(form))} @submit=${submit}>
      <label>${t('contract.askTexts')}
        <select data-testid="contract-texts" @change=${(event: Event) => form.set({ texts: valueOf(event) as TermsForm['texts'] })}>
          ${(['unknown', 'allowed', 'refused'] as const).map((texts) => html`<option value=${texts} ?selected=${texts === form.texts}>${t(`contract.texts.${texts}`)}</option>`)}
        </select>
      </label>
      ${box('contract-calls', t('contract.askCalls'), form.calls, (calls) => form.set({ calls }))}
      ${form.calls ? box('contract-voicemail', t('contract.askVoicemail'), form.voicemail, (voicemail) => form.set({ voicemail })) : nothing}
      <fieldset class="part">
        <legend>${t('contract.askHours')}</legend>
        ${radio('always', t('contract.always'), !form.limited, () => form.set({ limited: false }))}
        ${radio('limited', t('contract.onlyThen'), form.limited, () => form.set({ limited: true }))}
        ${form.limited ? hourFields(form) : nothing}
      </fieldset>
      <fieldset class="part">
        <legend>${t('contract.words')}</legend>
        ${word(form, 'codeWord')} ${word(form, 'whoAnswers')} ${word(form, 'opener')}
      </fieldset>
      <p class="quiet">${t('contract.stays')}</p>
      ${reaching.problem === '' ? nothing : html`<p class="problem" role="alert" data-testid="contract-problem">${reaching.problem}</p>`}
      <div class="buttons">
        <button type="button" class="plain" data-testid="contract-cancel" @click=${() => reaching.close()}>${t('app.cancel')}</button>
        <button type="submit" data-testid="contract-save" ?disabled=${reaching.busy || form.terms() === undefined}>${t('contract.save')}</button>
      </div>
    </form>
  `;
}

function box(id: string, label: string, ticked: boolean, change: (ticked: boolean) => void): TemplateResult {
  return html`<label class="tick"><input type="checkbox" data-testid=${id} .checked=${live(ticked)} @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}> <span>${label}</span></label>`;
}

function radio(id: string, label: string, chosen: boolean, choose: () => void): TemplateResult {
  return html`<label class="tick"><input type="radio" name="contract-hours" data-testid="contract-${id}" .checked=${live(chosen)} @change=${choose}> <span>${label}</span></label>`;
}

function word(form: TermsForm, name: keyof Words): TemplateResult {
  return html`<label>${t(`contract.${name}`)} <input type="text" dir="auto" autocomplete="off" maxlength="200" data-testid="contract-${name}" .value=${live(form.words[name])} @input=${(event: Event) => form.say({ [name]: valueOf(event) })}></label>`;
}

const focused = new WeakSet<TermsForm>();

/** The form takes the focus when it opens, and never again. */
function focusedOnce(form: TermsForm): (element: Element | undefined) => void {
  return (element) => {
    if (element === undefined || focused.has(form)) return;
    focused.add(form);
    firstFocused(element);
  };
}

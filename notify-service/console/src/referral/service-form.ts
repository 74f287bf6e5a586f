import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import type { ServiceForm } from '../desk/referral-api.ts';
import { t } from '../language/messages.ts';
import { KINDS, kindName, languages, namesOf, needs, regions } from './codes.ts';
import type { Named } from './codes.ts';
import { choice, field, firstFocused, onSubmit, tick } from './fields.ts';
import { hoursOf, typed } from './hours.ts';
import { zones } from './zones.ts';
import type { ServiceRoom } from './service-room.ts';

/** As the desk takes it. */
const PHONE = '\\+?[0-9][0-9 \\(\\)\\-]{1,28}';

/** A service as whoever keeps the directory describes it. */
export function serviceForm(room: ServiceRoom): TemplateResult {
  const { id, before } = room.edited!;
  return html`
    <form class="panel stack wide" data-testid="service-form" data-id=${id} ${ref(firstFocused)} @submit=${onSubmit((fields) => void room.save(read(fields)))}>
      <h2>${before?.name ?? t('services.add')}</h2>
      ${text('name', t('services.name'), before?.name, true)}
      ${choice('kind', t('services.kind'), t('referral.choose'), namesOf(KINDS, kindName), before?.kind ?? '', undefined, true)}
      ${many('regions', t('services.regions'), regions(), before?.regions)}
      ${many('languages', t('services.languages'), languages(), before?.languages)}
      ${many('needs', t('services.needs'), needs(), before?.needs)}
      ${tick('undocumented', t('services.undocumented'), before?.takesUndocumented ?? false)}
      ${tick('children', t('services.children'), before?.takesChildren ?? false)}
      <label>${t('services.phone')} <input name="phone" data-testid="service-phone" type="tel" value=${before?.phone ?? ''} pattern=${PHONE} title=${t('services.phoneHint')} autocomplete="off" /></label>
      ${text('email', t('services.email'), before?.email, false, 'email')}
      ${text('address', t('services.address'), before?.address)}
      ${choice('zone', t('services.zone'), t('referral.choose'), zones(before?.zone), before?.zone ?? '', undefined, true)}
      <label>${t('services.hours')}
        <textarea name="weekly" data-testid="weekly" rows="3" autocomplete="off" spellcheck="false" aria-describedby="weekly-hint" @input=${judged}>${typed(before?.weekly ?? [])}</textarea></label>
      <p class="quiet" id="weekly-hint">${t('services.hoursHint')}</p>
      <div class="buttons">
        <button class="plain" type="button" @click=${() => room.stopEditing()}>${t('app.cancel')}</button>
        <button type="submit" data-testid="save-service" ?disabled=${room.doing.busy}>${t('services.save')}</button>
      </div>
    </form>
  `;
}

function read(fields: FormData): ServiceForm {
  const all = (name: string) => fields.getAll(name).map(String);
  const said = (name: string) => field(fields, name) || null;
  return {
    name: field(fields, 'name'), kind: field(fields, 'kind'), regions: all('regions'), languages: all('languages'), needs: all('needs'), zone: field(fields, 'zone'),
    weekly: hoursOf(field(fields, 'weekly')) ?? [], takesUndocumented: fields.has('undocumented'), takesChildren: fields.has('children'),
    phone: said('phone'), email: said('email'), address: said('address'),
  };
}

/** The browser itself holds back a form whose hours cannot be read, and says why. */
function judged(event: Event): void {
  const area = event.target as HTMLTextAreaElement;
  area.setCustomValidity(hoursOf(area.value) === undefined ? t('services.hoursHint') : '');
}

function text(name: string, label: string, before?: string | null, required = false, type = 'text'): TemplateResult {
  return html`<label>${label} <input name=${name} data-testid="service-${name}" type=${type} value=${before ?? ''} maxlength="200" autocomplete="off" ?required=${required} /></label>`;
}

function many(name: string, legend: string, among: readonly Named[], before: readonly string[] = []): TemplateResult {
  return html`
    <fieldset data-testid=${name}><legend>${legend}</legend>
      <div class="ticks">${among.map(({ code, name: label }) => html`
        <label class="tick"><input type="checkbox" name=${name} value=${code} ?checked=${before.includes(code)} /> <span>${label}</span></label>`)}</div>
    </fieldset>
  `;
}

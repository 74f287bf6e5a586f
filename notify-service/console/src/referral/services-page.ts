import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import type { Service } from '../desk/referral-api.ts';
import { t } from '../language/messages.ts';
import { REASONS, languages, namesOf, needs, reasonName, regions } from './codes.ts';
import { choice, field, onSubmit, tick } from './fields.ts';
import { serviceCard } from './service-card.ts';
import { serviceForm } from './service-form.ts';
import type { ServiceRoom } from './service-room.ts';

/** Who else helps: found by what is needed, with warnings in words. Coordinators and administrators keep it. */
export function servicesPage(app: App, room: ServiceRoom): TemplateResult {
  const keeps = app.me.roles.some((role) => role === 'coordinator' || role === 'admin');
  return html`
    <h1 tabindex="-1" data-testid="page-title">${t('services.title')}</h1>
    ${filters(room)}
    ${keeps && room.edited === undefined ? html`<p><button class="plain" data-testid="add-service" @click=${() => room.edit()}>${t('services.add')}</button></p>` : nothing}
    ${room.edited === undefined ? nothing : serviceForm(room)}
    ${room.doing.problem === '' ? nothing : html`<p class="problem" role="alert" data-testid="service-problem">${room.doing.problem}</p>`}
    <p class="quiet" role="status" data-testid="services-found">${room.found === undefined ? '' : t('services.found', { n: room.found.length })}</p>
    ${room.found?.length === 0 ? html`<p class="empty">${t('services.none')}</p>` : nothing}
    <ul class="services" data-testid="services">${room.found?.map((one) => serviceCard(one, keeps ? keeping(room, one) : nothing))}</ul>
  `;
}

function filters(room: ServiceRoom): TemplateResult {
  const { asked } = room;
  return html`
    <form class="panel filters" role="search" aria-label=${t('services.title')} @submit=${onSubmit(() => void room.load())}>
      ${choice('find-region', t('services.region'), t('services.anywhere'), regions(), asked.region, (region) => room.ask({ region }))}
      ${choice('find-need', t('services.need'), t('services.anyNeed'), needs(), asked.need, (need) => room.ask({ need }))}
      ${choice('find-language', t('services.language'), t('services.anyLanguage'), languages(), asked.language, (language) => room.ask({ language }))}
      ${tick('find-open', t('services.openNow'), asked.open, (open) => room.ask({ open }))}
      ${tick('find-undocumented', t('services.undocumented'), asked.undocumented, (undocumented) => room.ask({ undocumented }))}
      ${tick('find-child', t('services.children'), asked.child, (child) => room.ask({ child }))}
    </form>
  `;
}

function keeping(room: ServiceRoom, one: Service): TemplateResult {
  const busy = room.doing.busy;
  return html`
    <div class="buttons">
      <button class="plain" data-testid="check-service" ?disabled=${busy} @click=${() => void room.check(one.id)}>${t('services.check')}</button>
      <button class="plain" data-testid="change-service" ?disabled=${busy} @click=${() => room.edit(one)}>${t('services.change')}</button>
      ${one.neverRefer ? html`<button class="plain" data-testid="send-again" ?disabled=${busy} @click=${() => void room.sendAgainTo(one.id)}>${t('services.lift')}</button>` : nothing}
    </div>
    ${one.neverRefer ? nothing : html`
      <details data-testid="bar"><summary>${t('services.bar')}</summary>
        <form class="stack" @submit=${onSubmit((fields) => void room.sendNobodyTo(one.id, field(fields, 'reason')))}>
          ${choice('reason', t('services.barWhy'), t('referral.choose'), namesOf(REASONS, reasonName), '', undefined, true)}
          <button type="submit" data-testid="bar-service" ?disabled=${busy}>${t('services.bar')}</button>
        </form>
      </details>`}
  `;
}

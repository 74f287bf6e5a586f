import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Opening, Service } from '../desk/referral-api.ts';
import { t } from '../language/messages.ts';
import { clock } from '../language/time.ts';
import { languageName, regionName } from '../language/names.ts';
import { dayName, kindName, needName, reasonName } from './codes.ts';

/** A service with its warnings first, in words. `actions` are what whoever looks may do with it. */
export function serviceCard(one: Service, actions: TemplateResult | typeof nothing = nothing): TemplateResult {
  const { service } = one;
  return html`
    <li class="panel service ${one.neverRefer ? 'never' : ''}" data-testid="service" data-id=${one.id}>
      <h2>${service.name}</h2>
      ${warnings(one)}
      <p class="row-labels">
        <span class="label">${kindName(service.kind)}</span>
        <span class="label" data-testid="service-open">${t(openness(one))}</span>
        <span class="label">${t(service.takesUndocumented ? 'services.undocumented' : 'services.noUndocumented')}</span>
        <span class="label">${t(service.takesChildren ? 'services.children' : 'services.noChildren')}</span>
      </p>
      <dl class="service-facts">
        ${fact(t('services.needs'), service.needs.map(needName).join(', '))}
        ${fact(t('services.regions'), service.regions.map(regionName).join(', '))}
        ${fact(t('services.languages'), service.languages.map(languageName).join(', '))}
        ${service.weekly.length === 0 ? nothing : fact(t('services.hours'), html`${week(service.weekly)} <span class="quiet">${service.zone}</span>`)}
        ${service.phone ? fact(t('services.phone'), html`<span translate="no">${service.phone}</span>`) : nothing}
        ${service.email ? fact(t('services.email'), html`<span translate="no">${service.email}</span>`) : nothing}
        ${service.address ? fact(t('services.address'), service.address) : nothing}
      </dl>
      <p class="quiet">${checked(one)}</p>
      ${actions}
    </li>
  `;
}

export function warnings(one: Service): TemplateResult {
  return html`
    ${one.neverRefer ? html`<p class="problem" data-testid="never-refer"><strong>${t('services.never', { reason: reasonName(one.neverRefer.reason) })}</strong> ${saidBy(one.neverRefer)}</p>` : nothing}
    ${one.unchecked ? html`<p class="warning" data-testid="unchecked">${t('services.unchecked')}</p>` : nothing}
  `;
}

export function openness({ open }: Service): 'services.openNow' | 'services.closed' | 'services.hoursUnknown' {
  if (open === undefined || open === null) return 'services.hoursUnknown';
  return open ? 'services.openNow' : 'services.closed';
}

function fact(name: string, value: TemplateResult | string): TemplateResult {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function checked({ checkedAt, checkedBy }: Service): string {
  const at = clock(checkedAt, Date.now());
  return checkedBy ? t('services.checkedBy', { who: checkedBy, at }) : t('services.checked', { at });
}

function saidBy({ at, by }: { readonly at: string; readonly by?: string | null }): string {
  return by ? t('services.saidBy', { who: by, at: clock(at, Date.now()) }) : t('services.said', { at: clock(at, Date.now()) });
}

function week(weekly: readonly Opening[]): string {
  return weekly.map(({ day, opens, closes }) => `${dayName(day)} ${opens.slice(0, 5)}–${closes.slice(0, 5)}`).join(', ');
}

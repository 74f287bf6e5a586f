import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { CaseView } from '../desk/api.ts';
import { t, tOr } from '../language/messages.ts';
import type { MessageKey } from '../language/messages.ts';
import { languageName, regionName } from '../language/names.ts';

/** What the desk knows of a report, as small labels: urgency first, in words and not by colour alone. */
export function labels(view: CaseView): TemplateResult {
  return html`
    ${view.danger ? html`<span class="label danger" data-testid="danger">${t('fact.danger')}</span>` : nothing}
    ${view.child ? html`<span class="label child" data-testid="child">${t('fact.child')}</span>` : nothing}
    ${view.offer ? html`<span class="label offered" data-testid="offered">${t('handover.offeredTo', { team: view.offer.to })}</span>` : nothing}
    <span class="label" data-testid="language-of-report">${languageName(view.language)}</span>
    <span class="label" data-testid="region">${regionName(view.region)}</span>
    <span class="label" data-testid="channel">${channelName(view.channel)}</span>
  `;
}

export function channelName(channel: string): string {
  return tOr(`channel.${channel}`, 'fact.unknown');
}

export function stateName(view: CaseView): string {
  return t(`state.${view.state}` satisfies MessageKey);
}

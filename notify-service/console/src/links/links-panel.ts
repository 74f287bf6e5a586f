import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import { linkTo } from '../app/route.ts';
import type { Room } from '../case/room.ts';
import type { CaseView } from '../desk/api.ts';
import type { OtherReport, Proposed, Said, Verdict } from '../desk/link-api.ts';
import { t } from '../language/messages.ts';
import { moment } from '../language/moment.ts';
import { regionName } from '../language/names.ts';
import { focusField } from '../reply/field.ts';
import { fieldOf } from '../triage/fields.ts';
import { fieldView } from '../triage/field-view.ts';
import type { LinkRoom } from './link-room.ts';
import { placeTerms } from './place-terms.ts';

const TITLE = 'links-title';

/** Other reports of the same place: proposed, said to be, said not to be. Each stays what it is. */
export function linksPanel(app: App, room: Room, view: CaseView): TemplateResult {
  const { links } = app;
  const holds = app.queue.isMine(view);
  const sheet = holds ? room.triage(view) : undefined;
  links.follow(view.id, holds ? placeTerms(room, view) : undefined);
  const { same, different, proposed } = links.links;
  return html`
    <section class="panel links triage" data-testid="links" aria-labelledby=${TITLE}>
      <h2 id=${TITLE} tabindex="-1">${t('links.title')}</h2>
      <p class="quiet">${t('links.text')}</p>
      ${sheet === undefined || room.conversation?.closed === true ? nothing : fieldView(sheet, fieldOf('links.aliases'), () => room.typed())}
      ${compared(links)} ${lacking(links)}
      ${links.doing.problem === '' ? nothing : html`<p class="problem" role="alert" data-testid="links-problem">${links.doing.problem}</p>`}
      ${same.length + proposed.length === 0 ? html`<p class="quiet" data-testid="links-none">${t('links.none')}</p>` : nothing}
      ${same.length === 0 ? nothing : html`<h3>${t('links.linked')}</h3><ul class="plain-list">${same.map((one) => linked(links, one))}</ul>`}
      ${proposed.length === 0 ? nothing : html`<h3>${t('links.perhaps')}</h3><ul class="plain-list">${proposed.map((one) => proposal(links, one))}</ul>`}
      ${different.length === 0 ? nothing : html`
        <details data-testid="links-different"><summary>${t('links.different')} <span class="count">${different.length}</span></summary>
          <ul class="plain-list">${different.map((one) => parted(links, one))}</ul>
        </details>`}
    </section>
  `;
}

function compared({ terms, lack }: LinkRoom): TemplateResult | typeof nothing {
  if (terms === undefined || terms.length === 0 || lack !== undefined) return nothing;
  return html`
    <details data-testid="links-terms"><summary>${t('links.compared')} <span class="count">${terms.length}</span></summary>
      <p class="line-text" dir="auto">${terms.map(({ shown }) => shown).join(' · ')}</p>
    </details>`;
}

function lacking(room: LinkRoom): TemplateResult | typeof nothing {
  if (room.lack === undefined) return nothing;
  return html`
    <div class="hint" data-testid="links-lack" data-lack=${room.lack}>
      <p role="status">${t(`links.lack.${room.lack}`)}</p>
      ${room.lack === 'unvouched' ? button(room, 'links-anew', t('links.anew'), () => room.startAnew()) : nothing}
    </div>`;
}

function linked(room: LinkRoom, one: Said): TemplateResult {
  return html`
    <li data-testid="linked">
      ${other(one)}
      <p class="quiet">${t('links.by', { who: one.by })} ${moment(one.at)}</p>
      <div class="buttons">${button(room, 'end-link', t('links.end'), () => room.takeBack(one.id), one)}</div>
    </li>`;
}

function proposal(room: LinkRoom, one: Proposed): TemplateResult {
  const words = room.wordsOf(one.marks);
  const say = (id: string, label: string, verdict: Verdict) => button(room, id, label, () => room.say(one.id, verdict), one);
  return html`
    <li data-testid="proposed">
      ${other(one)}
      <p>${t('links.shared', { n: String(one.marks.length) })}${words.length === 0 ? '' : html`: <strong dir="auto" data-testid="shared">${words.join(' · ')}</strong>`}</p>
      <div class="buttons">${say('same-place', t('links.same'), 'same')} ${say('not-the-same', t('links.not'), 'different')}</div>
    </li>`;
}

function parted(room: LinkRoom, one: Said): TemplateResult {
  return html`
    <li data-testid="parted">
      ${other(one)}
      <p class="quiet">${t('links.by', { who: one.by })} ${moment(one.at)}</p>
      <div class="buttons">${button(room, 'take-back', t('links.takeBack'), () => room.takeBack(one.id), one)}</div>
    </li>`;
}

/** What is known of it before it is opened, which is as for any report. */
function other({ id, shortId, month, region }: OtherReport): TemplateResult {
  return html`<a href=${linkTo({ page: 'case', id })} data-testid="other-report"><span class="short-id">${shortId}</span></a> <span class="quiet">${month} · ${regionName(region)}</span>`;
}

/** Which report it is about is heard with it; afterwards the focus is at the panel's title, as the button may be gone. */
function button(room: LinkRoom, id: string, label: string, act: () => Promise<boolean>, about?: OtherReport): TemplateResult {
  const done = () => void act().then(() => focusField(undefined, TITLE));
  return html`<button type="button" class="plain" data-testid=${id} aria-label=${about === undefined ? nothing : `${label}: ${about.shortId}`} ?disabled=${room.doing.busy} @click=${done}>${label}</button>`;
}

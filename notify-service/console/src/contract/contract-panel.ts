import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import type { Conversation } from '../case/open-conversation.ts';
import type { Room } from '../case/room.ts';
import type { CaseView } from '../desk/api.ts';
import { t } from '../language/messages.ts';
import { minute } from '../language/time.ts';
import { linesOf } from './hours.ts';
import { nextWindow, isSafeAt } from './terms.ts';
import type { Reach, Terms } from './terms.ts';
import { termsFormView } from './terms-form-view.ts';
import { waitingList } from './waiting-list.ts';
import { wordsIn } from './words.ts';

/** How the person may be reached, as they said; and what waits until then. */
export function contractPanel(app: App, room: Room, view: CaseView): TemplateResult | typeof nothing {
  const conversation = room.conversation;
  if (conversation === undefined) return nothing;
  const { reaching } = room;
  const mayWrite = app.queue.isMine(view) && room.keys(view) !== undefined && conversation.recipients !== undefined && !conversation.closed;
  return html`
    <section class="panel" data-testid="contract" aria-labelledby="contract-title">
      <h2 id="contract-title">${t('contract.title')}</h2>
      ${reaching.form === undefined || !mayWrite
        ? html`${summary(conversation, view.texts ?? conversation.texts)} ${mayWrite ? open(room, view, conversation) : nothing}`
        : termsFormView(reaching, reaching.form, () => void save(app, room, view))}
      ${waitingList(app, room, view, conversation)}
    </section>
  `;
}

function open(room: Room, view: CaseView, conversation: Conversation): TemplateResult {
  return html`<p><button class="plain" data-testid="contract-open" @click=${() => room.reaching.open(conversation, view.region)}>${t(conversation.reach.terms ? 'contract.change' : 'contract.record')}</button></p>`;
}

async function save(app: App, room: Room, view: CaseView): Promise<void> {
  const keys = room.keys(view);
  if (keys === undefined || room.conversation === undefined) return;
  if (await room.reaching.save(keys, room.conversation)) await app.atHand.reloadReaders(t('contract.saved'));
}

/** What somebody answered by text is known before anybody has written anything down. */
const NONE = { allowed: 'contract.noneAllowed', refused: 'contract.noneRefused', unknown: 'contract.none' } as const;

function summary(conversation: Conversation, texts: keyof typeof NONE): TemplateResult {
  const { terms } = conversation.reach;
  const words = wordsIn(conversation.lines);
  return html`
    ${terms ? html`<ul class="plain-list contract-said" data-testid="contract-said">${said(terms)}${hoursSaid(terms, conversation.reach)}</ul>` : html`<p class="quiet" data-testid="contract-none">${t(NONE[texts])}</p>`}
    ${(['codeWord', 'whoAnswers', 'opener'] as const).map((name) => (words[name] === '' ? nothing : html`<p class="contract-word"><span class="quiet">${t(`contract.${name}`)}:</span> <bdi data-testid="said-${name}">${words[name]}</bdi></p>`))}
  `;
}

function said(terms: Terms): TemplateResult {
  return html`
    <li>${t('fact.texts')}: <strong>${t(`texts.${terms.texts}`)}</strong></li>
    <li>${t(terms.calls ? 'contract.callsYes' : 'contract.callsNo')}${terms.calls ? html` ${t(terms.voicemail ? 'contract.voicemailYes' : 'contract.voicemailNo')}` : nothing}</li>
  `;
}

function hoursSaid({ hours }: Terms, reach: Reach): TemplateResult {
  if (!hours) return html`<li>${t('contract.always')}</li>`;
  const now = Date.now();
  const next = nextWindow(reach, now);
  return html`
    <li>${linesOf(hours.spans).map(({ days, from, to }) => html`<span class="hours-said">${t(`contract.day.${days as '1'}`)} ${from}–${to}</span> `)} <span class="quiet">(${hours.zone.replaceAll('_', ' ')})</span></li>
    ${next === undefined ? nothing : html`<li data-testid="safe-next" data-now=${String(isSafeAt(reach, now))}>${isSafeAt(reach, now) ? t('contract.safeNow', { until: minute(next.until, now) }) : t('contract.safeNext', { from: minute(next.from, now), until: minute(next.until, now) })}</li>`}
  `;
}

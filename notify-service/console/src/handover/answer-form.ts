import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { App } from '../app/app.ts';
import type { CaseView, Offer } from '../desk/api.ts';
import { t } from '../language/messages.ts';
import { moment } from '../language/moment.ts';
import type { Handover } from './handover.ts';
import { REASONS } from './handover-desk.ts';
import type { Reason } from './handover-desk.ts';

/** Another team asks: one button to take it, a reason and one button not to. A coordinator sees that it waits; responders answer. */
export function answerForm(app: App, handover: Handover, view: CaseView, { from, acceptBy }: Offer): TemplateResult {
  const busy = handover.doing !== undefined;
  const choose = (event: Event) => {
    handover.reason = (event.target as HTMLSelectElement).value as Reason | '';
    app.redraw();
  };
  return html`
    <section class="panel asked" data-testid="asked" aria-labelledby="asked-title">
      <h2 id="asked-title">${t('handover.asked', { team: from })}</h2>
      <p>${t('handover.answerBy')} ${moment(acceptBy)}</p>
      ${!app.steps.answers ? nothing : html`
      <button data-testid="accept-offer" ?disabled=${busy} @click=${() => void accept(app, handover, view)}>${t('handover.accept')}</button>
      <div class="decline">
        <label for="decline-reason">${t('handover.why')}</label>
        <select id="decline-reason" data-testid="decline-reason" .value=${live(handover.reason)} @change=${choose}>
          <option value="">${t('handover.choose')}</option>
          ${REASONS.map((reason) => html`<option value=${reason}>${t(`handover.reason.${reason}`)}</option>`)}
        </select>
        <button class="plain" data-testid="decline-offer" ?disabled=${busy || handover.reason === ''} @click=${() => void decline(app, handover, from)}>${t('handover.decline')}</button>
      </div>`}
    </section>
  `;
}

/** Taken, opened, and only then the team that offered it is let go: until it was seen to open here, they must be able to read it. */
async function accept(app: App, handover: Handover, before: CaseView): Promise<void> {
  const view = await handover.accept();
  if (view === undefined) return;
  app.queue.put(view);
  await app.atHand.reload(t('handover.accepted'));
  await app.atHand.open();
  await letGo(app, handover, before);
}

async function letGo(app: App, handover: Handover, before: CaseView): Promise<void> {
  const view = app.atHand.current();
  const leaves = handover.lines.find((line) => line.ended === undefined || line.ended === 'accepted')?.leaves === true;
  const from = before.offer?.from;
  const room = app.room;
  if (view === undefined || room?.id !== view.id || !leaves || from === undefined || app.me.teams.some((team) => team.id === from)) return;
  const opened = room.conversation;
  const keys = room.keys(view);
  if (keys === undefined || opened === undefined || opened.lines.some((line) => 'unopened' in line)) return;
  if (await handover.takeOut(keys, from)) await app.atHand.reloadReaders(t('handover.acceptedAlone', { team: from }));
}

async function decline(app: App, handover: Handover, from: string): Promise<void> {
  if (await handover.decline()) await app.atHand.reload(t('handover.told', { team: from }));
}

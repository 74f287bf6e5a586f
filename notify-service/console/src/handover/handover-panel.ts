import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import type { Room } from '../case/room.ts';
import type { CaseView } from '../desk/api.ts';
import { t, tOr } from '../language/messages.ts';
import { moment } from '../language/moment.ts';
import { answerForm } from './answer-form.ts';
import { correctForm } from './correct-form.ts';
import type { Handover } from './handover.ts';
import { offerForm } from './offer-form.ts';
import { isAsked, leftover } from './offers.ts';

/** What there is between this report and other teams now: who is asked, who asks, who reads it without need. */
export function handoverNews(app: App, room: Room, view: CaseView): TemplateResult {
  const handover = app.atHand.handover(room.id);
  handover.follow(view);
  return html`${asked(app, handover, view)} ${failure(handover)} ${leftOver(app, room, handover, view)}`;
}

/** The ways to another team, for whoever holds the report. */
export function handoverWays(app: App, room: Room, view: CaseView): TemplateResult | typeof nothing {
  if (!isMine(app, room, view)) return nothing;
  const handover = app.atHand.handover(room.id);
  return html`<div class="handover-ways">${view.offer ? nothing : offerForm(app, room, handover, view)}${correctForm(app, room, handover, view)}</div>`;
}

function isMine(app: App, room: Room, view: CaseView): boolean {
  return app.queue.isMine(view) && room.keys(view) !== undefined;
}

function asked(app: App, handover: Handover, view: CaseView): TemplateResult | typeof nothing {
  if (!view.offer) return nothing;
  if (isAsked(app.me, view)) return answerForm(app, handover, view, view.offer);
  const { from, to, acceptBy } = view.offer;
  const line = handover.lines.find((one) => one.ended === undefined);
  const late = Date.parse(acceptBy) < Date.now();
  const mine = app.queue.isMine(view);
  const ours = app.me.teams.some((team) => team.id === from);
  return html`
    <section class="panel ${late ? 'late-offer' : ''}" data-testid="offer" data-late=${String(late)} aria-labelledby="offer-title">
      <h2 id="offer-title">${t('handover.offeredTo', { team: to })}</h2>
      <p>${t('handover.by', { who: line?.by ?? from })} ${moment(line?.offeredAt ?? view.lastWroteAt)}</p>
      <p class=${late ? 'warning' : 'quiet'}>${t(!mine ? 'handover.due' : late ? 'handover.late' : 'handover.watch')} ${moment(acceptBy)}</p>
      ${ours ? html`<button class="plain" data-testid="withdraw-offer" ?disabled=${handover.doing !== undefined} @click=${() => void withdraw(app, handover, to)}>${t('handover.withdraw')}</button>` : nothing}
    </section>
  `;
}

async function withdraw(app: App, handover: Handover, team: string): Promise<void> {
  if (await handover.withdraw()) await app.atHand.reload(t('handover.withdrawn', { team }));
}

/** A team that need not read it any more: the keys stay with it until somebody takes it out. */
function leftOver(app: App, room: Room, handover: Handover, view: CaseView): TemplateResult | typeof nothing {
  const found = leftover(app.me, view, handover.lines);
  if (found === undefined) return nothing;
  const { team, line } = found;
  const takeOut = async () => {
    const keys = room.keys(view);
    if (keys !== undefined && (await handover.takeOut(keys, team))) await app.atHand.reloadReaders(t('handover.takenOut', { team }));
  };
  return html`
    <section class="panel" data-testid="leftover" aria-label=${t('handover.title')}>
      <p>${line.ended === 'declined'
        ? t('handover.declined', { team, reason: tOr(`handover.reason.${line.reason}`, 'fact.unknown') })
        : t('handover.stillReads', { team })}</p>
      ${isMine(app, room, view) ? html`<button class="plain" data-testid="take-out" ?disabled=${handover.doing !== undefined} @click=${() => void takeOut()}>${t('handover.takeOut', { team })}</button>` : nothing}
    </section>
  `;
}

function failure(handover: Handover): TemplateResult | typeof nothing {
  if (handover.problem === undefined) return nothing;
  return html`<p class="problem" role="alert" data-testid="handover-problem" data-reason=${handover.problem.slug}>${tOr(`problem.${handover.problem.slug}`, 'problem.other')}</p>`;
}

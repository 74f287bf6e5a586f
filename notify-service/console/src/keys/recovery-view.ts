import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { App } from '../app/app.ts';
import type { Recovery } from '../desk/key-api.ts';
import { t } from '../language/messages.ts';
import { clock } from '../language/time.ts';
import type { KeyRoom } from './key-room.ts';
import { mostNeeded, typed } from './paper-fields.ts';
import { said } from './said-view.ts';
import { submitted } from './submitted.ts';

const MOST = 16;

/** The papers that bring the teams' keys back when everybody has lost theirs. */
export function recoveryView(app: App, room: KeyRoom): TemplateResult | typeof nothing {
  if (app.keys.ring === undefined) return nothing;
  return html`
    <section class="panel" data-testid="recovery" aria-labelledby="recovery-title">
      <h2 id="recovery-title">${t('recovery.title')}</h2>
      <p>${t('recovery.text')}</p>
      ${room.recovery.papers === undefined ? html`${state(room)}${make(room)}` : papers(app, room)}
      ${said(room, 'recovery')}
    </section>
  `;
}

function state(room: KeyRoom): TemplateResult | typeof nothing {
  const all = room.recovery.kept;
  if (all === undefined) return nothing;
  if (all.length === 0) return html`<p class="problem" data-testid="no-recovery">${t('recovery.none')}</p>`;
  return html`${all.map(paperSet)}<details><summary>${t('recovery.drillTitle')}</summary>${typed(room, 'drill', mostNeeded(all))}</details>`;
}

function paperSet(one: Recovery): TemplateResult {
  const drilled = one.drilledAt ? t('recovery.drilled', { at: clock(one.drilledAt, Date.now()) }) : t('recovery.undrilled');
  const teams = [...new Set(one.packages.map(({ team }) => team))].join(', ');
  return html`
    <p data-testid="recovery-state">${t('recovery.kept', { needed: String(one.needed), shares: String(one.shares), at: clock(one.madeAt, Date.now()) })}
      ${teams}. <strong>${drilled}</strong></p>`;
}

function make(room: KeyRoom): TemplateResult {
  return html`
    <details ?open=${room.recovery.kept?.length === 0}>
      <summary>${t('recovery.makeTitle')}</summary>
      <form class="stack" data-testid="make-papers" @submit=${(event: SubmitEvent) => submitted(event, (field) => room.makePapers(Number(field('shares')), Number(field('needed'))))}>
        <label>${t('recovery.shares')} <input name="shares" data-testid="shares" type="number" min="2" max=${MOST} value="3" required /></label>
        <label>${t('recovery.needed')} <input name="needed" data-testid="needed" type="number" min="2" max=${MOST} value="2" required /></label>
        <button data-testid="make-papers-button" ?disabled=${room.busy}>${t('recovery.make')}</button>
      </form>
    </details>
  `;
}

function papers(app: App, room: KeyRoom): TemplateResult {
  const made = room.recovery.papers!;
  return html`
    <p>${t('recovery.printText')}</p>
    <ol class="papers">${made.papers.map((groups, i) => html`
      <li class="paper" data-testid="paper">
        <h3>Ovoz · ${app.me.organisation} · ${t('recovery.paper', { number: String(i + 1), shares: String(made.papers.length), needed: String(made.needed) })}</h3>
        <p class="fingerprint" lang="en" translate="no">${groups.map((group) => html`<span>${group}</span> `)}</p>
        <p class="quiet">${t('recovery.paperText')}</p>
      </li>`)}
    </ol>
    <div class="buttons">
      <button class="plain" @click=${() => room.dropPapers()}>${t('app.cancel')}</button>
      <button class="plain" @click=${() => print()}>${t('recovery.print')}</button>
      <button data-testid="keep-papers" ?disabled=${room.busy} @click=${() => room.keepPapers(app.me.teams.map((team) => team.id))}>${t('recovery.printed')}</button>
    </div>
  `;
}

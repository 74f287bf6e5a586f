import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { App } from '../app/app.ts';
import type { Room } from '../case/room.ts';
import type { CaseView } from '../desk/api.ts';
import { t } from '../language/messages.ts';
import { languageName, regionName } from '../language/names.ts';
import { byFitness } from '../teams/directory.ts';
import type { KnownTeam, TeamDirectory } from '../teams/directory.ts';
import type { Handover } from './handover.ts';

const SHOWN = 8;

/** Whom to hand it to: those who fit first, found by typing. The keys are sealed only when somebody says so. */
export function offerForm(app: App, room: Room, handover: Handover, view: CaseView): TemplateResult {
  const opened = (event: Event) => {
    if ((event.target as HTMLDetailsElement).open) void handover.look();
  };
  return html`
    <details class="panel" data-testid="hand-over" @toggle=${opened}>
      <summary>${t('handover.title')}</summary>
      ${handover.directory === undefined ? html`<p class="quiet" role="status">${handover.doing === 'looking' ? t('queue.loading') : ''}</p>` : form(app, room, handover, view, handover.directory)}
    </details>
  `;
}

function form(app: App, room: Room, handover: Handover, view: CaseView, directory: TeamDirectory): TemplateResult {
  const teams = found(app, handover, view, directory);
  const canOffer = handover.team(handover.chosen) !== undefined && handover.doing === undefined;
  const submit = (event: Event) => {
    event.preventDefault();
    if (canOffer) void offer(app, room, handover, view);
  };
  return html`
    <form @submit=${submit}>
      ${forgedRecords(directory)}
      <p id="handover-text">${t('handover.text')}</p>
      <label for="handover-find">${t('handover.find')}</label>
      <input id="handover-find" type="search" autocomplete="off" data-testid="handover-find" .value=${live(handover.filter)}
        @input=${(event: Event) => set(app, () => (handover.filter = (event.target as HTMLInputElement).value))} />
      <fieldset class="teams" aria-describedby="handover-text">
        <legend>${t('handover.teams')}</legend>
        ${teams.length === 0 ? html`<p class="quiet" data-testid="no-team">${t('handover.none')}</p>` : teams.map((team) => choice(app, handover, view, team))}
      </fieldset>
      <label class="check"><input type="checkbox" data-testid="handover-leaves" .checked=${live(handover.leaves)}
        @change=${(event: Event) => set(app, () => (handover.leaves = (event.target as HTMLInputElement).checked))} /> <span>${t('handover.leave')}</span></label>
      <button type="submit" data-testid="offer-case" ?disabled=${!canOffer}>${handover.doing === 'granting' ? t('handover.granting') : t('handover.offer')}</button>
      <p class="quiet" role="status" data-testid="handover-doing">${handover.doing === 'granting' ? t('handover.granting') : ''}</p>
    </form>
  `;
}

/** Those who fit, and always the one that was chosen; it stays where it is, so that the focus does too. */
function found(app: App, handover: Handover, view: CaseView, directory: TeamDirectory): readonly KnownTeam[] {
  const mine = new Set(app.me.teams.map((team) => team.id));
  const others = byFitness(directory.teams.filter((team) => !mine.has(team.id)), view.language, view.region);
  const wanted = handover.filter.trim().toLowerCase();
  const fitting = wanted === '' ? others : others.filter((team) => said(team).toLowerCase().includes(wanted));
  const shown = fitting.slice(0, SHOWN);
  const chosen = others.filter((team) => team.id === handover.chosen && !shown.includes(team));
  return [...chosen, ...shown];
}

function said(team: KnownTeam): string {
  return [team.id, team.organisation, ...team.languages.map(languageName), ...team.regions.map(regionName)].join(' ');
}

function choice(app: App, handover: Handover, view: CaseView, team: KnownTeam): TemplateResult {
  return html`
    <label class="team" data-testid="team-choice" data-team=${team.id}>
      <input type="radio" name="handover-team" value=${team.id} .checked=${live(handover.chosen === team.id)} @change=${() => set(app, () => (handover.chosen = team.id))} />
      <span><strong>${team.id}</strong> <span class="quiet">${team.organisation}</span>
        ${team.childQualified ? html`<span class="label child">${t('handover.children')}</span>` : nothing}
        ${view.teams.includes(team.id) ? html`<span class="label">${t('handover.reads')}</span>` : nothing}
        <span class="team-facts">${team.languages.map(languageName).join(', ')} · ${team.regions.map(regionName).join(', ')}</span></span>
    </label>
  `;
}

/** What the desk served and the line's key did not sign. */
export function forgedRecords({ forged }: TeamDirectory): TemplateResult | typeof nothing {
  return forged === 0 ? nothing : html`<p class="problem" role="alert" data-testid="forged-teams">${t('handover.forged', { n: forged })}</p>`;
}

async function offer(app: App, room: Room, handover: Handover, view: CaseView): Promise<void> {
  const keys = room.keys(view);
  const team = handover.chosen;
  if (keys === undefined) return;
  const after = await handover.offer(view, keys);
  if (after !== undefined) await app.atHand.reloadReaders(t('handover.offered', { team }));
}

function set(app: App, change: () => void): void {
  change();
  app.redraw();
}

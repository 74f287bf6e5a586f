import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { App } from '../app/app.ts';
import type { Room } from '../case/room.ts';
import type { CaseView } from '../desk/api.ts';
import { LANGUAGES, REGIONS } from '../language/known.ts';
import { t } from '../language/messages.ts';
import { languageName, regionName } from '../language/names.ts';
import { byFitness } from '../teams/directory.ts';
import type { Handover } from './handover.ts';
import { forgedRecords } from './offer-form.ts';

/** Which language and place it really is, and who is to read it then. */
export function correctForm(app: App, room: Room, handover: Handover, view: CaseView): TemplateResult {
  const opened = (event: Event) => {
    if ((event.target as HTMLDetailsElement).open) void handover.look();
  };
  return html`
    <details class="panel" data-testid="correct" @toggle=${opened}>
      <summary>${t('correct.title')}</summary>
      ${form(app, room, handover, view)}
    </details>
  `;
}

function form(app: App, room: Room, handover: Handover, view: CaseView): TemplateResult {
  const { language = view.language, region = view.region, to } = handover.correction;
  const busy = handover.doing !== undefined;
  const changes = language !== view.language || region !== view.region || to !== '';
  const set = (change: Partial<Handover['correction']>) => {
    handover.correction = { ...handover.correction, ...change };
    app.redraw();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (changes && !busy) void correct(app, room, handover, view);
  };
  return html`
    <form @submit=${submit}>
      ${handover.directory === undefined ? '' : forgedRecords(handover.directory)}
      ${choice('correct-language', t('correct.language'), language, withCurrent(LANGUAGES, language).map((tag) => [tag, languageName(tag)]), (value) => set({ language: value }))}
      ${choice('correct-region', t('correct.region'), region, withCurrent(REGIONS, region).map((code) => [code, regionName(code)]), (value) => set({ region: value }))}
      ${choice('correct-to', t('correct.pass'), to, [['', t('correct.nobody')], ...readers(app, handover, language, region)], (value) => set({ to: value }))}
      <button type="submit" data-testid="save-correction" ?disabled=${!changes || busy}>${t('correct.save')}</button>
      <p class="quiet" role="status">${handover.doing === 'granting' ? t('handover.granting') : ''}</p>
    </form>
  `;
}

type Choice = readonly [value: string, name: string];

function choice(id: string, label: string, current: string, options: readonly Choice[], chosen: (value: string) => void): TemplateResult {
  return html`
    <label for=${id}>${label}</label>
    <select id=${id} data-testid=${id} .value=${live(current)} @change=${(event: Event) => chosen((event.target as HTMLSelectElement).value)}>
      ${options.map(([value, name]) => html`<option value=${value} ?selected=${value === current}>${name}</option>`)}
    </select>
  `;
}

function withCurrent(known: readonly string[], current: string): readonly string[] {
  return known.includes(current) ? known : [current, ...known];
}

/** Those who fit first, each with what it reads. */
function readers(app: App, handover: Handover, language: string, region: string): readonly Choice[] {
  const mine = new Set(app.me.teams.map((team) => team.id));
  const others = handover.directory?.teams.filter((team) => !mine.has(team.id)) ?? [];
  return byFitness(others, language, region).map((team) => [team.id, `${team.id} (${team.languages.map(languageName).join(', ')})`]);
}

async function correct(app: App, room: Room, handover: Handover, view: CaseView): Promise<void> {
  const keys = room.keys(view);
  const { to } = handover.correction;
  if (keys === undefined) return;
  const after = await handover.correct(view, keys);
  if (after === undefined) return;
  if (to !== '') room.forget();
  await app.atHand.reload(to === '' ? t('correct.saved') : t('correct.passed', { team: to }));
}

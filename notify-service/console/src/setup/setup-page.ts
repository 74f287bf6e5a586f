import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { saidView } from '../keys/said-view.ts';
import { t } from '../language/messages.ts';
import type { LineRoom } from '../line/line-room.ts';
import { catchAllStep } from './catch-all-step.ts';
import { lineStep } from './line-step.ts';
import { organisationStep } from './organisation-step.ts';
import { nobodyWakes, peopleStep } from './people-step.ts';
import type { SetUpRoom } from './setup-room.ts';
import { STEPS, stateOf } from './steps.ts';
import type { Found, StepId } from './steps.ts';
import { holdersStep, papersStep, testStep } from './state-steps.ts';
import { teamStep } from './team-step.ts';

/** A line's way from nothing to its first report. It can be left and taken up again at any step. */
export function setUpPage(room: SetUpRoom, line: LineRoom): TemplateResult {
  return html`
    <h1 tabindex="-1" data-testid="page-title">${t('setup.page')}</h1>
    ${saidView(room.attempts.said('page'))}
    ${room.found === undefined ? html`<p class="quiet" role="status">${room.attempts.busy ? t('queue.loading') : ''}</p>` : steps(room, room.found, line)}
  `;
}

function steps(room: SetUpRoom, found: Found, line: LineRoom): TemplateResult {
  const views: Record<StepId, () => TemplateResult> = {
    line: () => lineStep(room, line),
    organisation: () => organisationStep(room, found),
    people: () => peopleStep(room, found),
    team: () => teamStep(room, found),
    holders: () => holdersStep(found),
    papers: () => papersStep(found),
    'catch-all': () => catchAllStep(room, found, line),
    test: () => testStep(room, found),
  };
  return html`
    <p>${t('setup.text')}</p>
    <ol class="setup" data-testid="setup" data-missing=${room.missing}>${STEPS.map((step, i) => one(room, found, step, i + 1, views[step]))}</ol>
    ${end(room, found)}
  `;
}

function one(room: SetUpRoom, found: Found, step: StepId, number: number, view: () => TemplateResult): TemplateResult {
  const state = stateOf(step, found);
  const isOpen = room.open.has(step);
  return html`
    <li class="panel" data-testid="step" data-step=${step} data-state=${state}>
      <details ?open=${isOpen} @toggle=${(event: Event) => room.unfold(step, (event.target as HTMLDetailsElement).open)}>
        <summary><h2><span class="step-number">${number}</span> ${t(`setup.${step}.title`)}</h2> <span class="label step-state ${state}">${t(`setup.state.${state}`)}</span></summary>
        <p>${t(`setup.${step}.text`)}</p>
        ${view()} ${saidView(room.attempts.said(step))}
      </details>
    </li>
  `;
}

/** In words: what is done, and what is not. */
function end(room: SetUpRoom, found: Found): TemplateResult {
  const open = STEPS.filter((step) => stateOf(step, found) !== 'done');
  return html`
    <section class="panel" data-testid="setup-end" aria-labelledby="setup-end">
      <h2 id="setup-end">${t(open.length === 0 ? 'setup.allDone' : 'setup.soFar')}</h2>
      ${open.length === 0 ? html`<p>${t('setup.allDoneText')}</p>${nobodyWakes(room)}` : html`<ul class="plain-list">${open.map((step) => html`<li>${t(`setup.${step}.missing`)}</li>`)}</ul>`}
      ${open.length === STEPS.length ? nothing : html`<p class="quiet">${t('setup.doneSoFar', { steps: STEPS.filter((step) => !open.includes(step)).map((step) => t(`setup.${step}.title`)).join(', ') })}</p>`}
      <button class="plain" data-testid="setup-again" ?disabled=${room.attempts.busy} @click=${() => room.load()}>${t('keys.lookAgain')}</button>
    </section>
  `;
}

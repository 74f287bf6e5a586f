import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { PracticeViews } from '../app/ground.ts';
import { language } from '../language/messages.ts';
import type { PracticeRecord } from './record.ts';
import { summary } from './summary-view.ts';
import { p } from './texts.ts';
import type { Exercise } from './world.ts';

export interface Practice {
  readonly exercises: readonly Exercise[];
  readonly record: PracticeRecord;
  /** The report on screen. */
  readonly shown: () => string | undefined;
  readonly changed: () => void;
  readonly openKeys: () => void;
}

export function isDone({ scenario, report }: Exercise): boolean {
  return scenario.isDone(report.view, report.timeline, language());
}

export function practiceViews(practice: Practice): PracticeViews {
  let isSummaryShown = false;
  const showSummary = (shown: boolean) => {
    isSummaryShown = shown;
    practice.changed();
    if (shown) queueMicrotask(() => document.getElementById('practice-summary')?.focus());
  };
  return {
    band: () => band(isSummaryShown, showSummary),
    above: () => html`${isSummaryShown ? summary(practice, () => showSummary(false)) : nothing}${hint(practice)}`,
    keys: () => keys(practice),
  };
}

function band(isSummaryShown: boolean, showSummary: (shown: boolean) => void): TemplateResult {
  return html`
    <section class="practice-band" data-testid="practice-band" aria-label=${p('title')}>
      <p><strong>${p('title')}.</strong> ${p('band')}</p>
      <button class="plain" data-testid="practice-how" aria-expanded=${String(isSummaryShown)} @click=${() => showSummary(!isSummaryShown)}>${p('how')}</button>
      <a href="./" data-testid="practice-leave">${p('leave')}</a>
    </section>
  `;
}

/** What to do here: with the report on screen, or with all of them. */
function hint(practice: Practice): TemplateResult {
  const here = practice.exercises.find(({ report }) => report.id === practice.shown());
  if (here === undefined) return html`<p class="practice-hint" data-testid="practice-intro">${p('intro')}</p>`;
  const { id } = here.scenario;
  return html`
    <details class="practice-hint" open data-testid="practice-hint" data-done=${String(isDone(here))}>
      <summary>${p(`${id}.title`)}${isDone(here) ? html` · <span class="good">${p('done')}</span>` : nothing}</summary>
      <p>${p(isDone(here) ? `${id}.good` : `${id}.try`)}</p>
    </details>
  `;
}

/** Locked, as real keys are; these are opened again without a secret, since they are nobody's. */
function keys(practice: Practice): TemplateResult {
  return html`
    <section class="panel key" data-testid="practice-keys" aria-labelledby="practice-keys">
      <h2 id="practice-keys">${p('keys')}</h2>
      <button data-testid="practice-open-keys" @click=${practice.openKeys}>${p('keysOpen')}</button>
    </section>
  `;
}

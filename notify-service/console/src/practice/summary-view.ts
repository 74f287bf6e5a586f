import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { t } from '../language/messages.ts';
import { isDone } from './practice-views.ts';
import type { Practice } from './practice-views.ts';
import { STEPS } from './record.ts';
import { p } from './texts.ts';
import type { Exercise } from './world.ts';

/** What was done and how long it took: for the person who practised, and for nobody else. */
export function summary(practice: Practice, close: () => void): TemplateResult {
  const done = practice.exercises.filter(isDone).length;
  return html`
    <section class="panel practice-summary" data-testid="practice-summary" data-done=${done} aria-labelledby="practice-summary">
      <h2 id="practice-summary" tabindex="-1">${p('summary.title')}</h2>
      <p>${p('summary.done', { n: done, all: practice.exercises.length })} ${done === practice.exercises.length ? p('summary.all') : nothing}</p>
      <ul>${practice.exercises.map((one) => line(practice, one))}</ul>
      <p class="quiet">${p('summary.kept')}</p>
      <button class="plain" data-testid="practice-back" @click=${close}>${p('summary.back')}</button>
    </section>
  `;
}

function line(practice: Practice, one: Exercise): TemplateResult {
  const { scenario, report } = one;
  const took = STEPS.flatMap((step) => {
    const ms = practice.record.took(report, step);
    return ms === undefined ? [] : [p(`summary.${step}`, { time: lasted(ms) })];
  });
  return html`
    <li data-testid="practice-line" data-scenario=${scenario.id} data-done=${String(isDone(one))}>
      <strong>${report.view.shortId} · ${p(`${scenario.id}.title`)}</strong>${isDone(one) ? html` <span class="good">${p('done')}</span>` : nothing}<br>
      <span class="quiet">${took.length > 0 ? took.join(' · ') : isDone(one) ? nothing : p('summary.not')}</span>
      ${isDone(one) ? html`<br>${p(`${scenario.id}.good`)}` : nothing}
    </li>
  `;
}

function lasted(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 120 ? `${seconds} ${t('age.s')}` : `${Math.round(seconds / 60)} ${t('age.m')}`;
}

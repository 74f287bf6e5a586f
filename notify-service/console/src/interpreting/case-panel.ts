import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { ref } from 'lit-html/directives/ref.js';
import type { App } from '../app/app.ts';
import type { CaseView } from '../desk/api.ts';
import { moment } from '../language/moment.ts';
import { t } from '../language/messages.ts';
import { languageName } from '../language/names.ts';
import { languages } from '../referral/codes.ts';
import { choice, firstFocused } from '../referral/fields.ts';
import type { Asked } from './api.ts';
import type { Interpreting } from './interpreting.ts';

/** An interpreter for a conversation: asked for, and what became of it. */
export function interpreterPanel(app: App, view: CaseView): TemplateResult | typeof nothing {
  const room = app.interpreting;
  const holds = app.queue.isMine(view);
  if (!holds && room.requests.length === 0) return nothing;
  const open = room.requests.find(({ state }) => state === 'open');
  return html`
    <section class="panel" data-testid="interpreter" aria-labelledby="interpreter-title">
      <h2 id="interpreter-title">${t('interpreter.title')}</h2>
      <ul class="plain-list">${room.requests.slice(0, 3).map(request)}</ul>
      ${room.doing.problem === '' ? nothing : html`<p class="problem" role="alert" data-testid="interpreter-problem">${room.doing.problem}</p>`}
      ${!holds ? nothing : open !== undefined ? html`<button class="plain" data-testid="interpreter-withdraw" ?disabled=${room.doing.busy} @click=${() => void room.withdraw(view.id, open.id)}>${t('interpreter.withdraw')}</button>` : room.isOpen ? form(room, view) : html`<button class="plain" data-testid="interpreter-open" @click=${() => room.open(view.language)}>${t('interpreter.open')}</button>`}
    </section>
  `;
}

function request(one: Asked): TemplateResult {
  return html`
    <li data-testid="interpreter-request" data-state=${one.state}>
      <strong>${languageName(one.language)}</strong> <span class="quiet">${t('interpreter.for')} ${moment(one.wantedAt)} · ${one.askedBy}</span>
      <p class="became" role="status">${became(one)}</p>
    </li>
  `;
}

function became({ state, takenBy, asked, declined }: Asked): string {
  if (state === 'accepted') return t('interpreter.accepted', { who: takenBy ?? '' });
  if (state === 'withdrawn') return t('interpreter.withdrawn');
  if (state === 'expired') return t('interpreter.expired');
  return asked === declined ? t('interpreter.nobody') : t('interpreter.waiting', { n: asked - declined });
}

function form(room: Interpreting, view: CaseView): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    if (room.canAsk) void room.ask(view.id);
  };
  return html`
    <form class="stack" data-testid="interpreter-form" ${ref(focusedOnce)} @submit=${submit}>
      ${choice('interpreter-language', t('fact.language'), t('interpreter.choose'), languages(), room.language, (language) => room.set({ language }), true)}
      <label>${t('interpreter.when')} <input type="datetime-local" data-testid="interpreter-at" .value=${live(room.at)} @input=${(event: Event) => room.set({ at: (event.target as HTMLInputElement).value })}></label>
      <p class="quiet">${t('interpreter.learns')}</p>
      <div class="buttons">
        <button type="button" class="plain" @click=${() => room.close()}>${t('app.cancel')}</button>
        <button type="submit" data-testid="interpreter-ask" ?disabled=${!room.canAsk}>${t('interpreter.ask')}</button>
      </div>
    </form>
  `;
}

const seen = new WeakSet<Element>();

/** The form takes the focus when it opens, and never again. */
function focusedOnce(element: Element | undefined): void {
  if (element === undefined || seen.has(element)) return;
  seen.add(element);
  firstFocused(element);
}

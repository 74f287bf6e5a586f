import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { ref } from 'lit-html/directives/ref.js';
import type { Room } from '../case/room.ts';
import { TAGS, nameOf } from '../language/catalogues.ts';
import type { Tag } from '../language/catalogues.ts';
import { language, t } from '../language/messages.ts';
import { focusField, putIn, replaceBy } from './field.ts';
import { GROUPS, forgetMissed, matching, phrasesIn, sideBySide } from './phrases.ts';
import type { Phrase, Phrases } from './phrases.ts';
import { phraseTag, toolsOf } from './tools.ts';

export const PICKER = 'phrases';
export const OPENER = 'phrases-open';

/** Ready-made phrases in the reporter's language, each with what it means. A press puts one in; arrow keys choose, Enter puts it in. */
export function phrasePicker(room: Room, reporters: string): TemplateResult | typeof nothing {
  const tools = toolsOf(room);
  if (!tools.isOpen) return nothing;
  const tag = tools.chosen ?? phraseTag(reporters);
  const [theirs, own] = [phrasesIn(tag, () => room.touch()), phrasesIn(language(), () => room.touch())];
  return html`
    <div class="phrases" id=${PICKER} data-testid="phrases" data-language=${tag} role="group" aria-label=${t('phrases.title')}>
      ${languageChoice(room, tag)}
      ${theirs === 'missed' || own === 'missed' ? missed(room) : nothing}
      ${theirs === 'coming' || own === 'coming' ? html`<p class="quiet" role="status">${t('queue.loading')}</p>` : nothing}
      ${typeof theirs === 'string' || typeof own === 'string' ? nothing : chooser(room, tag, theirs, own)}
    </div>
  `;
}

function languageChoice(room: Room, tag: Tag): TemplateResult {
  const choose = (event: Event) => {
    Object.assign(toolsOf(room), { chosen: (event.target as HTMLSelectElement).value as Tag, active: undefined });
    room.touch();
  };
  return html`
    <div class="phrases-language">
      <label for="phrases-language">${t('phrases.language')}</label>
      <select id="phrases-language" data-testid="phrases-language" @change=${choose}>
        ${TAGS.map((one) => html`<option value=${one} lang=${one} .selected=${live(one === tag)}>${nameOf(one)}</option>`)}
      </select>
    </div>`;
}

function missed(room: Room): TemplateResult {
  const again = () => {
    forgetMissed();
    room.touch();
  };
  return html`<p class="problem" role="alert" data-testid="phrases-missed">${t('phrases.missed')} <button type="button" class="plain" data-testid="phrases-again" @click=${again}>${t('phrases.again')}</button></p>`;
}

function chooser(room: Room, tag: Tag, theirs: Phrases, own: Phrases): TemplateResult {
  const tools = toolsOf(room);
  const shown = matching(sideBySide(theirs, own), tools.filter, (group) => t(`phrases.group.${group}`));
  const active = shown.find((phrase) => phrase.id === tools.active) ?? shown[0];
  return html`
    ${theirs.reviewed ? nothing : html`<p class="unreviewed" data-testid="phrases-unreviewed">${t('phrases.unreviewed')}</p>`}
    <label for="phrases-filter">${t('phrases.search')}</label>
    <input id="phrases-filter" type="text" role="combobox" aria-expanded="true" aria-autocomplete="list" aria-controls="phrases-list" aria-describedby="phrases-keys"
      aria-activedescendant=${active === undefined ? nothing : optionId(active)} autocomplete="off" spellcheck="false" data-testid="phrases-filter" .value=${live(tools.filter)} ${ref((input) => entered(room, input))}
      @input=${(event: Event) => filtered(room, event)} @keydown=${(event: KeyboardEvent) => pressed(room, shown, active, event)} />
    <p class="quiet phrases-press">${t('phrases.press')}</p>
    <p class="quiet phrases-keys" id="phrases-keys">${t('phrases.keys')}</p>
    <p class="quiet" role="status" data-testid="phrases-found">${shown.length === 0 ? t('phrases.none') : t('phrases.found', { n: shown.length })}</p>
    <div class="phrases-list" id="phrases-list" role="listbox" aria-label=${t('phrases.title')}>
      ${GROUPS.map((group) => grouped(room, tag, group, shown.filter((phrase) => phrase.group === group), active))}
    </div>
  `;
}

function grouped(room: Room, tag: Tag, group: Phrase['group'], phrases: readonly Phrase[], active: Phrase | undefined): TemplateResult | typeof nothing {
  if (phrases.length === 0) return nothing;
  return html`
    <div role="group" aria-labelledby="phrases-${group}">
      <p class="phrases-group" id="phrases-${group}" role="presentation">${t(`phrases.group.${group}`)}</p>
      ${phrases.map((phrase) => option(room, tag, phrase, phrase === active))}
    </div>`;
}

function option(room: Room, tag: Tag, phrase: Phrase, isActive: boolean): TemplateResult {
  const choose = (event: MouseEvent) => put(room, phrase, event.ctrlKey || event.metaKey ? replaceBy : putIn);
  return html`
    <div class="phrase" role="option" id=${optionId(phrase)} data-testid="phrase" data-phrase=${phrase.id} aria-selected=${String(isActive)}
      @click=${choose}>
      <span class="phrase-text" lang=${tag} dir="auto">${phrase.text}</span>
      ${phrase.text === phrase.meaning ? nothing : html`<span class="phrase-meaning" dir="auto">${phrase.meaning}</span>`}
    </div>`;
}

function filtered(room: Room, event: Event): void {
  Object.assign(toolsOf(room), { filter: (event.target as HTMLInputElement).value, active: undefined });
  room.touch();
}

function pressed(room: Room, shown: readonly Phrase[], active: Phrase | undefined, event: KeyboardEvent): void {
  if (event.isComposing) return;
  const at = active === undefined ? -1 : shown.indexOf(active);
  const goTo: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 5, PageUp: at - 5 };
  const next = goTo[event.key];
  if (next !== undefined) moveTo(room, shown[Math.max(0, Math.min(next, shown.length - 1))]);
  else if (event.key === 'Enter' && active !== undefined) put(room, active, event.ctrlKey || event.metaKey ? replaceBy : putIn);
  else if (event.key === 'Escape') closePicker(room);
  else if (event.key !== 'Enter') return;
  // Enter would send the form otherwise.
  event.preventDefault();
}

function moveTo(room: Room, phrase: Phrase | undefined): void {
  if (phrase === undefined) return;
  toolsOf(room).active = phrase.id;
  room.touch();
  queueMicrotask(() => document.getElementById(optionId(phrase))?.scrollIntoView({ block: 'nearest' }));
}

function put(room: Room, phrase: Phrase, how: (room: Room, text: string) => void): void {
  Object.assign(toolsOf(room), { isOpen: false, filter: '', active: undefined });
  how(room, phrase.text);
}

function closePicker(room: Room): void {
  toolsOf(room).isOpen = false;
  room.touch();
  queueMicrotask(() => document.getElementById(OPENER)?.focus());
}

/** Opens or closes it; the filter has the focus then, as soon as it is there. */
export function togglePicker(room: Room): void {
  const tools = toolsOf(room);
  tools.isOpen = !tools.isOpen;
  tools.isAwaited = tools.isOpen;
  room.touch();
  if (!tools.isOpen) focusField();
}

/** The phrases may come late: whoever has gone on meanwhile keeps their focus. */
function entered(room: Room, input: Element | undefined): void {
  const tools = toolsOf(room);
  if (input === undefined || !tools.isAwaited) return;
  tools.isAwaited = false;
  const held = document.activeElement;
  if (held === document.body || held?.id === OPENER) queueMicrotask(() => (input as HTMLInputElement).focus());
}

function optionId(phrase: Phrase): string {
  return `phrase-${phrase.id}`;
}

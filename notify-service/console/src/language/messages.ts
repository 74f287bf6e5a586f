import { TAGS, fetchWords, wordsAtHand } from './catalogues.ts';
import type { Catalogue, Names, Tag, Words } from './catalogues.ts';

export type MessageKey = Exclude<keyof Catalogue, 'language' | 'reviewed'>;

const CHOICE = 'ovoz.language';

let current: Tag = 'en';
/** There once `startLanguage` is settled, and nothing is drawn before. */
let words!: Words;
let wanted: Tag = 'en';
let missed = false;
/** More than the first view is on screen, or on its way there. */
let saysAll = false;
let redraw = () => {};

export function language(): Tag {
  return current;
}

/** The language that was asked for last; it differs from what is shown while its catalogue is on its way. */
export function wantedLanguage(): Tag {
  return wanted;
}

/** The catalogue that was asked for last did not come, so the language stayed as it was. */
export function isLanguageMissed(): boolean {
  return missed;
}

/** False until a native speaker has read the catalogue. */
export function isReviewed(): boolean {
  return words.messages.reviewed !== 'no';
}

export function names(): Names {
  return words.names;
}

/** What to do when a catalogue has come, or has not: draw again. */
export function onLanguage(draw: () => void): void {
  redraw = draw;
}

/**
 * The language chosen before, else the first of the browser's that there is; English where its catalogue does not come. Throws when that does
 * not come either.
 */
export async function startLanguage(preferred: readonly string[]): Promise<void> {
  const chosen = localStorage.getItem(CHOICE);
  await use(TAGS.find((tag) => tag === chosen) ?? bestOf(preferred));
  if (words === undefined) speak('en', await fetchWords('en', saysAll));
}

/** What is said beyond the first view, in the language that is shown and from now on in every other. Throws when it does not come. */
export async function allWords(): Promise<void> {
  saysAll = true;
  if (wordsAtHand(current, true) === undefined) await fetchWords(current, true);
}

export function chooseLanguage(tag: Tag): void {
  localStorage.setItem(CHOICE, tag);
  void use(tag);
}

/** `uz-Cyrl-UZ` is Uzbek in Cyrillic; `uz` alone is the first Uzbek there is. */
export function bestOf(preferred: readonly string[]): Tag {
  for (const asked of preferred) {
    const found = TAGS.find((tag) => `${asked}-`.startsWith(`${tag}-`)) ?? TAGS.find((tag) => primary(tag) === primary(asked));
    if (found !== undefined) return found;
  }
  return 'en';
}

export function t(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  return words.messages[key].replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

/** For keys made from what a server says: the message if there is one, else the other. */
export function tOr(key: string, otherwise: MessageKey): string {
  return t(Object.hasOwn(words.messages, key) ? (key as MessageKey) : otherwise);
}

async function use(tag: Tag): Promise<void> {
  wanted = tag;
  missed = false;
  const atHand = wordsAtHand(tag, saysAll);
  if (atHand === undefined) await fetchAndSpeak(tag);
  else speak(tag, atHand);
}

/** Whoever chooses again meanwhile gets what was chosen last. */
async function fetchAndSpeak(tag: Tag): Promise<void> {
  const fetched = await wordsOf(tag).catch(() => undefined);
  if (wanted !== tag) return;
  if (fetched === undefined) {
    wanted = current;
    missed = true;
  } else speak(tag, fetched);
  redraw();
}

/** All of them, if that has become necessary meanwhile. */
async function wordsOf(tag: Tag): Promise<Words> {
  const fetched = await fetchWords(tag, saysAll);
  return saysAll ? fetchWords(tag, true) : fetched;
}

function speak(tag: Tag, spoken: Words): void {
  current = tag;
  words = spoken;
  document.documentElement.lang = tag;
}

function primary(tag: string): string | undefined {
  return tag.split('-')[0];
}

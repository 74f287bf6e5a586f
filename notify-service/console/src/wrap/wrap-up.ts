import type { Due, DueKind } from '../due/due-api.ts';
import { clock } from '../language/time.ts';
import { t } from '../language/messages.ts';

/** What a contact came to: in words for colleagues, and two times that come back. */
export interface WrapUp {
  readonly said: string;
  readonly promised: string;
  /** By when, in UTC. */
  readonly promisedBy: string;
  readonly safeAt: string;
}

const EMPTY: WrapUp = { said: '', promised: '', promisedBy: '', safeAt: '' };

/** As it is kept among the drafts; empty for what is none. */
export function wrapUpIn(draft: string): WrapUp {
  try {
    const read = JSON.parse(draft) as Partial<Record<keyof WrapUp, unknown>> | null;
    const text = (name: keyof WrapUp) => (typeof read?.[name] === 'string' ? read[name] : '');
    return { said: text('said'), promised: text('promised'), promisedBy: text('promisedBy'), safeAt: text('safeAt') };
  } catch {
    return EMPTY;
  }
}

/** Nothing, where nothing was typed. */
export function draftOf(wrap: WrapUp): string {
  return Object.values(wrap).every((text) => text.trim() === '') ? '' : JSON.stringify(wrap);
}

/** The note that is sealed. */
export function noteOf({ said, promised, promisedBy, safeAt }: WrapUp): string {
  const at = (time: string) => `${clock(time, 0).slice(0, -3)}`;
  const by = promisedBy === '' ? '' : ` (${t('wrap.by', { at: at(promisedBy) })})`;
  return [
    ...(said.trim() === '' ? [] : [`${t('wrap.said')}: ${said.trim()}`]),
    ...(promised.trim() === '' && by === '' ? [] : [`${t('wrap.promised')}: ${promised.trim()}${by}`]),
    ...(safeAt === '' ? [] : [`${t('wrap.safeAt')}: ${at(safeAt)}`]),
  ].join('\n');
}

/** What the desk is told of it: times. A kind without one stays as it was. */
export function duesOf({ promisedBy, safeAt }: WrapUp): readonly Due[] {
  const due = (kind: DueKind, at: string): readonly Due[] => (at === '' ? [] : [{ kind, at }]);
  return [...due('promise', promisedBy), ...due('safe-time', safeAt)];
}

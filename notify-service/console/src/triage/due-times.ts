import type { DueKind } from '../due/due-api.ts';
import { entriesOf } from './entries.ts';
import { textOf } from './facts.ts';
import type { Raw, Value } from './facts.ts';
import { entryField, fieldOf, listOf } from './fields.ts';
import type { Field, ListName } from './fields.ts';

/** The kinds of which triage says when they are due. */
export const OF_TRIAGE = ['next-step', 'follow-up', 'evidence'] as const;
export type TriageDue = (typeof OF_TRIAGE)[number];

const NEXT = fieldOf('urgent.due');
/** A trace comes back on the day before it is gone; the same moment for everybody who reads it, wherever they are. */
const EVIDENCE_AT = 'T06:00:00.000Z';
const DAY_MS = 86_400_000;

/** The next of each kind: all that the desk is told of it. */
export function nextDues(facts: Raw): Readonly<Record<TriageDue, string | undefined>> {
  return {
    'next-step': iso(textOf(facts, NEXT)),
    'follow-up': earliest(openTimes(facts, 'followUps')),
    evidence: earliest(openTimes(facts, 'evidence')),
  };
}

/** What to write down when something that was due is done. */
export function doneWith(facts: Raw, kind: DueKind, at: string): readonly { readonly field: Field; readonly value: Value | undefined }[] {
  if (kind === 'next-step') return iso(textOf(facts, NEXT)) === iso(at) ? [{ field: NEXT, value: undefined }] : [];
  if (kind !== 'follow-up' && kind !== 'evidence') return [];
  const section = kind === 'follow-up' ? 'followUps' : 'evidence';
  return openTimes(facts, section)
    .filter((open) => open.at === iso(at))
    .map(({ entry }) => ({ field: entryField(listOf(section), entry, 'done'), value: 'yes' }));
}

interface Open {
  readonly entry: string;
  readonly at: string;
}

function openTimes(facts: Raw, section: ListName & ('followUps' | 'evidence')): readonly Open[] {
  const list = listOf(section);
  return entriesOf(facts, list).there.flatMap((entry) => {
    const said = (name: string) => textOf(facts, entryField(list, entry, name));
    const at = section === 'followUps' ? iso(said('at')) : dayBefore(said('until'));
    return at === undefined || said('done') === 'yes' ? [] : [{ entry, at }];
  });
}

function earliest(open: readonly Open[]): string | undefined {
  return open.map(({ at }) => at).sort()[0];
}

function dayBefore(day: string | undefined): string | undefined {
  const last = iso(day === undefined ? undefined : `${day}${EVIDENCE_AT}`);
  return last === undefined ? undefined : new Date(Date.parse(last) - DAY_MS).toISOString();
}

/** Undefined for what is no time. */
function iso(text: string | undefined): string | undefined {
  const at = new Date(text ?? '');
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

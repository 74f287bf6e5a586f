import { FIELDS, LISTS, allOfEntry } from './fields.ts';
import type { Field, ListName } from './fields.ts';

/** The form of what is sealed. A later console may know more: what this one does not know is kept as it is. */
export const VERSION = 1;

/** Triage as it is sealed: by whom, which earlier ones it contains (and so all that those contain), and what is known, section by section. */
export interface Facts {
  readonly v: number;
  readonly by: string;
  readonly on: readonly string[];
  readonly [section: string]: unknown;
}

export type Value = string | readonly string[];
export type Raw = Readonly<Record<string, unknown>>;

/** What a field holds; undefined when it is empty, or holds what this console cannot read. */
export function valueOf(facts: Raw, field: Field): Value | undefined {
  const value = holderOf(facts, field)?.[field.name];
  if (field.kind === 'many') {
    const codes = Array.isArray(value) ? value.filter((code) => typeof code === 'string') : [];
    return codes.length === 0 ? undefined : codes;
  }
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function textOf(facts: Raw, field: Field): string | undefined {
  const value = valueOf(facts, field);
  return typeof value === 'string' ? value : undefined;
}

/** The same facts with one field changed; all else stays, also what this console does not know. */
export function withValue<T extends Raw>(facts: T, field: Field, value: Value | undefined): T {
  if (isEmpty(value) && holderOf(facts, field) === undefined) return facts;
  const { section, entry } = field;
  const before = isRecord(facts[section]) ? facts[section] : {};
  if (entry === undefined) return { ...facts, [section]: changed(before, field, value) };
  const one = isRecord(before[entry]) ? before[entry] : {};
  return { ...facts, [section]: { ...before, [entry]: changed(one, field, value) } };
}

function holderOf(facts: Raw, { section, entry }: Field): Raw | undefined {
  const found = facts[section];
  const holder = entry === undefined || !isRecord(found) ? found : found[entry];
  return isRecord(holder) ? holder : undefined;
}

function changed(holder: Raw, { name }: Field, value: Value | undefined): Raw {
  const { [name]: _, ...others } = holder;
  return isEmpty(value) ? others : { ...others, [name]: value };
}

function isEmpty(value: Value | undefined): boolean {
  return value === undefined || value.length === 0;
}

/** The ids of a list's entries, of which some may have been taken out. */
export function entriesIn(facts: Raw, section: ListName): readonly string[] {
  const entries = facts[section];
  return isRecord(entries) ? Object.keys(entries).filter((id) => isRecord(entries[id])) : [];
}

/** Every field that one of them could hold: the fixed ones, and those of each entry. */
export function fieldsIn(...all: readonly Raw[]): readonly Field[] {
  const ofEntries = LISTS.flatMap((list) => {
    const entries = new Set(all.flatMap((facts) => entriesIn(facts, list.section)));
    return [...entries].flatMap((entry) => allOfEntry(list, entry));
  });
  return [...FIELDS, ...ofEntries];
}

/** A list is the same in any order. */
export function isSame(one: Value | undefined, other: Value | undefined): boolean {
  const plain = (value: Value | undefined) => (typeof value === 'object' ? [...value].sort().join(' ') : (value ?? ''));
  return plain(one) === plain(other);
}

export function differing(one: Raw, other: Raw): readonly Field[] {
  return fieldsIn(one, other).filter((each) => !isSame(valueOf(one, each), valueOf(other, each)));
}

/** As it is sealed: by this person, on what they know of; a later version stays one. */
export function signedBy(facts: Raw, by: string, on: readonly string[]): Facts {
  const { v, on: _, ...known } = facts;
  return { ...known, v: typeof v === 'number' && v > VERSION ? v : VERSION, by, on };
}

export function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

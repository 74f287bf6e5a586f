import { ANSWERS, DETAILS, INDICATORS, NEEDS, ROLES, SECTORS } from './codes.ts';

/** The form of what is sealed. A later console may know more: what this one does not know is kept as it is. */
export const VERSION = 1;

type Known<T> = { readonly [K in keyof T]?: T[K] | undefined };
type One<T extends readonly string[]> = T[number];

/** What is asked in the first minute. Nothing of it has to be known. */
export type Urgent = Known<{
  danger: One<typeof ANSWERS>;
  child: One<typeof ANSWERS>;
  place: string;
  landmarks: string;
  contactHow: string;
  contactWhen: string;
  next: string;
  /** When the next step is due, in UTC. */
  due: string;
}>;

export type People = Known<{ role: One<typeof ROLES>; count: string; more: One<typeof ANSWERS> }>;
export type Signs = Known<{ indicators: readonly One<typeof INDICATORS>[]; details: readonly One<typeof DETAILS>[] }>;
export type Work = Known<{ sectors: readonly One<typeof SECTORS>[] }>;
/** Names that reports on one place share: how a place, a shop or a boss is called besides, the end of a number. */
export type Linking = Known<{ aliases: string }>;
export type Help = Known<{ needs: readonly One<typeof NEEDS>[] }>;

interface Sections {
  readonly urgent: Urgent;
  readonly people: People;
  readonly signs: Signs;
  readonly work: Work;
  readonly help: Help;
  readonly links: Linking;
}

/** Triage as it is sealed: by whom, which earlier ones it contains (and so all that those contain), and what is known, section by section. */
export interface Facts extends Partial<Sections> {
  readonly v: number;
  readonly by: string;
  readonly on: readonly string[];
}

export type Value = string | readonly string[];
type Coded<K> = { readonly kind: K; readonly codes: readonly string[] };
type Kind = { readonly kind: 'text' | 'time' | 'number' } | Coded<'one'> | Coded<'many'>;
type Name = { [S in keyof Sections]: string & keyof Sections[S] }[keyof Sections];

/** Where in the facts a value stands, and of what kind it is. */
export type Field = { readonly section: keyof Sections; readonly name: Name; readonly id: string } & Kind;

function field<S extends keyof Sections>(section: S, name: string & keyof Sections[S], kind: Kind): Field {
  return { section, name: name as Name, id: `${section}.${name}`, ...kind };
}

export const FIELDS: readonly Field[] = [
  field('urgent', 'danger', { kind: 'one', codes: ANSWERS }),
  field('urgent', 'child', { kind: 'one', codes: ANSWERS }),
  field('urgent', 'place', { kind: 'text' }),
  field('urgent', 'landmarks', { kind: 'text' }),
  field('urgent', 'contactHow', { kind: 'text' }),
  field('urgent', 'contactWhen', { kind: 'text' }),
  field('urgent', 'next', { kind: 'text' }),
  field('urgent', 'due', { kind: 'time' }),
  field('people', 'role', { kind: 'one', codes: ROLES }),
  field('people', 'count', { kind: 'number' }),
  field('people', 'more', { kind: 'one', codes: ANSWERS }),
  field('signs', 'indicators', { kind: 'many', codes: INDICATORS }),
  field('signs', 'details', { kind: 'many', codes: DETAILS }),
  field('work', 'sectors', { kind: 'many', codes: SECTORS }),
  field('help', 'needs', { kind: 'many', codes: NEEDS }),
  field('links', 'aliases', { kind: 'text' }),
];

export function fieldOf(id: string): Field {
  return FIELDS.find((one) => one.id === id)!;
}

type Raw = Readonly<Record<string, unknown>>;

/** What a field holds; undefined when it is empty, or holds what this console cannot read. */
export function valueOf(facts: Raw, { section, name, kind }: Field): Value | undefined {
  const value = isRecord(facts[section]) ? facts[section][name] : undefined;
  if (kind === 'many') {
    const codes = Array.isArray(value) ? value.filter((code) => typeof code === 'string') : [];
    return codes.length === 0 ? undefined : codes;
  }
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The same facts with one field changed; all else stays, also what this console does not know. */
export function withValue<T extends Raw>(facts: T, { section, name }: Field, value: Value | undefined): T {
  if (value === undefined && !isRecord(facts[section])) return facts;
  const before = isRecord(facts[section]) ? facts[section] : {};
  const { [name]: _, ...others } = before;
  return { ...facts, [section]: value === undefined || value.length === 0 ? others : { ...others, [name]: value } };
}

/** A list is the same in any order. */
export function isSame(one: Value | undefined, other: Value | undefined): boolean {
  const plain = (value: Value | undefined) => (typeof value === 'object' ? [...value].sort().join(' ') : (value ?? ''));
  return plain(one) === plain(other);
}

export function differing(one: Raw, other: Raw): readonly Field[] {
  return FIELDS.filter((each) => !isSame(valueOf(one, each), valueOf(other, each)));
}

/** As it is sealed: by this person, on what they know of; a later version stays one. */
export function signedBy(facts: Raw, by: string, on: readonly string[]): Facts {
  const { v, on: _, ...known } = facts;
  return { ...known, v: typeof v === 'number' && v > VERSION ? v : VERSION, by, on };
}

export function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

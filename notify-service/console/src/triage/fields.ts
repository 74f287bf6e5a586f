import {
  ANSWERS, BODIES, COMPLAINT_OUTCOMES, DECIDERS, DETAILS, DONE, EXPLOITATION, INDICATORS, MIGRATION, AGES, NEEDS, PURPOSES, ROLES, SECTORS, SEXES, STAGES, STATUSES,
  TRACES,
} from './codes.ts';

type Coded<K> = { readonly kind: K; readonly codes: readonly string[] };

/** `consent` is an answer and its day in one value, since neither says anything alone; `hidden` is nothing that a person types. */
type Kind = { readonly kind: 'text' | 'time' | 'date' | 'number' | 'country' | 'consent' | 'hidden' } | Coded<'one'> | Coded<'many'>;

/** Where in the facts a value stands, and of what kind it is. */
export type Field = {
  readonly section: string;
  readonly name: string;
  readonly id: string;
  /** For a field of one of several: which of them. */
  readonly entry?: string;
} & Kind;

/** Several of a kind, each under a random id: so two people who add one at the same time both keep theirs. */
export interface List {
  readonly section: ListName;
  readonly fields: readonly (readonly [name: string, kind: Kind])[];
}

export type ListName = 'persons' | 'route' | 'evidence' | 'complaints' | 'followUps';

const one = (codes: readonly string[]): Kind => ({ kind: 'one', codes });
const many = (codes: readonly string[]): Kind => ({ kind: 'many', codes });
const TEXT: Kind = { kind: 'text' };
const HIDDEN: Kind = { kind: 'hidden' };

function field(section: string, name: string, kind: Kind): Field {
  return { section, name, id: `${section}.${name}`, ...kind };
}

export const FIELDS: readonly Field[] = [
  field('urgent', 'danger', one(ANSWERS)),
  field('urgent', 'child', one(ANSWERS)),
  field('urgent', 'place', TEXT),
  field('urgent', 'landmarks', TEXT),
  field('urgent', 'contactHow', TEXT),
  field('urgent', 'contactWhen', TEXT),
  field('urgent', 'next', TEXT),
  field('urgent', 'due', { kind: 'time' }),
  field('people', 'role', one(ROLES)),
  field('people', 'count', { kind: 'number' }),
  field('people', 'more', one(ANSWERS)),
  field('signs', 'indicators', many(INDICATORS)),
  field('signs', 'details', many(DETAILS)),
  field('work', 'exploitation', many(EXPLOITATION)),
  field('work', 'sectors', many(SECTORS)),
  field('help', 'needs', many(NEEDS)),
  // Names that reports on one place share; asked where links are, not here.
  field('links', 'aliases', TEXT),
  field('standing', 'status', one(STATUSES)),
  field('standing', 'decidedBy', one(DECIDERS)),
  field('standing', 'decidedOn', { kind: 'date' }),
  ...PURPOSES.map((purpose) => field('consent', purpose, { kind: 'consent' })),
  field('counted', 'row', HIDDEN),
  field('counted', 'retired', { kind: 'many', codes: [] }),
];

export const LISTS: readonly List[] = [
  { section: 'persons', fields: [['sex', one(SEXES)], ['age', one(AGES)], ['nationality', { kind: 'country' }], ['migration', one(MIGRATION)]] },
  { section: 'route', fields: [['stage', one(STAGES)], ['country', { kind: 'country' }], ['where', TEXT]] },
  { section: 'evidence', fields: [['trace', one(TRACES)], ['where', TEXT], ['until', { kind: 'date' }], ['done', one(DONE)]] },
  {
    section: 'complaints',
    fields: [['on', { kind: 'date' }], ['body', one(BODIES)], ['complaint', one(COMPLAINT_OUTCOMES)], ['article', TEXT], ['reason', TEXT]],
  },
  { section: 'followUps', fields: [['at', { kind: 'time' }], ['what', TEXT], ['done', one(DONE)]] },
];

/** When it was added, by which the list is in order; and whether it was taken out, which can be undone. */
const ABOUT_ENTRIES = ['added', 'removed'] as const;

export function fieldOf(id: string): Field {
  const [section = '', entry = '', name = ''] = id.split('/');
  return name === '' ? FIELDS.find((each) => each.id === id)! : entryField(listOf(section as ListName), entry, name);
}

export function listOf(section: ListName): List {
  return LISTS.find((each) => each.section === section)!;
}

export function entryField({ section, fields }: List, entry: string, name: string): Field {
  const kind = fields.find(([known]) => known === name)?.[1] ?? HIDDEN;
  return { section, name, entry, id: `${section}/${entry}/${name}`, ...kind };
}

/** What a person may say of one entry. */
export function fieldsOfEntry(list: List, entry: string): readonly Field[] {
  return list.fields.map(([name]) => entryField(list, entry, name));
}

/** Every field of one entry, also those that nobody types. */
export function allOfEntry(list: List, entry: string): readonly Field[] {
  return [...ABOUT_ENTRIES.map((name) => entryField(list, entry, name)), ...fieldsOfEntry(list, entry)];
}

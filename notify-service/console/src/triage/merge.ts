import type { Triage } from '../case/open-conversation.ts';
import { ancestors, heads } from './history.ts';
import { onlyOneRow } from './counted.ts';
import { keptThough } from './entries.ts';
import { differing, fieldsIn, isRecord, isSame, valueOf, withValue } from './facts.ts';
import type { Raw as Facts, Value } from './facts.ts';
import { fieldOf } from './fields.ts';
import type { Field } from './fields.ts';

/** What a colleague wrote where this person wrote something else; it waits for a choice. */
export interface Apart {
  readonly by: string;
  readonly at: string;
  /** By field; null where they left it empty. */
  readonly theirs: Readonly<Record<string, Value | null>>;
}

/** What somebody has before them and has not saved yet; kept as it is, sealed. */
export interface Held {
  readonly facts: Facts;
  /** Every triage that was taken into account. */
  readonly seen: readonly string[];
  readonly apart: Apart | undefined;
}

/** What the report holds: the latest, and what of the others it does not contain (saved at the same moment, or without looking). */
export function heldOf(triages: readonly Triage[]): Held {
  const latest = heads(triages).at(-1);
  const seen = latest === undefined ? [] : [...ancestors(latest, triages), latest.id];
  const others = triages.filter(({ id }) => !seen.includes(id));
  return others.reduce<Held>((held, other) => met(held, other, triages), { facts: latest?.facts ?? {}, seen, apart: undefined });
}

/**
 * Takes in what a colleague saved meanwhile. Each of the two is compared with the last that both contain: a field that one of them
 * changed is as that one left it; where both did, this person's stays before them and theirs waits beside it.
 */
export function met(held: Held, theirs: Triage, triages: readonly Triage[]): Held {
  const before = ancestors(theirs, triages);
  const base = triages.filter(({ id }) => before.has(id) && held.seen.includes(id)).at(-1)?.facts ?? {};
  const open: Record<string, Value | null> = { ...held.apart?.theirs };
  let facts = onlyOneRow(united(held.facts, theirs.facts), held.facts, theirs.facts);
  for (const field of fieldsIn(base, held.facts, theirs.facts)) {
    if (field.section === 'counted') continue;
    const [was, my, their] = [base, held.facts, theirs.facts].map((one) => valueOf(one, field));
    if (isSame(my, their)) delete open[field.id];
    else if (isSame(their, was)) continue;
    else if (isSame(my, was) && !(field.id in open)) facts = withValue(facts, field, their);
    else open[field.id] = their ?? null;
  }
  facts = keptThough(facts, base, held.facts, theirs.facts);
  const by = theirs.facts['by'];
  const apart = Object.keys(open).length === 0 ? undefined : { by: typeof by === 'string' ? by : '', at: theirs.at, theirs: open };
  return { facts, seen: [...held.seen, theirs.id], apart };
}

/** What has been typed. A choice that waits still waits, unless it came to the same. */
export function typed(held: Held, field: Field, value: Value | undefined): Held {
  const after = { ...held, facts: withValue(held.facts, field, value) };
  const theirs = held.apart?.theirs[field.id];
  return theirs !== undefined && isSame(theirs ?? undefined, value) ? { ...after, apart: without(held.apart, field.id) } : after;
}

export function chosen(held: Held, id: string, whose: 'mine' | 'theirs'): Held {
  const theirs = held.apart?.theirs[id];
  if (theirs === undefined) return held;
  const facts = whose === 'mine' ? held.facts : withValue(held.facts, fieldOf(id), theirs ?? undefined);
  return { ...held, facts, apart: without(held.apart, id) };
}

/** True when something that was saved, and is contained in nothing later, is not what this person has. */
export function isChanged(held: Held, triages: readonly Triage[]): boolean {
  const saved = heads(triages).map(({ facts }) => facts);
  return (saved.length === 0 ? [{}] : saved).some((facts) => differing(held.facts, facts).length > 0);
}

/** What of a draft was kept; undefined when it is none. */
export function heldIn(text: string): Held | undefined {
  try {
    const read = JSON.parse(text) as Partial<Held> | null;
    if (!isRecord(read?.facts) || !Array.isArray(read.seen)) return undefined;
    return { facts: read.facts, seen: read.seen as string[], apart: read.apart };
  } catch {
    return undefined;
  }
}

function without(apart: Apart | undefined, id: string): Apart | undefined {
  if (apart === undefined) return undefined;
  const { [id]: _, ...theirs } = apart.theirs;
  return Object.keys(theirs).length === 0 ? undefined : { ...apart, theirs };
}

/** What this console does not know comes along from both; what it knows stays as this person has it. */
function united(mine: Facts, theirs: Facts): Facts {
  const all = joined(mine, theirs);
  return differing(mine, all).reduce<Facts>((facts, field) => withValue(facts, field, valueOf(mine, field)), all);
}

function joined(mine: Facts, theirs: Facts): Facts {
  const all: Record<string, unknown> = { ...mine, ...theirs };
  for (const name of Object.keys(mine)) {
    if (isRecord(mine[name]) && isRecord(theirs[name])) all[name] = joined(mine[name], theirs[name]);
  }
  return all;
}

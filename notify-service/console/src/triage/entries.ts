import { newId } from '../sealing/seal.ts';
import { entriesIn, isSame, textOf, valueOf, withValue } from './facts.ts';
import type { Raw } from './facts.ts';
import { LISTS, entryField, fieldsOfEntry } from './fields.ts';
import type { Field, List } from './fields.ts';

/** An entry is there from the moment it is added, though nothing is known of it: somebody whom nobody knows counts, too. */
export function newEntry(list: List, now: number): { readonly field: Field; readonly value: string } {
  return { field: entryField(list, newId(), 'added'), value: new Date(now).toISOString() };
}

export function isRemoved(facts: Raw, list: List, entry: string): boolean {
  return valueOf(facts, removedOf(list, entry)) !== undefined;
}

export function removedOf(list: List, entry: string): Field {
  return entryField(list, entry, 'removed');
}

/** In the order in which they were added. */
export function entriesOf(facts: Raw, list: List): { readonly there: readonly string[]; readonly removed: readonly string[] } {
  const added = (entry: string) => textOf(facts, entryField(list, entry, 'added')) ?? '';
  const inOrder = [...entriesIn(facts, list.section)].sort((a, b) => (added(a) + a < added(b) + b ? -1 : 1));
  return {
    there: inOrder.filter((entry) => !isRemoved(facts, list, entry)),
    removed: inOrder.filter((entry) => isRemoved(facts, list, entry)),
  };
}

/** What one took out and the other has changed since is kept: somebody still works with it. */
export function keptThough(facts: Raw, base: Raw, mine: Raw, theirs: Raw): Raw {
  const isChangedBy = (side: Raw, list: List, entry: string) =>
    fieldsOfEntry(list, entry).some((field) => !isSame(valueOf(side, field), valueOf(base, field)));
  const wasTakenOutBy = (side: Raw, list: List, entry: string) => isRemoved(side, list, entry) && !isRemoved(base, list, entry);
  let kept = facts;
  for (const list of LISTS) {
    for (const entry of entriesIn(base, list.section)) {
      const isTorn =
        (wasTakenOutBy(mine, list, entry) && isChangedBy(theirs, list, entry)) || (wasTakenOutBy(theirs, list, entry) && isChangedBy(mine, list, entry));
      if (isTorn) kept = withValue(kept, removedOf(list, entry), undefined);
    }
  }
  return kept;
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Triage } from '../src/case/open-conversation.ts';
import { consentIn, consentValue } from '../src/triage/consent.ts';
import { entriesOf, isRemoved, newEntry, removedOf } from '../src/triage/entries.ts';
import { entriesIn, valueOf, withValue } from '../src/triage/facts.ts';
import type { Raw } from '../src/triage/facts.ts';
import { LISTS, allOfEntry, entryField, fieldOf, fieldsOfEntry, listOf } from '../src/triage/fields.ts';
import { chosen, heldOf, isChanged, met, typed } from '../src/triage/merge.ts';
import type { Held } from '../src/triage/merge.ts';

const persons = listOf('persons');
const sex = (entry: string) => entryField(persons, entry, 'sex');
const age = (entry: string) => entryField(persons, entry, 'age');
const added = (held: Held, id: string, at: number): Held => typed(held, entryField(persons, id, 'added'), new Date(at).toISOString());
const saved = (held: Held, id: string, on: readonly string[], by = 'vera'): Triage =>
  ({ id, at: new Date(Date.UTC(2026, 10, 24, 4, on.length)).toISOString(), facts: { ...held.facts, v: 1, by, on } });
const one = saved(typed(added(heldOf([]), 'p1', 1000), sex('p1'), 'female'), 'o', []);

test('two who add a person at the same time both keep theirs, in the order in which they were added', () => {
  const mine = typed(added(heldOf([one]), 'mine', 3000), age('mine'), '18-24');
  const theirs = saved(typed(added(heldOf([one]), 'theirs', 2000), sex('theirs'), 'male'), 't', ['o']);
  const held = met(mine, theirs, [one, theirs]);
  assert.equal(held.apart, undefined);
  assert.deepEqual(entriesOf(held.facts, persons).there, ['p1', 'theirs', 'mine']);
  assert.deepEqual([valueOf(held.facts, age('mine')), valueOf(held.facts, sex('theirs')), valueOf(held.facts, sex('p1'))], ['18-24', 'male', 'female']);
  assert.ok(isChanged(held, [one, theirs]));
});

test('somebody of whom nothing is known is there, and is saved', () => {
  const { field, value } = newEntry(persons, 5000);
  const held = typed(heldOf([]), field, value);
  assert.ok(isChanged(held, []));
  assert.equal(entriesOf(held.facts, persons).there.length, 1);
});

test('different answers about one person are joined; the same one answered twice is asked', () => {
  const mine = typed(typed(heldOf([one]), age('p1'), '25-34'), sex('p1'), 'trans-female');
  const theirs = saved(typed(typed(heldOf([one]), sex('p1'), 'male'), entryField(persons, 'p1', 'nationality'), 'KG'), 't', ['o']);
  const held = met(mine, theirs, [one, theirs]);
  assert.deepEqual(held.apart?.theirs, { 'persons/p1/sex': 'male' });
  assert.deepEqual([valueOf(held.facts, age('p1')), valueOf(held.facts, entryField(persons, 'p1', 'nationality'))], ['25-34', 'KG']);
  const after = chosen(held, 'persons/p1/sex', 'theirs');
  assert.deepEqual([valueOf(after.facts, sex('p1')), after.apart], ['male', undefined]);
});

test('what one took out and nobody touched stays out, and can be put back with all that was known', () => {
  const mine = typed(heldOf([one]), removedOf(persons, 'p1'), 'yes');
  const theirs = saved(typed(heldOf([one]), fieldOf('urgent.place'), 'bozor'), 't', ['o']);
  const held = met(mine, theirs, [one, theirs]);
  assert.deepEqual(entriesOf(held.facts, persons), { there: [], removed: ['p1'] });
  const back = typed(held, removedOf(persons, 'p1'), undefined);
  assert.deepEqual([entriesOf(back.facts, persons).there, valueOf(back.facts, sex('p1'))], [['p1'], 'female']);
});

test('what one took out while the other worked on it is kept, whoever of the two looks', () => {
  const out = typed(heldOf([one]), removedOf(persons, 'p1'), 'yes');
  const on = typed(heldOf([one]), age('p1'), '14-17');
  for (const held of [met(out, saved(on, 't', ['o']), [one]), met(on, saved(out, 't', ['o']), [one])]) {
    assert.equal(isRemoved(held.facts, persons, 'p1'), false);
    assert.equal(valueOf(held.facts, age('p1')), '14-17');
  }
});

test('what a later console wrote of a person stays, though both wrote of them', () => {
  const later: Raw = { ...one.facts, persons: { p1: { added: new Date(1000).toISOString(), sex: 'female', shoe: '38' } } };
  const theirs = { ...one, id: 't', facts: { ...later, on: ['o'] } };
  const held = met(typed(heldOf([one]), age('p1'), 'adult'), theirs, [one, theirs]);
  assert.deepEqual((held.facts['persons'] as Raw)['p1'], { added: new Date(1000).toISOString(), sex: 'female', shoe: '38', age: 'adult' });
});

test('every field of every list is found again by its id', () => {
  for (const list of LISTS) {
    for (const field of allOfEntry(list, 'x-1')) assert.deepEqual(fieldOf(field.id), field);
    assert.ok(fieldsOfEntry(list, 'x').every(({ kind }) => kind !== 'hidden'));
    assert.deepEqual(entriesIn({ [list.section]: 'nonsense' }, list.section), []);
    assert.deepEqual(entriesIn({ [list.section]: { a: 3, b: {} } }, list.section), ['b']);
  }
});

test('what is no entry is not destroyed by writing beside it', () => {
  const facts = { persons: { odd: 7 } };
  assert.deepEqual(withValue(facts as Raw, sex('p1'), 'male'), { persons: { odd: 7, p1: { sex: 'male' } } });
});

test('an answer and its day are one value', () => {
  assert.deepEqual(consentIn('yes 2026-11-26'), { answer: 'yes', on: '2026-11-26' });
  assert.equal(consentValue({ answer: 'yes', on: '2026-11-26' }), 'yes 2026-11-26');
  assert.equal(consentValue({ answer: 'not-asked', on: '' }), 'not-asked');
  assert.equal(consentValue({ answer: '', on: '2026-11-26' }), undefined);
  assert.deepEqual(consentIn(undefined), { answer: '', on: '' });
});

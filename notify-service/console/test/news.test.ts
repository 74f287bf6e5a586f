import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOfWhoIsThere } from '../src/case/news.ts';
import type { CaseView } from '../src/desk/api.ts';

const before = { id: 'r', state: 'claimed', leaseUntil: '2026-11-26T10:00:00Z', present: [{ who: 'vera', doing: 'reading' }] } as unknown as CaseView;

test('somebody who comes or writes is no news of the report', () => {
  assert.equal(isOfWhoIsThere(before, { ...before, present: [{ who: 'vera', doing: 'writing' }] } as CaseView), true);
  assert.equal(isOfWhoIsThere({ ...before, present: [] } as CaseView, before), true);
});

test('whatever else was told is: also where the list shows nothing of it', () => {
  assert.equal(isOfWhoIsThere(before, { ...before }), false, 'something that has passed');
  assert.equal(isOfWhoIsThere(before, { ...before, leaseUntil: '2026-11-26T10:30:00Z' } as CaseView), false, 'a note of a colleague');
  assert.equal(isOfWhoIsThere(undefined, before), false);
});

test('somebody came, and something else happened meanwhile', () => {
  const now = { ...before, present: [] } as CaseView;
  assert.equal(isOfWhoIsThere({ ...before, version: 3 }, { ...now, version: 4 }), true);
  assert.equal(isOfWhoIsThere({ ...before, version: 3 }, { ...now, version: 5 }), false);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import './english.ts';
import { draftOf, duesOf, noteOf, wrapUpIn } from '../src/wrap/wrap-up.ts';

const wrap = { said: ' Ertaga qoʻngʻiroq ', promised: 'Advokat', promisedBy: '2026-11-27T15:40:00.000Z', safeAt: '2026-11-28T17:00:00.000Z' };

test('a contact is kept as it was typed, and what is none is empty', () => {
  assert.deepEqual(wrapUpIn(draftOf(wrap)), wrap);
  assert.equal(draftOf({ said: '  ', promised: '', promisedBy: '', safeAt: '' }), '');
  for (const draft of ['', 'null', '[]', '7', '{"said":5}']) assert.deepEqual(Object.values(wrapUpIn(draft)), ['', '', '', '']);
});

test('the note says what was filled in, with days and hours, and nothing of the rest', () => {
  const lines = noteOf(wrap).split('\n');
  assert.deepEqual([lines.length, lines[0]], [3, 'What was said: Ertaga qoʻngʻiroq']);
  assert.match(lines[1]!, /^What was promised: Advokat \(by 2026-11-2[78] \d\d:40\)$/);
  assert.match(lines[2]!, /^Next safe time: 2026-11-2[89] \d\d:00$/);
  assert.equal(noteOf({ ...wrap, promised: '', promisedBy: '', safeAt: '' }), lines[0]);
});

test('the desk learns two times at most, and none that was not given', () => {
  assert.deepEqual(duesOf(wrap), [{ kind: 'promise', at: wrap.promisedBy }, { kind: 'safe-time', at: wrap.safeAt }]);
  assert.deepEqual(duesOf({ ...wrap, promisedBy: '', safeAt: '' }), []);
});

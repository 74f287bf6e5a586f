import assert from 'node:assert/strict';
import { test } from 'node:test';
import { segmentsOf } from '../src/case/segments.ts';

const count = (text: string) => [segmentsOf(text).encoding, segmentsOf(text).segments];

test('plain Latin fits 160 into one segment and 153 into each of several', () => {
  assert.deepEqual(count(''), ['GSM-7', 0]);
  assert.deepEqual(count('a'.repeat(160)), ['GSM-7', 1]);
  assert.deepEqual(count('a'.repeat(161)), ['GSM-7', 2]);
  assert.deepEqual(count('a'.repeat(306)), ['GSM-7', 2]);
  assert.deepEqual(count('a'.repeat(307)), ['GSM-7', 3]);
});

test('the characters of the extension table cost two, and are never cut in two', () => {
  assert.deepEqual(count('€'.repeat(80)), ['GSM-7', 1]);
  assert.deepEqual(count('€'.repeat(81)), ['GSM-7', 2]);
  assert.deepEqual(count(`${'a'.repeat(152)}€${'a'.repeat(151)}`), ['GSM-7', 2]);
  assert.deepEqual(count(`${'a'.repeat(152)}€${'a'.repeat(152)}`), ['GSM-7', 3]);
});

test('one Cyrillic letter, or the Uzbek oʻ, costs the whole text UCS-2', () => {
  assert.deepEqual(count('я'.repeat(70)), ['UCS-2', 1]);
  assert.deepEqual(count('я'.repeat(71)), ['UCS-2', 2]);
  assert.deepEqual(count(`${'a'.repeat(70)}ʻ`), ['UCS-2', 2]);
});

test('an emoji counts two and stays whole', () => {
  assert.deepEqual(count('\u{1F64F}'.repeat(35)), ['UCS-2', 1]);
  assert.deepEqual(count('\u{1F64F}'.repeat(36)), ['UCS-2', 2]);
  assert.deepEqual(count('\u{1F64F}'.repeat(66)), ['UCS-2', 2]);
  assert.deepEqual(count('\u{1F64F}'.repeat(67)), ['UCS-2', 3]);
});

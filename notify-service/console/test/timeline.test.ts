import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folded } from '../src/case/timeline-view.ts';

const at = (second: number) => `2026-11-24T04:00:${String(second).padStart(2, '0')}Z`;

test('the same thing again and again is one line, which says how often and when last', () => {
  const lines = folded([
    { at: at(9), what: 'opened', who: 'aziza' },
    { at: at(8), what: 'alert-sent' },
    { at: at(7), what: 'alert-sent' },
    { at: at(6), what: 'alert-sent' },
    { at: at(5), what: 'received' },
  ]);
  assert.deepEqual(lines.map(({ what, times }) => [what, times]), [['opened', 1], ['alert-sent', 3], ['received', 1]]);
  assert.equal(lines[1]?.at, at(8));
});

test('what somebody else did, what had another reason, and what something came between stays a line of its own', () => {
  const lines = folded([
    { at: at(9), what: 'opened', who: 'aziza' },
    { at: at(8), what: 'opened', who: 'vera' },
    { at: at(7), what: 'triage-changed', who: 'vera' },
    { at: at(6), what: 'opened', who: 'vera' },
    { at: at(5), what: 'reply-refused', reason: 'texts-unknown' },
    { at: at(4), what: 'reply-refused', reason: 'contact-erased' },
  ]);
  assert.deepEqual(lines.map(({ times }) => times), [1, 1, 1, 1, 1, 1]);
});

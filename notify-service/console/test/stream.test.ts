import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../src/desk/problem.ts';
import { SessionEnded } from '../src/login/session.ts';
import { endOf } from '../src/queue/feed.ts';
import { Live } from '../src/queue/live.ts';
import { EventStreamParser } from '../src/queue/server-sent-events.ts';

const STREAM = ': hello\n\nid: 0:1\nevent: case\ndata: {"id":"a"}\n\nevent: reset\ndata: {}\n\ndata: one\r\ndata: two\r\nid: 0:3\r\n\r\nid: 0:4\n\ndata:x\n\n';
const EVENTS = [
  { event: 'case', data: '{"id":"a"}', id: '0:1' },
  { event: 'reset', data: '{}', id: '0:1' },
  { event: 'message', data: 'one\ntwo', id: '0:3' },
  { event: 'message', data: 'x', id: '0:4' },
];

test('events are the same in whatever pieces the stream arrives', () => {
  for (const size of [1, 2, 3, 7, 1000]) {
    const parser = new EventStreamParser();
    const pieces = STREAM.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g'))!;
    assert.deepEqual(pieces.flatMap((piece) => parser.push(piece)), EVENTS, `pieces of ${size}`);
  }
});

test('an event without data is none, but its id counts', () => {
  const parser = new EventStreamParser();
  assert.deepEqual(parser.push('id: 7\n\ndata: a\n\n'), [{ event: 'message', data: 'a', id: '7' }]);
});

/** Serves one scripted answer after the other; closes the reader when there is none left. */
function reading(answers: (string | Error)[]) {
  const asked: (string | undefined)[] = [];
  const seen: string[] = [];
  const live: Live = new Live(
    (id) => {
      asked.push(id);
      const next = answers.shift();
      if (answers.length === 0) queueMicrotask(() => setTimeout(() => live.close(), 20));
      if (next === undefined || next instanceof Error) return Promise.reject(next ?? new Error('over'));
      return Promise.resolve(new Response(next));
    },
    {
      onCase: (view) => void seen.push(`case ${view.id}`),
      onReset: () => void seen.push('reset'),
      onConnected: (connected) => void seen.push(connected ? 'on' : 'off'),
      onEnded: (end) => void seen.push(end),
    },
    (failure) => endOf(failure),
  );
  return { done: live.run(), asked, seen };
}

test('the first connection loads the page, a later one resumes after the last event', async () => {
  const { done, asked, seen } = reading(['id: 0:5\nevent: case\ndata: {"id":"a"}\n\n', 'id: 0:6\nevent: case\ndata: {"id":"b"}\n\n']);
  await done;
  assert.deepEqual(asked.slice(0, 2), [undefined, '0:5']);
  assert.deepEqual(seen.slice(0, 5), ['reset', 'on', 'case a', 'off', 'on']);
  assert.ok(seen.includes('case b'));
});

test('a comment with an id is where a later connection resumes, one that was cut short is not', async () => {
  const { done, asked } = reading(['id: 0:5\nevent: case\ndata: {"id":"a"}\n\n: beat\nid: 0:7\n\nid: 0:9\ndata: {"id', '']);
  await done;
  assert.equal(asked[1], '0:7');
});

test('a reset loads the page anew', async () => {
  const { done, seen } = reading(['id: 0:5\nevent: case\ndata: {"id":"a"}\n\n', 'event: reset\ndata: {}\n\n']);
  await done;
  assert.equal(seen.filter((what) => what === 'reset').length, 2);
});

test('an ended session is not tried again', async () => {
  const { done, asked, seen } = reading([new SessionEnded(), 'never asked']);
  await done;
  assert.deepEqual(asked, [undefined]);
  assert.deepEqual(seen, ['session']);
});

test('whoever was stopped is out, and comes back by no other way', async () => {
  const { done, asked, seen } = reading(['id: 0:5\nevent: case\ndata: {"id":"a"}\n\n', new Problem('unknown-person', 403), 'never asked']);
  await done;
  assert.deepEqual(asked, [undefined, '0:5']);
  assert.deepEqual(seen, ['reset', 'on', 'case a', 'off', 'stopped']);
});

test('a desk that is away is asked again', async () => {
  const { done, asked, seen } = reading([new Problem('unreachable', 0), 'id: 0:5\nevent: case\ndata: {"id":"a"}\n\n']);
  await done;
  assert.equal(asked.length, 2);
  assert.deepEqual(seen.slice(0, 4), ['off', 'reset', 'on', 'case a']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextTime } from '../src/claims/agreed-time.ts';
import { Presence } from '../src/claims/presence.ts';
import type { CaseView } from '../src/desk/api.ts';
import { Desk } from '../src/desk/desk.ts';
import { problemOf } from '../src/desk/problem.ts';
import { Queue } from '../src/queue/queue.ts';

const NOON = new Date(2026, 10, 24, 12, 0, 0).getTime();

test('a time of day is the next one there is', () => {
  assert.equal(nextTime('18:40', NOON), new Date(2026, 10, 24, 18, 40).toISOString());
  assert.equal(nextTime('11:59', NOON), new Date(2026, 10, 25, 11, 59).toISOString());
  assert.equal(nextTime('12:00', NOON), new Date(2026, 10, 25, 12, 0).toISOString(), 'now is over');
  for (const none of ['', '24:00', '9:30', '12:60', 'noon', '12:00:00']) assert.equal(nextTime(none, NOON), undefined, none);
});

function watched(): { readonly said: string[]; readonly presence: Presence; pass(ms: number): void; lose(): void } {
  const said: string[] = [];
  let now = NOON;
  let lost = false;
  const desk = {
    present: (id: string, doing: string) => { said.push(`${id} ${doing}`); return lost ? Promise.reject(new TypeError('offline')) : Promise.resolve(); },
    leave: (id: string) => { said.push(`${id} left`); return Promise.resolve(); },
  };
  return {
    said, presence: new Presence(desk, () => now),
    pass(ms) { for (const end = now + ms; now < end;) { now += 1000; this.presence.beat(true); } },
    lose() { lost = true; },
  };
}

test('who reads is told at once and every 30 seconds, and that they left', () => {
  const at = watched();
  at.presence.enter('a');
  at.pass(65_000);
  at.presence.enter('b');
  at.presence.leave();
  at.presence.leave();
  assert.deepEqual(at.said, ['a reading', 'a reading', 'a reading', 'a left', 'b reading', 'b left']);
});

test('who begins to write is told at once, and reads again when nothing was typed for a minute', () => {
  const at = watched();
  at.presence.enter('a');
  at.pass(5_000);
  for (const _ of 'words') at.presence.typed();
  assert.deepEqual(at.said, ['a reading', 'a writing']);
  at.pass(59_000);
  assert.deepEqual(at.said, ['a reading', 'a writing', 'a writing']);
  at.pass(1_000);
  assert.deepEqual(at.said.at(-1), 'a reading');
});

test('a page that nobody sees says nothing, and neither does one that has no case', () => {
  const at = watched();
  at.presence.beat(true);
  at.presence.typed();
  assert.deepEqual(at.said, []);
  at.presence.enter('a');
  at.presence.beat(false);
  assert.deepEqual(at.said, ['a reading']);
});

test('what did not reach the desk is said again at the next beat', async () => {
  const at = watched();
  at.lose();
  at.presence.enter('a');
  await new Promise(setImmediate);
  at.presence.beat(true);
  assert.deepEqual(at.said, ['a reading', 'a reading']);
});

test('why a report is closed goes beside the order, to the desk alone', async () => {
  const sent: RequestInit[] = [];
  Object.defineProperty(globalThis, 'fetch', { configurable: true, writable: true, value: async (_: string, init: RequestInit) => { sent.push(init); return new Response('{}'); } });
  const desk = new Desk({ accessToken: async () => 'token', refresh: async () => {} });
  const order = { rid: 'r', act: 'close', jti: 'j', body: new TextEncoder().encode('{}'), jws: 'a.b.c' } as const;
  await desk.order(order, 'helped');
  await desk.order({ ...order, act: 'fetch' });
  assert.deepEqual(sent.map(({ headers }) => (headers as Record<string, string>)['Ovoz-Closing-Reason']), ['helped', undefined]);
  assert.equal(new TextDecoder().decode(sent[0]!.body as Uint8Array), '{}', 'intake is not told');
});

test('a refusal says when it may be tried again', async () => {
  const { slug, again } = await problemOf(new Response(JSON.stringify({ type: 'urn:ovoz:problem:opening-cap', again: '2026-11-24T12:30:00Z' }), { status: 429 }));
  assert.deepEqual([slug, again], ['opening-cap', '2026-11-24T12:30:00Z']);
});

test('what was asked for before the stream told of a change undoes nothing, and what is gone stays gone', () => {
  const view = (claimedBy: string) => ({ id: 'a', state: 'claimed', claimedBy }) as CaseView;
  const queue = new Queue({ id: 'me', handle: 'aziza', organisation: 'north', roles: [], teams: [] });
  queue.put(view('aziza'));
  const mark = queue.mark();
  queue.put(view('vera'));
  queue.put(view('aziza'), mark);
  assert.equal(queue.one('a')?.claimedBy, 'vera');
  queue.put(view('omar'), queue.mark());
  assert.equal(queue.one('a')?.claimedBy, 'omar');
  const before = queue.mark();
  queue.drop('a');
  queue.put(view('omar'), before);
  assert.equal(queue.one('a'), undefined);
});

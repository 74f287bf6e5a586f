import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts } from '../src/case/drafts.ts';
import { Tabs } from '../src/case/tabs.ts';
import type { CaseView } from '../src/desk/api.ts';
import { Idle } from '../src/keys/idle.ts';
import { Keys } from '../src/keys/keys.ts';
import { isOverdue } from '../src/queue/due.ts';
import { Queue } from '../src/queue/queue.ts';
import { World } from './mock/world.ts';

const ME = { id: 'me-id', handle: 'aziza', organisation: 'north', roles: [], teams: [] };

function aCase(id: string, change: Partial<CaseView> = {}): CaseView {
  return {
    id, shortId: id.toUpperCase(), state: 'waiting', language: 'ru', region: 'ZZ', channel: 'sms', danger: false, child: false,
    receivedAt: '2026-11-24T04:00:00Z', lastWroteAt: '2026-11-24T04:00:00Z', readBy: '2026-11-24T04:15:00Z', teams: [], texts: 'unknown',
    opened: false, replies: { accepted: 0, sent: 0, delivered: 0, refused: 0, failed: 0, unknown: 0 }, ...change,
  };
}

const ids = (cases: readonly CaseView[]) => cases.map((view) => view.id);

test('what is due first comes first, then danger, then a child', () => {
  const queue = new Queue(ME);
  queue.load('open', [
    aCase('later', { readBy: '2026-11-24T04:20:00Z' }),
    aCase('calm'),
    aCase('child', { child: true }),
    aCase('danger', { danger: true }),
    aCase('never', { readBy: null }),
    aCase('held', { state: 'claimed', readBy: null, leaseUntil: '2026-11-24T04:10:00Z' }),
  ], queue.mark());
  assert.deepEqual(ids(queue.in('all')), ['held', 'danger', 'child', 'calm', 'later', 'never']);
});

test('a claimed report in which the person wrote again is due when that is to be read', () => {
  const view = aCase('a', { state: 'claimed', readBy: '2026-11-24T04:05:00Z', leaseUntil: '2026-11-24T05:00:00Z' });
  assert.equal(isOverdue(view, Date.parse('2026-11-24T04:06:00Z')), true);
  assert.equal(isOverdue({ ...view, state: 'closed' }, Date.parse('2026-11-24T04:06:00Z')), false);
});

test('mine is what I hold, by handle or by id', () => {
  const queue = new Queue(ME);
  queue.load('open', [aCase('a', { state: 'claimed', claimedBy: 'aziza' }), aCase('b', { state: 'claimed', claimedBy: 'me-id' }), aCase('c', { state: 'claimed', claimedBy: 'vera' })], queue.mark());
  assert.deepEqual(ids(queue.in('mine')), ['a', 'b']);
});

test('a list that was asked for before a live event does not undo it', () => {
  const queue = new Queue(ME);
  queue.load('open', [aCase('a'), aCase('gone')], queue.mark());
  const asked = queue.mark();
  queue.put(aCase('a', { state: 'claimed', claimedBy: 'vera' }));
  queue.put(aCase('new'));
  queue.load('open', [aCase('a')], asked);
  assert.deepEqual(ids(queue.in('all')).sort(), ['a', 'new']);
  assert.equal(queue.one('a')!.state, 'claimed');
});

test('ten minutes without a hand on the page are too long, and moving then is too late', () => {
  let now = 0;
  const idle = new Idle(() => now);
  now += 599_000;
  idle.touch();
  now += 599_000;
  assert.equal(idle.isOver(), false);
  now += 1_000;
  idle.touch();
  assert.equal(idle.isOver(), true);
  idle.restart();
  assert.equal(idle.isOver(), false);
});

const world = await World.create();

test('a key file opens for its owner alone, and a lock forgets it', async () => {
  const keys = new Keys();
  const file = JSON.stringify(world.keyFile('aziza'));
  assert.equal(await keys.open(file, 'vera'), 'somebody-elses');
  for (const junk of ['', '{}', 'null', '[]', '{"handle":"aziza"}', file.replaceAll('P-256', 'P-384')]) assert.equal(await keys.open(junk, 'aziza'), 'not-a-key-file');
  assert.equal(keys.ring, undefined);
  assert.equal(await keys.open(file, 'aziza'), 'opened');
  assert.equal(keys.ring!.forCase(['elsewhere', 'catch-all'])!.team, 'catch-all');
  assert.deepEqual(keys.ring!.teamIds(), ['north-central-asia', 'catch-all']);
  assert.equal(keys.ring!.forCase(['catch-all', 'north-central-asia'])!.team, 'catch-all', 'the case says which of one’s teams comes first');
  assert.equal(keys.ring!.forCase(['elsewhere']), undefined);
  keys.lock();
  assert.equal(keys.ring, undefined);
});

test('a draft is unreadable while the keys are locked, and there again afterwards', async () => {
  const keys = new Keys();
  const drafts = new Drafts(new Tabs(null), null);
  await keys.open(JSON.stringify(world.keyFile('aziza')), 'aziza');
  const ring = keys.ring!;
  drafts.set('case', 'reply', 'Salom');
  drafts.lock(ring);
  assert.equal(drafts.get('case', 'reply'), '');
  assert.ok(!JSON.stringify(drafts).includes('Salom'));
  await drafts.unlock(ring);
  assert.equal(drafts.get('case', 'reply'), 'Salom');
});

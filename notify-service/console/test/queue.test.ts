import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkTo, routeOf } from '../src/app/route.ts';
import { endingSoon } from '../src/claims/lease-warning.ts';
import { Twice } from '../src/cover/twice.ts';
import type { CasePage, CaseView, Me } from '../src/desk/api.ts';
import { byDue, placed } from '../src/queue/due.ts';
import { filterOf, filterQuery, passes } from '../src/queue/filter.ts';
import { soughtId } from '../src/queue/find.ts';
import { LoadQueue } from '../src/queue/load.ts';
import { Queue } from '../src/queue/queue.ts';
import { partSeen } from '../src/queue/row-window.ts';
import { commandOf } from '../src/shortcuts/command.ts';

const ME = { id: 'me-id', handle: 'aziza', organisation: 'north', roles: [], teams: [] };
const NOW = Date.parse('2026-11-24T04:00:00Z');
const inMinutes = (minutes: number) => new Date(NOW + minutes * 60_000).toISOString();

function aCase(id: string, change: Partial<CaseView> = {}): CaseView {
  return {
    id, shortId: id.toUpperCase(), state: 'waiting', language: 'ru', region: 'ZZ', channel: 'sms', danger: false, child: false,
    receivedAt: inMinutes(0), lastWroteAt: inMinutes(0), readBy: inMinutes(15), teams: [], texts: 'unknown',
    opened: false, replies: { accepted: 0, sent: 0, delivered: 0, refused: 0, failed: 0, unknown: 0 }, ...change,
  };
}

const mine = { state: 'claimed', claimedBy: 'aziza', readBy: null } as const;
const ids = (cases: readonly CaseView[]) => cases.map((view) => view.id);

function aQueue(cases: readonly CaseView[]): Queue {
  const queue = new Queue(ME);
  queue.load('open', cases.filter((view) => view.state !== 'closed'), queue.mark());
  queue.load('closed', cases.filter((view) => view.state === 'closed'), queue.mark());
  return queue;
}

test('open is what somebody has to take and what I hold; overdue is what is past its time, whoever holds it', () => {
  const queue = aQueue([
    aCase('waits'),
    aCase('mine', { ...mine, leaseUntil: inMinutes(5) }),
    aCase('veras', { state: 'claimed', claimedBy: 'vera', readBy: inMinutes(-3), leaseUntil: inMinutes(20) }),
    aCase('late', { readBy: inMinutes(-1) }),
    aCase('done', { state: 'closed' }),
  ]);
  assert.deepEqual(ids(queue.in('open', NOW)), ['late', 'mine', 'waits']);
  assert.deepEqual(ids(queue.in('mine', NOW)), ['mine']);
  assert.deepEqual(ids(queue.in('overdue', NOW)), ['veras', 'late']);
  assert.deepEqual(ids(queue.in('all', NOW)), ['veras', 'late', 'mine', 'waits']);
  assert.deepEqual(ids(queue.in('closed', NOW)), ['done']);
  assert.deepEqual(queue.counts(NOW), { open: 3, mine: 1, overdue: 2, all: 4, closed: 1 });
});

test('open is also what another team asks one of my teams to take, whoever holds it until then', () => {
  const held = { state: 'claimed', claimedBy: 'vera', readBy: null, leaseUntil: inMinutes(20) } as const;
  const queue = new Queue({ ...ME, teams: [{ id: 'catch-all' }] as Me['teams'] });
  queue.load('open', [
    aCase('ours', { ...held, offer: { from: 'north', to: 'catch-all', acceptBy: inMinutes(30) } }),
    aCase('theirs', { ...held, offer: { from: 'north', to: 'steppe', acceptBy: inMinutes(30) } }),
  ], queue.mark());
  assert.deepEqual(ids(queue.in('open', NOW)), ['ours']);
  assert.equal(queue.counts(NOW).open, 1);
});

test('what was promised or planned is sorted among the rest, whoever holds it, and is overdue once its time has passed', () => {
  const due = (minutes: number) => ({ kind: 'promise', at: inMinutes(minutes) });
  const queue = aQueue([
    aCase('waits'),
    aCase('read', { readBy: null, due: due(10) }),
    aCase('mine', { ...mine, leaseUntil: inMinutes(50), due: due(5) }),
    aCase('veras', { state: 'claimed', claimedBy: 'vera', readBy: null, leaseUntil: inMinutes(20), due: due(-1) }),
    aCase('far', { readBy: null, due: due(100_000) }),
    aCase('nothing', { readBy: null }),
    aCase('closed', { state: 'closed', due: due(-5) }),
  ]);
  assert.deepEqual(ids(queue.in('all', NOW)), ['veras', 'mine', 'read', 'waits', 'far', 'nothing']);
  assert.deepEqual(ids(queue.in('overdue', NOW)), ['veras']);
  assert.deepEqual(ids(queue.in('overdue', NOW + 600_001)), ['veras', 'mine', 'read']);
});

test('what becomes overdue while nobody does anything is overdue', () => {
  const queue = aQueue([aCase('a', { readBy: inMinutes(1) }), aCase('b', { readBy: inMinutes(2) })]);
  assert.deepEqual(ids(queue.in('overdue', NOW)), []);
  assert.deepEqual(ids(queue.in('overdue', NOW + 90_000)), ['a']);
  assert.equal(queue.counts(NOW + 150_000).overdue, 2);
});

test('after thousands of changes the order is that of sorting anew, and nothing is twice or lost', () => {
  let seed = 7;
  const random = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n;
  const some = (id: number): CaseView => {
    const state = (['waiting', 'claimed', 'closed'] as const)[random(3)]!;
    return aCase(`c${id}`, { state, readBy: random(4) === 0 ? null : inMinutes(random(30)), leaseUntil: state === 'claimed' ? inMinutes(random(30)) : null, danger: random(5) === 0, child: random(5) === 0 });
  };
  const queue = new Queue(ME);
  const told = new Map<string, CaseView>();
  for (let change = 0; change < 5000; change += 1) {
    const view = some(random(400));
    told.set(view.id, view);
    queue.put(view);
  }
  const open = [...told.values()].filter((view) => view.state !== 'closed').map(placed).sort(byDue);
  assert.deepEqual(ids(queue.in('all')), open.map((one) => one.view.id));
  assert.equal(queue.in('all').length + queue.in('closed').length, told.size);
});

test('a filter shows what passes and counts what it hides; what is looked for is found wherever it is', () => {
  const queue = aQueue([aCase('k7q2'), aCase('k7zz', { language: 'kk', region: 'RU-MOW', danger: true }), aCase('m3xt', { state: 'closed' }), aCase('p4hn', { state: 'claimed', claimedBy: 'vera' })]);
  const shown = queue.shown('all', { language: 'kk' }, '');
  assert.deepEqual([ids(shown.cases), shown.hidden], [['k7zz'], 2]);
  assert.deepEqual(ids(queue.shown('all', { region: 'RU', danger: true }, '').cases), ['k7zz']);
  assert.deepEqual(ids(queue.shown('mine', { language: 'kk' }, 'K7').cases), ['k7zz', 'k7q2']);
  assert.deepEqual(ids(queue.shown('mine', {}, 'M3XT').cases), ['m3xt']);
  queue.put(aCase('k7zz', { language: 'ru' }));
  assert.deepEqual(queue.shown('all', { language: 'kk' }, ''), { cases: [], hidden: 3 });
});

test('an alert’s text finds its report', () => {
  assert.deepEqual(['K7Q2-1', ' k7q2', 'K7Q2', '-', ''].map(soughtId), ['K7Q2', 'K7Q2', 'K7Q2', '', '']);
});

test('a filter is codes in the address, comes back from it, and takes nothing else from there', () => {
  const filter = { language: 'uz-Latn', region: 'RU-MOW', channel: 'sms', state: 'waiting', danger: true, child: true } as const;
  assert.deepEqual(filterOf(filterQuery(filter)), filter);
  assert.equal(filterQuery({}), '');
  assert.deepEqual(filterOf('?language=<b>&region=a%20b&nothing=1&channel=' + 'x'.repeat(21)), {});
  const route = { page: 'queue', tab: 'overdue', filter } as const;
  assert.deepEqual(routeOf(linkTo(route)), route);
});

test('a country stands for its parts and for no other country', () => {
  assert.equal(passes({ region: 'RU' }, aCase('a', { region: 'RU-MOW' })), true);
  assert.equal(passes({ region: 'RU-MOW' }, aCase('a', { region: 'RU' })), false);
  assert.equal(passes({ region: 'R' }, aCase('a', { region: 'RU' })), false);
});

test('an address is a list, the settings or a report and nothing else', () => {
  assert.deepEqual(routeOf('#/mine'), { page: 'queue', tab: 'mine', filter: {} });
  assert.deepEqual(routeOf('#/settings'), { page: 'settings' });
  assert.deepEqual(routeOf('#/case/0f8fad5b-d9cb-469f-a165-70867728950e'), { page: 'case', id: '0f8fad5b-d9cb-469f-a165-70867728950e' });
  for (const other of ['', '#', '#/', '#/case/', '#/case/../../x', '#/nothing']) assert.deepEqual(routeOf(other), { page: 'queue', tab: 'open', filter: {} });
});

test('only the rows that can be seen are drawn, and some beside them', () => {
  assert.deepEqual(partSeen(-200, 800, 100, 5000), { from: 0, to: 14 });
  assert.deepEqual(partSeen(250_000, 800, 100, 5000), { from: 2492, to: 2516 });
  assert.deepEqual(partSeen(499_900, 800, 100, 5000), { from: 4991, to: 5000 });
  for (const above of [-5000, 0, 1e9]) {
    const { from, to } = partSeen(above, 800, 100, 3);
    assert.deepEqual([from, to], [0, 3]);
    assert.deepEqual(partSeen(above, 800, 100, 0), { from: 0, to: 0 });
  }
});

/** A desk whose list is cut into pages; between them something may happen. */
function reading(pages: CasePage[], between: (queue: Queue, page: number) => void = () => {}) {
  const queue = new Queue(ME);
  const asked: (string | undefined)[] = [];
  const desk = {
    cases: (_: string, after: string | undefined) => {
      asked.push(after);
      const page = pages[asked.length - 1]!;
      return Promise.resolve().then(() => (between(queue, asked.length), page));
    },
  };
  let now = NOW;
  return { queue, asked, load: new LoadQueue(desk, queue, () => {}, () => now), later: (ms: number) => (now += ms) };
}

test('pages are read to the end, and a case that no page names is no more', async () => {
  const { queue, asked, load } = reading([{ cases: [aCase('a')], next: 'x' }, { cases: [aCase('b')] }]);
  queue.put(aCase('gone'));
  await load.load('open');
  assert.deepEqual(asked, [undefined, 'x']);
  assert.deepEqual(ids(queue.in('all')).sort(), ['a', 'b']);
  assert.equal(queue.isLoaded('open'), true);
});

test('what the stream tells between two pages stays as it told it', async () => {
  const { queue, load } = reading([{ cases: [aCase('a')], next: 'x' }, { cases: [aCase('b'), aCase('c')] }], (told, page) => {
    if (page === 2) ['new', 'b'].forEach((id) => told.put(aCase(id, { state: 'claimed', claimedBy: 'vera' })));
    if (page === 2) told.put(aCase('a', { state: 'closed' }));
  });
  await load.load('open');
  assert.deepEqual(ids(queue.in('all')).sort(), ['b', 'c', 'new']);
  assert.equal(queue.one('b')!.state, 'claimed');
  assert.equal(queue.one('a')!.state, 'closed');
});

test('what the desk read before what is known changes nothing, unless a list was loaded anew', () => {
  const queue = aQueue([aCase('a', { version: 3 })]);
  queue.put(aCase('a', { ...mine, leaseUntil: inMinutes(5), version: 5 }));
  assert.equal(queue.isOutdated(aCase('a', { version: 4 })), true);
  assert.equal(queue.put(aCase('a', { version: 4 })), false);
  assert.equal(queue.one('a')?.state, 'claimed');
  queue.put(aCase('a', { version: 5 }));
  assert.equal(queue.one('a')?.state, 'waiting');
  queue.load('open', [aCase('a', { version: 1 })], queue.mark());
  assert.equal(queue.one('a')?.version, 1);
});

test('of two readings of a list the later one counts', async () => {
  const { queue, load } = reading([{ cases: [aCase('old')], next: 'x' }, { cases: [aCase('new')] }]);
  await Promise.all([load.load('open'), load.load('open')]);
  assert.deepEqual(ids(queue.in('all')), ['new']);
});

test('a list that was just read is not read again, but one that failed is', async () => {
  const { asked, load, later } = reading([{ cases: [] }, { cases: [] }, undefined as never, { cases: [] }]);
  await load.refresh('open');
  await load.refresh('open');
  assert.equal(asked.length, 1);
  later(6 * 60_000);
  await load.refresh('open');
  later(6 * 60_000);
  await assert.rejects(load.refresh('open'));
  await load.refresh('open');
  assert.equal(asked.length, 4);
});

const key = (pressed: string, more = {}) => ({ key: pressed, code: '', ctrlKey: false, metaKey: false, altKey: false, ...more });
const free = { isTyping: false, isInRow: false };

test('letters are commands, on other keyboards by their place', () => {
  assert.deepEqual(['j', 'k', 'c', '/', '?', 'J', 'x'].map((one) => commandOf(key(one), free, true)), ['next', 'previous', 'claim', 'filter', 'help', 'next', undefined]);
  assert.equal(commandOf(key('о', { code: 'KeyJ' }), free, true), 'next');
  assert.equal(commandOf(key('ㅊ', { code: 'KeyC' }), free, true), 'claim');
  assert.equal(commandOf(key('h', { code: 'KeyJ' }), free, true), undefined);
});

test('whoever types, or has switched them off, presses no command; nor does a key with Ctrl', () => {
  assert.equal(commandOf(key('j'), { ...free, isTyping: true }, true), undefined);
  assert.equal(commandOf(key('j'), free, false), undefined);
  assert.equal(commandOf(key('c', { ctrlKey: true }), free, true), undefined);
});

test('arrows move within the list only, and always', () => {
  assert.equal(commandOf(key('ArrowDown'), free, true), undefined);
  assert.equal(commandOf(key('ArrowDown'), { ...free, isInRow: true }, false), 'next');
});

test('twice is twice in a row', () => {
  let now = 0;
  const twice = new Twice(() => now);
  assert.equal(twice.press(), false);
  now += 1001;
  assert.equal(twice.press(), false);
  now += 900;
  assert.equal(twice.press(), true);
  assert.equal(twice.press(), false);
  twice.interrupt();
  assert.equal(twice.press(), false);
});

test('a claim is warned of in its last two minutes', () => {
  const claim = (id: string, minutes: number) => aCase(id, { ...mine, leaseUntil: inMinutes(minutes) });
  assert.deepEqual(ids(endingSoon([claim('over', -0.1), claim('now', 0.1), claim('soon', 2), claim('later', 2.1)], NOW)), ['now', 'soon']);
});

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { Question, ReferralApi, Service } from '../src/desk/referral-api.ts';
import { query } from '../src/desk/referral-api.ts';
import { Problem } from '../src/desk/problem.ts';
import { cardOf, numberFor } from '../src/referral/cards.ts';
import { KINDS, NEEDS, OUTCOMES, REASONS } from '../src/referral/codes.ts';
import { hoursOf, typed } from '../src/referral/hours.ts';
import { ReferralRoom } from '../src/referral/referral-room.ts';
import { ServiceRoom } from '../src/referral/service-room.ts';
import './english.ts';

const NOTHING: Question = { region: '', need: '', language: '', open: false, undocumented: false, child: false };
const java = (path: string): string[] => {
  const source = readFileSync(`../src/main/java/org/ovoz/notify/referral/${path}.java`, 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '');
  return [...source.slice(source.indexOf('enum')).matchAll(/^    ([A-Z_]+)[,;]/gm)].map(([, name]) => name!.toLowerCase().replaceAll('_', '-'));
};
const found = (name: string) => [{ id: name }] as unknown as readonly Service[];
/** An answer that comes when the test says so. */
function waiting<T>(): { readonly promise: Promise<T>; readonly come: (value: T) => void } {
  let come!: (value: T) => void;
  return { promise: new Promise<T>((resolve) => (come = resolve)), come };
}

test('console and desk know the same codes', () => {
  assert.deepEqual(java('directory/Need'), [...NEEDS]);
  assert.deepEqual(java('directory/ServiceKind'), [...KINDS]);
  assert.deepEqual(java('directory/NeverReferReason'), [...REASONS]);
  assert.deepEqual(java('Outcome'), [...OUTCOMES]);
});

test('every code has words of its own in every language', () => {
  const keys = [...NEEDS.map((code) => `need.${code}`), ...KINDS.map((code) => `services.kind.${code}`), ...REASONS.map((code) => `services.reason.${code}`), ...OUTCOMES.map((code) => `referral.outcome.${code}`)];
  for (const file of readdirSync('messages').filter((name) => name.endsWith('.json'))) {
    const words = JSON.parse(readFileSync(`messages/${file}`, 'utf8')) as Record<string, string>;
    assert.deepEqual(keys.filter((key) => words[key] === undefined), [], file);
    assert.equal(new Set(NEEDS.map((code) => words[`need.${code}`])).size, NEEDS.length, file);
  }
});

test('a part of a country has its country’s numbers, and where none is certain there is none', () => {
  assert.equal(numberFor('RU-MOW', 'ambulance'), '103');
  assert.equal(numberFor('MD', 'police'), '112');
  assert.equal(numberFor('VN', 'police'), '113');
  for (const region of ['ZZ', 'KP', 'LY', 'CF', 'SY', 'constructor']) assert.equal(cardOf(region), undefined, region);
});

test('every card of the folder is in the bundle, says whether it was reviewed, and names nothing but short numbers', () => {
  for (const file of readdirSync('emergency')) {
    const { reviewed, ...numbers } = JSON.parse(readFileSync(`emergency/${file}`, 'utf8')) as Record<string, string>;
    assert.ok(reviewed === 'no' || /^\d{4}-\d{2}-\d{2}/.test(reviewed!), file);
    assert.deepEqual(cardOf(file.replace('.json', '')), { reviewed, ...numbers });
    assert.ok(Object.keys(numbers).length > 0, file);
    for (const number of Object.values(numbers)) assert.match(number, /^\d{3}$/, file);
  }
});

test('only what was asked for is in the question', () => {
  assert.equal(query(NOTHING), '');
  assert.equal(query({ ...NOTHING, region: 'RU-MOW', open: true, child: true }), '?region=RU-MOW&open=now&child=true');
});

test('hours are typed a line each, for a day or several, and what cannot be read is none', () => {
  assert.deepEqual(hoursOf('1-2 9:00-18:00\n\n7 22:00–06:00'), [
    { day: 1, opens: '09:00', closes: '18:00' }, { day: 2, opens: '09:00', closes: '18:00' }, { day: 7, opens: '22:00', closes: '06:00' },
  ]);
  assert.deepEqual(hoursOf(''), []);
  for (const wrong of ['8 09:00-18:00', '3-1 09:00-18:00', '1 24:00-02:00', '1 09:60-18:00', 'always', '1 09:00']) assert.equal(hoursOf(wrong), undefined, wrong);
  assert.equal(typed([{ day: 1, opens: '09:00:00', closes: '18:00:00' }]), '1 09:00-18:00');
});

test('of two searches under way the later one is shown, whichever comes back last', async () => {
  const answers = [waiting<readonly Service[]>(), waiting<readonly Service[]>()];
  const room = new ServiceRoom({ services: () => answers[asked++]!.promise } as unknown as ReferralApi, () => {});
  let asked = 0;
  const first = room.load();
  const second = room.load();
  answers[1]!.come(found('later'));
  await second;
  answers[0]!.come(found('earlier'));
  await first;
  assert.deepEqual(room.found, found('later'));
});

test('a referral that was refused or lost keeps its form and its id', async () => {
  const ids: string[] = [];
  const outcomes = [new Problem('unreachable', 0), undefined];
  const api = {
    services: async () => [], referrals: async () => [], calls: async () => [],
    refer: async (_: string, id: string) => {
      ids.push(id);
      const failure = outcomes.shift();
      if (failure !== undefined) throw failure;
    },
  };
  const room = new ReferralRoom(api as unknown as ReferralApi, () => {}, async () => {});
  await room.load('report');
  await room.openForm('ZZ');
  const referral = { kind: 'information', service: 's', purpose: 'food' } as const;
  assert.equal(await room.refer(referral), false);
  assert.notEqual(room.doing.problem, '');
  assert.notEqual(room.form, undefined);
  assert.equal(await room.refer(referral), true);
  assert.equal(room.form, undefined);
  assert.equal(ids[0], ids[1]);
});

test('what another case had is not shown in this one', async () => {
  const slow = waiting<readonly never[]>();
  const api = { referrals: (id: string) => (id === 'one' ? slow.promise : Promise.resolve([{ id: 'of two' }])), calls: async () => [] };
  const room = new ReferralRoom(api as unknown as ReferralApi, () => {}, async () => {});
  const one = room.load('one');
  assert.equal(await room.load('two'), true);
  slow.come([]);
  assert.equal(await one, false);
  assert.equal(await room.load('two'), false);
  assert.deepEqual(room.referrals, [{ id: 'of two' }]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import './english.ts';
import type { PeopleApi, Person } from '../src/desk/people-api.ts';
import { Problem } from '../src/desk/problem.ts';
import { NOBODY_SOUGHT, find } from '../src/people/find.ts';
import { PeopleRoom, inPeoplesWords } from '../src/people/people-room.ts';
import { daysOf, dialectsFit, readChange, readChannels, readInvitation, spokenOf } from '../src/people/read-form.ts';

const bek: Person = { subject: 's-bek', handle: 'bek', organisation: 'north', teams: ['a', 'b'], languages: ['ru'], channels: ['sms'], onCall: true, roles: ['responder'], state: 'active' };
const filled = (values: Record<string, string | string[]>): FormData => {
  const fields = new FormData();
  for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) fields.append(name, one);
  return fields;
};

test('a channel that nothing is typed for stays, one that is ticked goes, a number is kept without its spaces', () => {
  assert.deepEqual(readChannels(filled({ sms: '', call: '+1 (202) 555-0177', email: '', 'without-email': 'on' })), { call: '+12025550177', email: '' });
  assert.deepEqual(readChannels(filled({})), {});
});

test('a change leaves where somebody belongs and what they may do as they are', () => {
  const form = readChange(filled({ languages: ['ru', 'tg'], quietFrom: '22:00', quietUntil: '', zone: 'Asia/Almaty' }), bek);
  assert.deepEqual(form, { handle: 'bek', organisation: 'north', teams: ['a', 'b'], languages: ['ru', 'tg'], channels: {}, onCall: false, quiet: null, coverText: null });
  const invitation = readInvitation(filled({ handle: 'Dilnoza', organisation: 'north', teams: ['a'], roles: ['responder'], quietFrom: '22:00', quietUntil: '06:00', zone: 'Asia/Almaty' }));
  assert.deepEqual([invitation.handle, invitation.roles, invitation.quiet], ['dilnoza', ['responder'], { from: '22:00', until: '06:00', zone: 'Asia/Almaty' }]);
});

test('people are found by handle, language and role, who is stopped last', () => {
  const vera: Person = { ...bek, subject: 's-vera', handle: 'vera', teams: ['b'], roles: ['coordinator'], state: 'suspended' };
  const omar: Person = { ...bek, subject: 's-omar', handle: 'omar', organisation: 'steppe', languages: ['ar'], teams: [] };
  const names = (sought: object) => find([vera, bek, omar], { ...NOBODY_SOUGHT, ...sought }).map(({ handle }) => handle);
  assert.deepEqual(names({}), ['bek', 'omar', 'vera']);
  assert.deepEqual(names({ text: ' COORD' }), ['vera']);
  assert.deepEqual(names({ text: 'ru' }), ['bek', 'vera']);
  assert.deepEqual(names({ organisation: 'steppe' }), ['omar']);
  assert.deepEqual(names({ team: 'b' }), ['bek', 'vera']);
});

test('the forms of a language that an interpreter speaks', () => {
  assert.deepEqual(spokenOf(['uz-Latn', 'ru'], 'uz-Latn Khorezm\nuz-Latn Fergana'), [{ language: 'ru' }, { language: 'uz-Latn', dialect: 'Khorezm' }, { language: 'uz-Latn', dialect: 'Fergana' }]);
  assert.equal(dialectsFit(['ru'], 'uz-Latn Khorezm'), false);
  assert.equal(dialectsFit(['uz-Latn'], 'uz-Latn'), false);
  assert.equal(dialectsFit(['uz-Latn'], ' uz-Latn Khorezm \n\n'), true);
});

test('a holiday is a day that there is', () => {
  assert.deepEqual(daysOf('2027-01-01\n\n2027-03-21'), ['2027-01-01', '2027-03-21']);
  for (const text of ['1.1.2027', '2027-02-30', '2027-13-01']) assert.equal(daysOf(text), undefined, text);
});

test('who leaves a team has known its keys; who is moved within stays with the others', async () => {
  const asked: string[] = [];
  const api = { people: async () => [bek], organisations: async () => [], teams: async () => [], interpreters: async () => [], lastComparison: () => Promise.reject(new Problem('not-compared', 404)), move: async (...all: unknown[]) => void asked.push(JSON.stringify(all.slice(0, 3))), change: () => Promise.reject(new Problem('logins-away', 503)), suspend: () => Promise.reject(new Problem('logins-away', 503)) };
  const room = new PeopleRoom(api as unknown as PeopleApi, { colleagues: async () => [] }, ['admin'], () => {});
  await room.load();
  assert.equal(room.comparison, undefined);
  assert.equal(room.isAway, false);
  await room.move(bek, 'north', ['b', 'c']);
  assert.deepEqual([asked, room.aftermath], [['["s-bek","north",["b","c"]]'], { handle: 'bek', teams: ['a'] }]);
  await room.move(bek, 'south', []);
  assert.deepEqual(room.aftermath?.teams, ['a', 'b']);
  await room.move(bek, 'north', ['a', 'b', 'c']);
  assert.equal(room.aftermath, undefined);
  await room.lift(bek);
  assert.match(room.doing.problem, /does not answer/);
});

test('a password that was shown is gone once the page was left', () => {
  const room = new PeopleRoom({} as PeopleApi, { colleagues: async () => [] }, ['admin'], () => {});
  room.invitation = { subject: 's', handle: 'h', password: 'juniper' };
  room.leave();
  assert.equal(room.invitation, undefined);
});

test('whoever is not there any more is said to be gone, not a report', () => {
  for (const slug of ['not-found', 'unknown-person', 'unknown-interpreter']) assert.equal(inPeoplesWords(slug), 'This is not there any more.', slug);
  assert.match(inPeoplesWords('handle-taken'), /is there already/);
});

test('the last holder of a team’s keys is stopped by whoever says so once more', async () => {
  const asked: (string | undefined)[] = [];
  const api = {
    people: async () => [bek], organisations: async () => [], teams: async () => [], interpreters: async () => [], lastComparison: async () => ({}),
    suspend: async (_: string, despite?: string) => {
      asked.push(despite);
      if (despite === undefined) throw new Problem('last-holder', 409);
    },
  };
  const room = new PeopleRoom(api as unknown as PeopleApi, { colleagues: async () => [] }, ['admin'], () => {});
  await room.suspend(bek);
  assert.deepEqual([asked, room.insists?.handle, room.aftermath], [[undefined], 'bek', undefined]);
  assert.match(room.doing.problem, /Nobody else holds/);
  await room.insists!.act();
  assert.deepEqual([asked, room.insists, room.aftermath?.teams], [[undefined, 'last-holder'], undefined, ['a', 'b']]);
});

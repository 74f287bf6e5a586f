import assert from 'node:assert/strict';
import { test } from 'node:test';
import './english.ts';
import { CompactEncrypt } from 'jose';
import type { JWK } from 'jose';
import type { Cell, Duty, ShiftApi, TeamDuty, TestItem } from '../src/desk/shift-api.ts';
import { Problem } from '../src/desk/problem.ts';
import { Keyring } from '../src/keys/keyring.ts';
import { Keys } from '../src/keys/keys.ts';
import { CannotOpen } from '../src/sealing/containers.ts';
import { kidOf, openingKey, sealingKey } from '../src/sealing/keys.ts';
import { grantTo, newId } from '../src/sealing/seal.ts';
import { byDay, gapsOf, mayCheckIn, readException, suretyOf } from '../src/shifts/plan.ts';
import { ShiftRoom } from '../src/shifts/shift-room.ts';
import { readTestItem } from '../src/shifts/test-item.ts';
import { span } from '../src/shifts/when.ts';
import { World, pair } from './mock/world.ts';
import type { Pair } from './mock/world.ts';

const ID = '3f6c1f0e-1111-4222-8333-444455556666';
const NONCE = 'A'.repeat(43);
const HOUR = 3_600_000;

/** As the desk seals it, unless a test says otherwise. */
async function sealed(to: Pair, more: object = {}, text = `ovoz-check:${ID}:${NONCE}`): Promise<TestItem> {
  const kid = await kidOf(to.public);
  const header = { alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'ovoz-check', team: 'north', chk: ID, kid, ...more };
  const jwe = await new CompactEncrypt(new TextEncoder().encode(text)).setProtectedHeader(header as never).encrypt({ ...to.public } as JWK);
  return { id: ID, team: 'north', kid, jwe };
}

const refused = (reason: string) => (failure: unknown) => failure instanceof CannotOpen && failure.reason === reason;

test('a test item is opened with the team’s key, and its number comes back', async () => {
  const team = await pair();
  assert.equal(await readTestItem(await sealed(team), 'north', await openingKey(team.private)), NONCE);
});

test('what is not a test item of this team, this check-in and this key is not opened', async () => {
  const [team, other] = await Promise.all([pair(), pair()]);
  const own = await openingKey(team.private);
  const cases: [object, string][] = [[{ typ: 'ovoz-grant' }, 'another-item'], [{ typ: 'ovoz-team-key' }, 'another-item'], [{ team: 'south' }, 'another-item'], [{ chk: newId() }, 'another-item'], [{ kid: await kidOf(other.public) }, 'another-key']];
  for (const [more, reason] of cases) await assert.rejects(sealed(team, more).then((item) => readTestItem(item, 'north', own)), refused(reason), JSON.stringify(more));
  await assert.rejects(sealed(other).then((item) => readTestItem(item, 'north', own)), refused('another-key'));
  await assert.rejects(sealed(other, { kid: own.kid }).then((item) => readTestItem(item, 'north', own)), refused('broken'));
});

test('a grant of a report that is passed off as a test item does not open: the seal covers what it is', async () => {
  const team = await pair();
  const grant = (await grantTo(await sealingKey(team.public), newId(), newId(), crypto.getRandomValues(new Uint8Array(32)))).jwe.split('.');
  const [head] = (await sealed(team)).jwe.split('.');
  const own = await openingKey(team.private);
  const epk = (part: string) => (JSON.parse(Buffer.from(part, 'base64url').toString()) as { epk: object }).epk;
  const forged = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(head!, 'base64url').toString()), epk: epk(grant[0]!) })).toString('base64url');
  await assert.rejects(readTestItem({ id: ID, team: 'north', kid: own.kid, jwe: [forged, ...grant.slice(1)].join('.') }, 'north', own), refused('broken'));
});

test('of what is in it nothing but a number of the one form comes back', async () => {
  const team = await pair();
  const own = await openingKey(team.private);
  const other = newId();
  for (const text of ['', NONCE, `ovoz-check:${ID}:${NONCE}=`, `ovoz-check:${ID}:${NONCE.slice(1)}`, `ovoz-check:${other}:${NONCE}`, `ovoz-check:${ID}:${NONCE}\nSalom`, ` ovoz-check:${ID}:${NONCE}`, `ovoz-check:${ID}:Yordam kerak, bozor yonida`, `ovoz-check:${ID}:${NONCE}${'x'.repeat(400)}`]) {
    await assert.rejects(sealed(team, {}, text).then((item) => readTestItem(item, 'north', own)), refused('broken'), text.slice(0, 60));
  }
});

test('what cannot be opened is not answered, and the way back is shown; what the desk refuses is said', async () => {
  const world = await World.create();
  const keys = new Keys();
  keys.use(await Keyring.open(world.keyFile('aziza')));
  const answered: string[] = [];
  const duty = { ...mine(), team: world.teams[0]!.id };
  let item = sealed(await pair());
  let answer = async (nonce: string): Promise<void> => void answered.push(nonce);
  const empty = { testItem: () => item, opened: (_duty: string, _item: string, nonce: string) => answer(nonce), mine: async () => [duty], ofTeams: async () => [], offers: async () => [], leaving: async () => [], plan: async () => ({ patterns: [], exceptions: [] }) };
  const room = new ShiftRoom(empty as unknown as ShiftApi, keys, { roles: ['responder'], teams: [] }, () => {});
  await room.showThatIRead(duty);
  assert.deepEqual([answered, room.cannotOpen, room.said], [[], duty.id, '']);
  item = sealed(world.teams[0]!.encryption, { team: duty.team });
  await room.showThatIRead(duty);
  assert.deepEqual([answered, room.cannotOpen], [[NONCE], undefined]);
  assert.notEqual(room.said, '');
  answer = () => Promise.reject(new Problem('item-over', 410));
  await room.showThatIRead(duty);
  assert.match(room.doing.problem, /took too long/);
  assert.equal(room.said, '');
  keys.lock();
  await room.showThatIRead(duty);
  assert.equal(room.cannotOpen, duty.id, 'without a key nothing is asked of the desk');
});

test('the days of a plan: all of them, with holes, and what runs is today’s', () => {
  const now = new Date(2026, 10, 26, 3, 0).getTime();
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString();
  const days = byDay([team('a', at(25, 22), at(26, 6)), team('b', at(28, 0), at(28, 8))], now, 4);
  assert.deepEqual(days.map(({ key, duties }) => [key, duties.map(({ handle }) => handle)]), [['2026-11-26', ['a']], ['2026-11-27', []], ['2026-11-28', ['b']], ['2026-11-29', []]]);
  assert.equal(span(at(25, 22), at(26, 6)), '22:00 – 06:00');
});

test('holes in words: what begins within the week, the next first, what is never read last', () => {
  const now = Date.parse('2026-11-26T00:00:00Z');
  const at = (hours: number) => new Date(now + hours * HOUR).toISOString();
  const cell = (language: string, ...hours: Cell['hours']): Cell => ({ language, region: 'RU', readersNow: 0, hours });
  const gaps = gapsOf([
    cell('ko', { from: at(0), until: at(336), level: 'none' }),
    cell('ru', { from: at(0), until: at(30), level: 'planned' }, { from: at(30), until: at(40), level: 'none' }, { from: at(40), until: at(170), level: 'standing' }, { from: at(170), until: at(180), level: 'none' }),
    cell('uz-Latn', { from: at(-1), until: at(5), level: 'none' }, { from: at(5), until: at(336), level: 'checked-in' }),
  ], now, 168);
  assert.deepEqual(gaps.map(({ language, isAll }) => [language, isAll]), [['uz-Latn', false], ['ru', false], ['ko', true]]);
});

test('answering the phone and opening are told apart', () => {
  assert.deepEqual([{ checkedIn: true, opened: true }, { checkedIn: true, opened: false }, { checkedIn: false, opened: false }].map(suretyOf), ['reads', 'rang', 'planned']);
  const now = Date.now();
  assert.deepEqual([-1, 1.9, 2.1].map((hours) => mayCheckIn({ ...mine(), from: new Date(now + hours * HOUR).toISOString() }, now)), [true, true, false]);
});

test('a stretch ends after it begins, and within a day', () => {
  const form = (from: string, until: string) => {
    const fields = new FormData();
    Object.entries({ handle: 'bek', team: 'north', from, until }).forEach(([name, value]) => fields.set(name, value));
    return readException(fields);
  };
  assert.equal(form('2026-11-26T20:00', '2026-11-26T20:00'), undefined);
  assert.equal(form('2026-11-26T20:00', '2026-11-28T20:00'), undefined);
  assert.equal(form('2026-11-26T20:00', ''), undefined);
  assert.equal(form('2026-11-26T20:00', '2026-11-27T04:00')?.until, new Date(2026, 10, 27, 4).toISOString());
});

function mine(): Duty {
  return { id: 'd1', team: 'north', from: '2026-11-26T00:00:00Z', until: '2026-11-26T08:00:00Z', checkedIn: false, rang: false, opened: false, offered: false };
}

function team(handle: string, from: string, until: string): TeamDuty {
  return { ...mine(), id: handle, handle, from, until };
}

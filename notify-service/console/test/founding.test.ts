import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import './english.ts';
import type { Founding, TeamTerms } from '../src/desk/founding-api.ts';
import { makeFirstKeys, readFounding } from '../src/founding/first-keys.ts';
import { admitted, isOld } from '../src/keys/admission.ts';
import { openPackage, standingOf } from '../src/keys/package.ts';
import { signRecord } from '../src/keys/record.ts';
import { LineRoom } from '../src/line/line-room.ts';
import { kidOf, openingKey, sealingKey, signingKey, verifyingKey } from '../src/sealing/keys.ts';
import { ForgedRecord, verified } from '../src/teams/signed.ts';
import { verifiedTeam } from '../src/teams/recipients.ts';
import { pair, signed } from './mock/world.ts';
import type { Pair } from './mock/world.ts';

const terms: TeamTerms = { organisation: 'north', languages: ['uz-Latn', 'ru'], regions: ['RU', 'ZZ'], needs: ['shelter'], childQualified: true, womanAnswers: false, communities: [], escalation: false };
const wanted: Founding = { team: 'river', terms, founder: 'aziza-id', by: 'aziza' };
const [line, mine, other] = await Promise.all([pair('ES256'), pair(), pair('ES256')]);

const make = async () => makeFirstKeys(wanted, line.public, await sealingKey(mine.public));

describe('a team’s first keys', () => {
  it('are sealed to their founder, and count once the line has signed them', async () => {
    const { keys, compare } = await make();
    const asks = await readFounding({ ...wanted, jws: keys.jws });
    assert.equal(asks.compare, compare, 'both compare one value');
    const record = await signRecord(asks.next, await signingKey(line.private));
    const kid = await kidOf(asks.next['encryptionKey'] as never);
    const secrets = await openPackage(keys.jwe, 'river', kid, await openingKey(mine.private));
    assert.deepEqual(await standingOf(secrets, record), { today: true, version: 1 });
    const team = await verifiedTeam(record, await verifyingKey(line.public), new Map());
    assert.equal(team.id, 'river');
    const order = await verifyingKey(secrets.order);
    const today = new Date().toISOString().slice(0, 10);
    assert.deepEqual(await admitted(keys.admission, { team: 'river', person: 'aziza-id', kid: keys.personKid }, order), { on: today });
    assert.equal(await admitted(keys.admission, { team: 'river', person: 'bek-id', kid: keys.personKid }, order), undefined);
  });

  it('give another value to compare when anybody else has made them', async () => {
    assert.notEqual((await make()).compare, (await make()).compare);
  });

  it('are refused when they say anything else than was named, or are not signed with the key that they name', async () => {
    const order = await pair('ES256');
    const honest = { id: 'river', version: 1, ...terms, suspended: false, encryptionKey: mine.public, orderKey: order.public };
    const proposed = (record: object, by: Pair = order, typ = 'ovoz-team-proposal') => signed(typ, by, record);
    await readFounding({ ...wanted, jws: await proposed(honest) });
    const forged = [
      await proposed(honest, other),
      await proposed(honest, order, 'ovoz-team'),
      ...(await Promise.all([
        { id: 'lake' }, { version: 2 }, { suspended: true }, { organisation: 'south' }, { languages: ['ru'] }, { escalation: true }, { more: 1 },
        { orderKey: undefined }, { encryptionKey: { kty: 'EC' } },
      ].map((change) => proposed({ ...honest, ...change })))),
      '', 'a.b.c',
    ];
    for (const jws of forged) await assert.rejects(readFounding({ ...wanted, jws }), ForgedRecord);
  });
});

describe('the line’s administrator', () => {
  const remembered: string[] = [];
  const lines = { line: () => remembered.at(-1), version: () => 0, remember: (kid: string) => void remembered.push(kid) };

  it('signs what still waits, and nothing whose founder was stopped meanwhile', async () => {
    const { keys } = await make();
    let waiting: Founding[] = [{ ...wanted, jws: keys.jws }];
    const published: string[] = [];
    const api = { line: async () => ({ kid: await kidOf(line.public), publicKey: line.public }), proposals: async () => [], publish: async (record: string) => void published.push(record) };
    const room = new LineRoom(api as never, { all: async () => waiting } as never, lines, () => {}, () => {});
    await room.open(JSON.stringify(other.private));
    assert.equal(room.isOpen, false, 'the key of another line');
    await room.open(JSON.stringify(line.private));
    assert.equal(room.isOpen, true);
    assert.deepEqual(remembered, [await kidOf(line.public)]);
    const asks = room.waiting![0]!.asks!;
    waiting = [{ ...wanted, jws: null }];
    await room.sign(asks);
    assert.deepEqual(published, []);
    assert.equal(room.attempts.said('line')?.good, false);
    waiting = [{ ...wanted, jws: keys.jws }];
    await room.sign(asks);
    assert.equal(published.length, 1);
    await verifiedTeam(published[0]!, await verifyingKey(line.public), new Map());
    const intake = await pair('ES256');
    const said = await verified(await room.vouchFor(intake.public), 'ovoz-line', await verifyingKey(line.public));
    assert.deepEqual(said['signingKey'], intake.public);
    assert.equal(Number.isSafeInteger(said['version']), true);
    room.leave();
    assert.equal(room.isOpen, false);
  });
});

describe('an admission', () => {
  it('says its day, and is looked at anew after a year; one that says none is as it was', () => {
    const now = Date.parse('2027-03-02T12:00:00Z');
    assert.equal(isOld('2026-03-01', now), true);
    assert.equal(isOld('2026-03-03', now), false);
    assert.equal(isOld(undefined, now), false);
  });
});

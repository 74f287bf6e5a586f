import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CannotOpen } from '../src/sealing/containers.ts';
import { openingKey, sealingKey, signingKey, verifyingKey } from '../src/sealing/keys.ts';
import { isAdmitted, signAdmission } from '../src/keys/admission.ts';
import { enrol, openWithShare, proofOf } from '../src/keys/device.ts';
import { fingerprint, isFingerprint } from '../src/keys/fingerprint.ts';
import { openPackage, sealPackage, standingOf } from '../src/keys/package.ts';
import { drawWords, readWords } from '../src/keys/words.ts';
import { openWithWords, unwrap, wrapUnder, wrapUnderWords } from '../src/keys/wrap.ts';
import { ForgedRecord } from '../src/teams/signed.ts';
import { kidOf } from '../src/sealing/keys.ts';
import { pair, signed } from './mock/world.ts';
import type { Pair } from './mock/world.ts';

describe('six words', () => {
  it('are read however they were typed, also by their first four letters', () => {
    const words = drawWords();
    assert.equal(words.length, 6);
    assert.deepEqual(readWords(words.join(' ')), words);
    assert.deepEqual(readWords(`  ${words.map((word) => word.toUpperCase()).join(',\n')} `), words);
    assert.deepEqual(readWords(words.map((word) => word.slice(0, 4)).join('-')), words);
    assert.equal(readWords(words.slice(1).join(' ')), undefined);
    assert.equal(readWords([...words.slice(1), 'zzzz'].join(' ')), undefined);
    assert.equal(readWords([...words.slice(1), 'ab'].join(' ')), undefined);
  });

  it('are drawn evenly from the whole list', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 4000; i++) for (const word of drawWords()) seen.add(word);
    assert.ok(seen.size > 2040, `${seen.size} of 2048 words in 24,000 draws`);
  });

  it('open the key, others do not, and neither does a cheaper or a monstrous header', async () => {
    const own = await pair();
    const kid = await kidOf(own.public);
    const words = drawWords();
    const jwe = await wrapUnderWords(own.private, words);
    assert.equal((await openWithWords(jwe, kid, words)).d, own.private.d);
    await assert.rejects(openWithWords(jwe, kid, drawWords()), CannotOpen);
    await assert.rejects(openWithWords(jwe, await kidOf((await pair()).public), words), CannotOpen);
    for (const cost of [{ m: 8, t: 1, p: 1 }, { m: 4_000_000, t: 3, p: 1 }, {}]) {
      await assert.rejects(openWithWords(withHeader(jwe, { argon2id: { ...cost, salt: 'AAAA' } }), kid, words), CannotOpen);
    }
    assert.ok(!jwe.includes(own.private.d!));
  });
});

describe('a device', () => {
  it('opens with what the desk gives out for the right PIN, and neither opens alone', async () => {
    const own = await pair();
    const kid = await kidOf(own.public);
    const { secret, enrolment } = await enrol(own.private, kid, '314159');
    assert.equal(await proofOf(secret, '314159'), enrolment.proof);
    assert.notEqual(await proofOf(secret, '314158'), enrolment.proof);
    assert.equal((await openWithShare(secret, enrolment.jwe, enrolment.share)).d, own.private.d);
    const other = await enrol(own.private, kid, '314159');
    assert.notEqual(other.enrolment.proof, enrolment.proof, 'a proof says nothing without its device');
    await assert.rejects(openWithShare(other.secret, enrolment.jwe, enrolment.share), CannotOpen);
    await assert.rejects(openWithShare(secret, enrolment.jwe, other.enrolment.share), CannotOpen);
    await assert.rejects(crypto.subtle.exportKey('raw', secret.secret), 'no script reads the secret');
  });

  it('refuses a wrap of another key', async () => {
    const [own, other] = [await pair(), await pair()];
    const secret = crypto.getRandomValues(new Uint8Array(32));
    await assert.rejects(unwrap(await wrapUnder(other.private, secret), await kidOf(own.public), secret), CannotOpen);
  });
});

describe('a fingerprint', () => {
  it('is the whole thumbprint, in thirteen groups, and is known however it was typed', async () => {
    const kid = await kidOf((await pair()).public);
    const groups = fingerprint(kid);
    assert.equal(groups.length, 13);
    assert.ok(isFingerprint(groups.join(' '), kid));
    assert.ok(isFingerprint(groups.join('-').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'), kid));
    assert.ok(!isFingerprint(groups.slice(0, 12).join(' '), kid));
    assert.ok(!isFingerprint('', kid));
    const last = groups.join('');
    assert.ok(!isFingerprint(last.slice(0, -1) + (last.endsWith('0') ? '2' : '0'), kid));
  });
});

describe('a team’s keys', async () => {
  const [line, otherLine, encryption, order, member, desk] = await Promise.all([pair('ES256'), pair('ES256'), pair(), pair('ES256'), pair(), pair()]);
  const kid = await kidOf(encryption.public);
  const secrets = { line: line.public, team: 'north', encryption: encryption.private, order: order.private };
  const record = (by: Pair, content: object) => signed('ovoz-team', by, { id: 'north', version: 1, encryptionKey: encryption.public, orderKey: order.public, ...content });

  it('come from one member to another and to nobody else', async () => {
    const jwe = await sealPackage(secrets, await sealingKey(member.public));
    const opened = await openPackage(jwe, 'north', kid, await openingKey(member.private));
    assert.equal(opened.encryption.d, encryption.private.d);
    await assert.rejects(openPackage(jwe, 'north', kid, await openingKey(desk.private)), CannotOpen);
    await assert.rejects(openPackage(jwe, 'south', kid, await openingKey(member.private)), CannotOpen, 'another team’s');
    await assert.rejects(openPackage(jwe, 'north', await kidOf(desk.public), await openingKey(member.private)), CannotOpen, 'another key');
  });

  it('are believed as far as the line signed them', async () => {
    assert.deepEqual(await standingOf(secrets, await record(line, {})), { today: true, version: 1 });
    assert.equal((await standingOf(secrets, await record(line, { encryptionKey: desk.public }))).today, false, 'replaced since');
    assert.equal((await standingOf(secrets, await record(line, { id: 'south' }))).today, false);
    await assert.rejects(standingOf(secrets, await record(otherLine, {})), ForgedRecord);
  });

  it('has holders for whom one of them vouched: the desk cannot', async () => {
    const admission = { team: 'north', person: 'bek', kid: await kidOf(member.public) };
    const key = await verifyingKey(order.public);
    const jws = await signAdmission(admission, await signingKey(order.private));
    assert.equal(await isAdmitted(jws, admission, key), true);
    assert.equal(await isAdmitted(jws, { ...admission, person: 'ghost' }, key), false);
    assert.equal(await isAdmitted(jws, { ...admission, kid: await kidOf(desk.public) }, key), false);
    assert.equal(await isAdmitted(await signAdmission(admission, await signingKey(desk.private)), admission, key), false);
    assert.equal(await isAdmitted(null, admission, key), false);
  });
});

function withHeader(jwe: string, change: object): string {
  const [header, ...rest] = jwe.split('.');
  const changed = { ...JSON.parse(Buffer.from(header!, 'base64url').toString()), ...change };
  return [Buffer.from(JSON.stringify(changed)).toString('base64url'), ...rest].join('.');
}

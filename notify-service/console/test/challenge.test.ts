import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompactEncrypt } from 'jose';
import type { JWK } from 'jose';
import { answerTo } from '../src/keys/challenge.ts';
import { sealPackage } from '../src/keys/package.ts';
import { CannotOpen } from '../src/sealing/containers.ts';
import { openingKey, sealingKey } from '../src/sealing/keys.ts';
import { pair } from './mock/world.ts';

const mine = await pair();
const own = await openingKey(mine.private);

async function sealed(header: object, to = mine): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode('the-word'))
    .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'ovoz-key-challenge', kid: own.kid, ...header })
    .encrypt({ ...to.public } as JWK);
}

test('whoever has the key in hand answers with the word', async () => {
  assert.equal(await answerTo({ id: 'one', jwe: await sealed({}) }, own), 'one.the-word');
});

test('a desk that asks for it gets no other container opened, and nothing that was sealed to another key', async () => {
  const team = await pair();
  const order = await pair('ES256');
  const keys = await sealPackage({ line: order.public, team: 'north', encryption: team.private, order: order.private }, await sealingKey(mine.public));
  const refused = [
    keys,
    await sealed({ typ: 'ovoz-team-key' }),
    await sealed({ typ: undefined }),
    await sealed({ kid: 'another' }),
    await sealed({}, await pair()),
    await sealed({ zip: 'DEF' }).catch(() => 'not to be made'),
    '',
  ];
  for (const jwe of refused) await assert.rejects(answerTo({ id: 'one', jwe }, own), CannotOpen);
});

test('another header over the same key opens nothing: it is authenticated', async () => {
  const team = await pair();
  const order = await pair('ES256');
  const keys = await sealPackage({ line: order.public, team: 'north', encryption: team.private, order: order.private }, await sealingKey(mine.public));
  const [header = '', ...rest] = keys.split('.');
  const said = JSON.parse(Buffer.from(header, 'base64url').toString()) as object;
  const posing = Buffer.from(JSON.stringify({ ...said, typ: 'ovoz-key-challenge' })).toString('base64url');
  await assert.rejects(answerTo({ id: 'one', jwe: [posing, ...rest].join('.') }, own), CannotOpen);
});

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { compactVerify } from 'jose';
import type { JWK } from 'jose';
import { Sending } from '../src/case/sending.ts';
import { Problem } from '../src/desk/problem.ts';
import { IntakeClock } from '../src/orders/intake-clock.ts';
import { signOrder } from '../src/orders/order.ts';
import type { SignedOrder } from '../src/orders/order.ts';
import { Ordering } from '../src/orders/ordering.ts';
import { signingKey } from '../src/sealing/keys.ts';
import { newId } from '../src/sealing/seal.ts';
import { pair } from './mock/world.ts';

const keys = await pair('ES256');
const orderer = { team: 'north-central-asia', order: await signingKey(keys.private) };
const NOW = Date.parse('2026-11-24T04:00:00Z');

test('an order is signed over report, action, time and the exact bytes of its body', async () => {
  const rid = newId();
  const order = await signOrder(orderer, rid, 'erase', { what: 'contact', why: 'ўқ' }, 1_795_492_800);
  const { payload, protectedHeader } = await compactVerify(order.jws, { ...keys.public } as JWK);
  const claims = JSON.parse(new TextDecoder().decode(payload));
  assert.deepEqual(protectedHeader, { alg: 'ES256', typ: 'ovoz-order', kid: orderer.order.kid });
  const bh = createHash('sha256').update(order.body).digest('base64url');
  assert.deepEqual(claims, { rid, act: 'erase', bh, iat: 1_795_492_800, jti: order.jti, team: 'north-central-asia' });
});

test('the clock is intake’s as soon as intake has told it', () => {
  const clock = new IntakeClock(() => NOW);
  assert.equal(clock.seconds(), NOW / 1000);
  clock.learn('Tue, 24 Nov 2026 05:00:00 GMT');
  assert.equal(clock.iso(), '2026-11-24T05:00:00Z');
  clock.learn('nonsense');
  clock.learn(null);
  assert.equal(clock.iso(), '2026-11-24T05:00:00Z');
});

test('a device with a wrong clock is told the time and asks again', async () => {
  const times: number[] = [];
  const carrier = {
    order: (order: SignedOrder) => {
      times.push(JSON.parse(Buffer.from(order.jws.split('.')[1]!, 'base64url').toString()).iat);
      const headers = { 'Ovoz-Intake-Date': 'Tue, 24 Nov 2026 05:00:00 GMT' };
      return Promise.resolve(times.length === 1 ? refusal(410, 'order-expired', headers) : Response.json({ outcome: 'closed' }));
    },
  };
  await new Ordering(carrier, new IntakeClock(() => NOW)).ask(orderer, newId(), 'close', {});
  assert.deepEqual(times, [NOW / 1000, NOW / 1000 + 3600]);
});

test('a refusal keeps its reason', async () => {
  const carrier = { order: () => Promise.resolve(refusal(409, 'reply-refused', {}, 'outside-safe-window')) };
  const ordering = new Ordering(carrier, new IntakeClock(() => NOW));
  const sent = ordering.send(await ordering.sign(orderer, newId(), 'reply', {}));
  await assert.rejects(sent, { slug: 'reply-refused', status: 409, reason: 'outside-safe-window' });
});

const make = () => signOrder(orderer, newId(), 'note', {}, 1);

test('what may have arrived is sent again as the very same order', async () => {
  const sending = new Sending();
  const sent: string[] = [];
  const carry = (order: SignedOrder) => {
    sent.push(order.jti);
    return sent.length < 3 ? Promise.reject(sent.length === 1 ? new Problem('unreachable', 0) : new Problem('intake-unreachable', 503)) : Promise.resolve();
  };
  await assert.rejects(sending.send('salom', make, carry));
  assert.equal(sending.isUndecided, true);
  await assert.rejects(sending.send('salom', make, carry));
  await sending.send('salom', make, carry);
  assert.equal(new Set(sent).size, 1);
  assert.equal(sending.isUndecided, false);
});

test('what was refused, or has been changed, is a new order', async () => {
  const sending = new Sending();
  const sent: string[] = [];
  const carry = (order: SignedOrder) => {
    sent.push(order.jti);
    return Promise.reject(sent.length === 1 ? new Problem('reply-refused', 409) : new Problem('unreachable', 0));
  };
  await assert.rejects(sending.send('salom', make, carry));
  await assert.rejects(sending.send('salom', make, carry));
  await assert.rejects(sending.send('salom!', make, carry));
  assert.equal(new Set(sent).size, 3);
});

function refusal(status: number, slug: string, headers: Record<string, string>, reason?: string): Response {
  return new Response(JSON.stringify({ type: `urn:ovoz:problem:${slug}`, reason }), { status, headers });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompactEncrypt } from 'jose';
import { paddedLength } from '../src/sealing/padding.ts';
import { openingKey, sealingKey } from '../src/sealing/keys.ts';
import { openItem } from '../src/sealing/open.ts';
import { newId, sealForMany } from '../src/sealing/seal.ts';
import { pair } from './mock/world.ts';

const AT = '2026-11-24T04:00:00Z';
const note = (text: string) => ({ kind: 'note', text, at: AT }) as const;

async function aNote(text = 'Qoʻngʻiroq qilmang \u{1F64F}') {
  const [team, other] = await Promise.all([pair(), pair()]);
  const rid = newId();
  const sealed = await sealForMany(rid, note(text), [await sealingKey(team.public), await sealingKey(other.public)]);
  const own = await openingKey(team.private);
  const grant = sealed.grants.find((one) => one.kid === own.kid)!.jwe;
  return { rid, own, other, item: { id: sealed.item.id, kind: 'note', jwe: sealed.item.jwe, grant } };
}

test('every recipient opens what was sealed to them', async () => {
  const { rid, own, item } = await aNote();
  assert.deepEqual(await openItem(rid, item, own), note('Qoʻngʻiroq qilmang \u{1F64F}'));
});

test('an opening key cannot be exported', async () => {
  const { own } = await aNote();
  await assert.rejects(crypto.subtle.exportKey('jwk', own.key));
});

test('an item of another report is refused', async () => {
  const { own, item } = await aNote();
  await assert.rejects(openItem(newId(), item, own), { reason: 'another-item' });
});

test('an item under another id, or as another kind, is refused', async () => {
  const { rid, own, item } = await aNote();
  await assert.rejects(openItem(rid, { ...item, id: newId() }, own), { reason: 'another-item' });
  await assert.rejects(openItem(rid, { ...item, kind: 'message' }, own), { reason: 'another-item' });
});

test('a grant to somebody else is refused before it is tried', async () => {
  const { rid, other, item } = await aNote();
  await assert.rejects(openItem(rid, item, await openingKey(other.private)), { reason: 'another-key' });
});

test('a grant of one item does not open another, even under its id', async () => {
  const first = await aNote();
  const second = await aNote();
  await assert.rejects(openItem(first.rid, { ...first.item, jwe: second.item.jwe }, first.own), { reason: 'another-item' });
});

test('compression and critical headers are refused, whatever the rest says', async () => {
  const { rid, own, item } = await aNote();
  for (const [extra, reason] of [[{ zip: 'DEF' }, 'compressed'], [{ crit: ['x'], x: 1 }, 'critical'], [{ enc: 'A128GCM' }, 'algorithm']] as const) {
    const header = Buffer.from(JSON.stringify({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'ovoz-grant', kid: own.kid, rid, mid: item.id, ...extra })).toString('base64url');
    await assert.rejects(openItem(rid, { ...item, grant: [header, ...item.grant.split('.').slice(1)].join('.') }, own), { reason });
  }
});

test('a changed byte is noticed', async () => {
  const { rid, own, item } = await aNote();
  const parts = item.jwe.split('.');
  parts[3] = (parts[3]!.startsWith('A') ? 'B' : 'A') + parts[3]!.slice(1);
  await assert.rejects(openItem(rid, { ...item, jwe: parts.join('.') }, own), { reason: 'broken' });
});

test('something that is no container is refused as that', async () => {
  const { rid, own, item } = await aNote();
  for (const junk of ['', 'x', 'a.b.c.d.e', '....']) await assert.rejects(openItem(rid, { ...item, grant: junk }, own), { name: 'CannotOpen' });
});

test('a plaintext that is not content of its kind is refused', async () => {
  const { rid, own, other } = await aNote();
  const dek = crypto.getRandomValues(new Uint8Array(32));
  const mid = newId();
  const jwe = await new CompactEncrypt(new TextEncoder().encode('{"kind":"note","text":7}')).setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: 'ovoz-item', rid, mid, kind: 'note' }).encrypt(dek);
  const { grantTo } = await import('../src/sealing/seal.ts');
  const grant = await grantTo(await sealingKey(other.public), rid, mid, dek);
  await assert.rejects(openItem(rid, { id: mid, kind: 'note', jwe, grant: grant.jwe }, await openingKey(other.private)), { reason: 'broken' });
  assert.ok(own);
});

test('a text is padded to 2 KiB, then to the Padmé size', () => {
  assert.deepEqual([0, 1, 2048, 2049, 2112, 5000, 100_000].map(paddedLength), [2048, 2048, 2048, 2176, 2176, 5120, 100_352]);
});

test('the size of a container does not tell two short texts apart', async () => {
  const [short, long] = await Promise.all([aNote('a'), aNote('a'.repeat(1500))]);
  assert.equal(short.item.jwe.length, long.item.jwe.length);
});

test('an id is 128 random bits in the form of a UUID', () => {
  assert.match(newId(), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

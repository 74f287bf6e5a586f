import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comingWith, enclosedIn, straysIn } from '../src/attachment/of-message.ts';
import { familyOf } from '../src/attachment/enclosed.ts';
import { kindOf } from '../src/attachment/kind.ts';
import { sizeOf } from '../src/attachment/picture-size.ts';
import type { Conversation } from '../src/case/open-conversation.ts';
import { Assembly, CHUNK, chunksOf } from '../src/sealing/chunks.ts';
import { contentOf } from '../src/sealing/content.ts';
import { newId } from '../src/sealing/seal.ts';
import { sealedChunks } from './mock/chunks.ts';
import { animation, jpeg, page, png, webp } from './mock/pictures.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const padded = (text: string) => bytesOf(text.padEnd(64, '\0'));

async function sealed(size: number) {
  const [rid, mid] = [newId(), newId()];
  const key = crypto.getRandomValues(new Uint8Array(32));
  const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 7) & 0xff);
  return { rid, mid, key, bytes, chunks: await sealedChunks(rid, mid, bytes, key) };
}

async function assembled(size: number, { rid, mid, key }: { rid: string; mid: string; key: Uint8Array }, chunks: readonly string[]) {
  const assembly = new Assembly(rid, mid, size, key.slice());
  for (const chunk of chunks) await assembly.add(chunk);
  return assembly.whole();
}

test('an attachment of any size is put together again', async () => {
  for (const size of [0, 1, 2048, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 5]) {
    const made = await sealed(size);
    assert.equal(made.chunks.length, chunksOf(size));
    assert.deepEqual(await assembled(size, made, made.chunks), made.bytes);
  }
});

test('a chunk that is missing, comes twice, or is out of its place is refused', async () => {
  const made = await sealed(2 * CHUNK + 5);
  const [a, b, c] = made.chunks as [string, string, string];
  for (const chunks of [[b, c], [a, c], [a, b], [b, a, c], [a, a, c], [a, b, c, c], []]) {
    await assert.rejects(assembled(made.bytes.length, made, chunks), { name: 'CannotOpen' });
  }
});

test('the end of a shorter one is no end of a longer one, though its key is the same', async () => {
  const made = await sealed(2 * CHUNK + 5);
  const shorter = await sealedChunks(made.rid, made.mid, made.bytes.subarray(0, CHUNK + 5), made.key);
  await assert.rejects(assembled(made.bytes.length, made, [made.chunks[0]!, shorter[1]!]), { reason: 'another-item' });
});

test('a chunk of another report, item or key is refused', async () => {
  const made = await sealed(5);
  await assert.rejects(assembled(5, { ...made, rid: newId() }, made.chunks), { reason: 'another-item' });
  await assert.rejects(assembled(5, { ...made, mid: newId() }, made.chunks), { reason: 'another-item' });
  await assert.rejects(assembled(5, { ...made, key: new Uint8Array(32) }, made.chunks), { reason: 'broken' });
});

test('another length than the head tells is refused', async () => {
  const made = await sealed(2000);
  await assert.rejects(assembled(1000, made, made.chunks), { reason: 'broken' });
});

test('what was forgotten is zero, the key too', async () => {
  const made = await sealed(5);
  const assembly = new Assembly(made.rid, made.mid, 5, made.key);
  await assembly.add(made.chunks[0]!);
  assembly.forget();
  assert.deepEqual(made.key, new Uint8Array(32));
  assert.deepEqual(assembly.whole(), new Uint8Array(5));
});

test('a head that counts in an impossible way is none', () => {
  const head = { kind: 'attachment', of: 'x', label: 'image/jpeg', size: 10, chunks: 1, at: '2026-11-24T04:00:00Z' };
  const read = (change: object) => contentOf(new TextEncoder().encode(JSON.stringify({ ...head, ...change })), 'attachment');
  assert.deepEqual(read({}), head);
  for (const change of [{ size: -1 }, { size: 1.5 }, { size: '10' }, { size: 1e12 }, { chunks: null }, { of: 7 }]) assert.equal(read(change), undefined);
});

test('what it is, its first bytes say', () => {
  const kinds: readonly (readonly [Uint8Array, string])[] = [
    [png(3, 2), 'png'], [jpeg(3, 2), 'jpeg'], [animation(3, 2), 'gif'], [webp(3, 2), 'webp'],
    [padded('OggS'), 'ogg'], [padded('ID3\x04'), 'mpeg'], [padded('\xff\xfb\x90'), 'mpeg'], [padded('\xff\xf1\x50'), 'aac'], [padded('fLaC'), 'flac'],
    [padded('RIFF....WAVEfmt '), 'wav'], [padded('#!AMR\n'), 'amr'], [padded('....ftypM4A '), 'mp4'], [padded('....ftyp3gp4'), '3gpp'],
    [padded('....ftypheic'), 'heic'], [padded('....ftypisom....moov....hdlr........vide'), 'video'], [padded('....ftypisom....moov....hdlr........soun'), 'mp4'],
    [padded('RIFF....AVI '), 'video'], [padded('\x1aE\xdf\xa3'), 'video'],
    [padded('%PDF-1.7'), 'document'], [padded('PK\x03\x04'), 'document'],
    [page('<!doctype html><script>x</script>'), 'page'], [page('\n  <svg xmlns="x">'), 'page'], [page('\u{feff}<?xml version="1.0"?>'), 'page'], [page('hello <script>x</script>'), 'page'],
    [padded('BEGIN:VCARD'), 'unknown'], [new Uint8Array(0), 'unknown'], [padded('MZ'), 'unknown'], [padded('\xff'), 'unknown'],
  ];
  for (const [bytes, form] of kinds) assert.equal(kindOf(bytes).form, form, `${form}: ${String.fromCharCode(...bytes.subarray(0, 16))}`);
});

test('the size of a picture is read before anything is decoded', () => {
  assert.deepEqual(sizeOf('png', png(640, 480)), { width: 640, height: 480 });
  assert.deepEqual(sizeOf('jpeg', jpeg(640, 480)), { width: 640, height: 480 });
  assert.deepEqual(sizeOf('gif', animation(640, 480)), { width: 640, height: 480 });
  assert.deepEqual(sizeOf('webp', webp(640, 480)), { width: 640, height: 480 });
});

test('the thumbnail in a picture’s data is not taken for the picture', () => {
  const thumbnail = jpeg(1, 1);
  const inside = Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, (thumbnail.length + 2) >> 8, (thumbnail.length + 2) & 0xff, ...thumbnail, ...jpeg(9000, 9000).subarray(2)]);
  assert.deepEqual(sizeOf('jpeg', inside), { width: 9000, height: 9000 });
});

test('the frame of an animation that is larger than its screen counts', () => {
  assert.deepEqual(sizeOf('gif', animation(10, 10, 60_000)), { width: 60_000, height: 10 });
});

test('a picture that ends before its size, or is of no size, has none', () => {
  for (const [form, whole] of [['png', png(3, 2)], ['jpeg', jpeg(3, 2)], ['gif', animation(3, 2)], ['webp', webp(3, 2)]] as const) {
    assert.equal(sizeOf(form, whole.subarray(0, 11)), undefined, form);
  }
  assert.equal(sizeOf('png', png(0, 2)), undefined);
  assert.equal(sizeOf('jpeg', jpeg(3, 0)), undefined);
});

test('what its sender’s phone says gives it a name, and nothing more', () => {
  assert.deepEqual(['image/jpeg', 'audio/amr', 'other', 'text/html'].map(familyOf), ['picture', 'sound', 'file', 'file']);
});

const head = (of: string) => ({ kind: 'attachment', of, label: 'image/png', size: 1, chunks: 1, at: '' }) as const;
const message = (id: string, attachments?: number) => ({ id, at: '', content: { kind: 'message', text: '', channel: 'sms', at: '', ...(attachments === undefined ? {} : { attachments }) } }) as const;

test('each stands with its message; how many are on their way is told, and what names no message is not lost', () => {
  const conversation = {
    lines: [message('a', 3), message('b')], unopenedAttachments: 1,
    attachments: [{ id: '1', at: '', head: head('a'), grant: '' }, { id: '2', at: '', head: head('gone'), grant: '' }],
  } as unknown as Conversation;
  assert.deepEqual(enclosedIn(conversation, 'a').map(({ id }) => id), ['1']);
  assert.deepEqual(straysIn(conversation).map(({ id }) => id), ['2']);
  assert.equal(comingWith(conversation, conversation.lines[0]!), 1);
  assert.equal(comingWith(conversation, conversation.lines[1]!), 0);
  assert.equal(comingWith({ ...conversation, unopenedAttachments: 0 }, message('c', 1e9)), 10);
});

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { segmentsOf } from '../src/case/segments.ts';
import { TAGS } from '../src/language/catalogues.ts';
import type { Tag } from '../src/language/catalogues.ts';
import { GROUPS, forgetMissed, matching, phrasesIn, sideBySide } from '../src/reply/phrases.ts';
import type { Phrases } from '../src/reply/phrases.ts';
import { tellings } from '../src/reply/telling.ts';
import { phraseTag } from '../src/reply/tools.ts';
import { toCyrillic, toLatin } from '../src/reply/uzbek.ts';

const book = (tag: string): Phrases => JSON.parse(readFileSync(`phrases/${tag}.json`, 'utf8'));
const english = book('en');
const all = TAGS.flatMap((tag) => Object.entries(book(tag).phrases).map(([id, text]) => ({ tag, id, text })));
/** What a responder may fill in: a time, and a first name of up to twelve letters. */
const filled = (text: string) => text.replace('{time}', '23:59').replace('{name}', 'А'.repeat(12));
const holes = (text: string) => text.match(/\{\w+\}/g) ?? [];

test('each language of the first tier has a file, and all have the same phrases with the same holes', () => {
  assert.deepEqual(readdirSync('phrases').map((name) => name.replace('.json', '')).sort(), [...TAGS].sort());
  for (const tag of TAGS) {
    const { phrases } = book(tag);
    assert.deepEqual(Object.keys(phrases), Object.keys(english.phrases), tag);
    assert.equal(new Set(Object.values(phrases)).size, Object.keys(phrases).length, tag);
    for (const [id, text] of Object.entries(phrases)) assert.deepEqual(holes(text), holes(english.phrases[id]!), `${tag} ${id}`);
  }
  assert.ok(Object.keys(english.phrases).length >= 40);
});

test('every phrase is one segment, whatever is filled in, and what can be written in the cheap alphabet is', () => {
  const long = all.filter(({ text }) => segmentsOf(filled(text)).segments !== 1 || text !== text.trim());
  assert.deepEqual(long, []);
  const dear = all.filter(({ tag, text }) => ['en', 'uz-Latn'].includes(tag) && segmentsOf(text).encoding !== 'GSM-7');
  assert.deepEqual(dear, []);
});

test('every phrase is neutral by the word lists of every language', () => {
  const telling = all.flatMap(({ tag, id, text }) => tellings(text, ['Ovoz', 'North']).map((found) => ({ tag, id, found })));
  assert.deepEqual(telling, []);
});

test('no phrase asks for a digit: 1 means something to the line', () => {
  assert.deepEqual(all.filter(({ text }) => /\d/.test(text)), []);
});

test('the way out that a phrase names is the word that the line understands, in every language', () => {
  for (const tag of TAGS) assert.match(book(tag).phrases['safety.stop']!, /(?<!\p{Script=Latin})STOP(?!\p{Script=Latin})/u, tag);
});

test('nothing was left in another language', () => {
  const same = all.filter(({ tag, id, text }) => tag !== 'en' && text === english.phrases[id]);
  assert.deepEqual(same, []);
  const foreign = all.filter(({ tag, text }) => {
    const words = text.replace(/\{\w+\}|STOP/g, '');
    if (['ru', 'uk', 'uz-Cyrl', 'kk', 'ky', 'tg'].includes(tag)) return /\p{Script=Latin}/u.test(words);
    if (tag === 'zh' || tag === 'ko') return /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(words);
    return /\p{Script=Cyrillic}/u.test(words);
  });
  assert.deepEqual(foreign, []);
});

test('Uzbek is the same in both scripts, letter by letter', () => {
  const [latin, cyrillic] = [book('uz-Latn').phrases, book('uz-Cyrl').phrases];
  for (const [id, text] of Object.entries(latin)) assert.deepEqual([toCyrillic(text), toLatin(cyrillic[id]!)], [cyrillic[id], text], id);
});

test('what no native speaker has read says so', () => {
  for (const tag of TAGS) assert.equal(book(tag).reviewed, false, tag);
});

test('every phrase belongs to a group, and no group is empty', () => {
  const phrases = sideBySide(book('ru'), english);
  assert.deepEqual([...new Set(phrases.map((phrase) => phrase.group))], [...GROUPS]);
});

const nameOf = (group: string) => group;
const ids = (filter: string, tag: Tag = 'ru') => matching(sideBySide(book(tag), english), filter, nameOf).map((phrase) => phrase.id);

test('a phrase is found by its words, its meaning or its group, without case and marks', () => {
  assert.ok(ids('дет').includes('people.children'));
  assert.ok(ids('CHILD').includes('people.children'));
  assert.deepEqual(ids('children with'), ['people.children']);
  assert.ok(ids('waiting').includes('waiting.believe'));
  assert.ok(ids('qongiroq', 'uz-Latn').includes('contact.call'));
  assert.ok(ids('tre em', 'vi').includes('people.children'));
  assert.ok(ids('孩子', 'zh').includes('people.children'));
  assert.deepEqual(ids('xyzzy'), []);
  assert.equal(ids('').length, Object.keys(english.phrases).length);
});

test('the phrases are in the reporter’s language, where there are some', () => {
  assert.deepEqual(['uz-Cyrl', 'uz', 'zh-Hant', 'tk', 'und', ''].map(phraseTag), ['uz-Cyrl', 'uz-Latn', 'zh', 'en', 'en', 'en']);
});

const serve = (how: (path: string, pinned: { integrity: string }) => Promise<Response>) => Object.defineProperty(globalThis, 'fetch', { configurable: true, writable: true, value: how });
const arrival = (tag: Tag) => new Promise<void>((arrived) => assert.equal(phrasesIn(tag, arrived), 'coming'));

test('phrases are fetched when somebody asks, refused when they are not the ones that were built, and asked for again by hand', async () => {
  const built = async (path: string, { integrity }: { integrity: string }) => {
    const bytes = await readFile(`.tests/${path}`);
    if (integrity !== `sha384-${createHash('sha384').update(bytes).digest('base64')}`) throw new TypeError('integrity');
    return new Response(bytes);
  };
  serve((_, pinned) => built('phrases.zh.json', pinned));
  await arrival('ko');
  assert.equal(phrasesIn('ko', () => {}), 'missed');
  serve(built);
  assert.equal(phrasesIn('ko', () => {}), 'missed', 'no flood of requests');
  forgetMissed();
  await arrival('ko');
  assert.deepEqual(phrasesIn('ko', () => assert.fail('it is there')), book('ko'));
});

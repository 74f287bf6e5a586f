import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bestOf } from '../src/language/messages.ts';
import { age, clock } from '../src/language/time.ts';

const catalogue = (tag: string): Record<string, string> => JSON.parse(readFileSync(`messages/${tag}.json`, 'utf8'));
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
const NOW = new Date(2026, 10, 24, 9, 14, 5).getTime();
const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();

test('every catalogue says everything, with the same holes', () => {
  const english = catalogue('en');
  for (const tag of ['ru', 'kk', 'uz-Latn']) {
    const other = catalogue(tag);
    assert.deepEqual(Object.keys(other), Object.keys(english), tag);
    for (const [key, text] of Object.entries(english)) assert.deepEqual(holes(other[key]!), holes(text), `${tag} ${key}`);
  }
});

test('what no native speaker has read says so', () => {
  assert.deepEqual(['en', 'ru', 'kk', 'uz-Latn'].map((tag) => catalogue(tag)['reviewed']), ['source', 'no', 'no', 'no']);
});

test('the browser’s languages choose the first one there is', () => {
  assert.equal(bestOf(['de-DE', 'ru-RU', 'en']), 'ru');
  assert.equal(bestOf(['uz']), 'uz-Latn');
  assert.equal(bestOf([]), 'en');
});

test('times are to the second, with the day if it is another', () => {
  assert.equal(clock(at(-5), NOW), '09:14:00');
  assert.equal(clock(at(-86_400), NOW), '2026-11-23 09:14:05');
});

test('ages count as people do', () => {
  assert.deepEqual([0, -59, -61, -7300, -200_000, 45, 600].map((seconds) => age(at(seconds), NOW)),
    ['0 sec ago', '59 sec ago', '1 min ago', '2 h ago', '2 d ago', 'in 45 sec', 'in 10 min']);
});

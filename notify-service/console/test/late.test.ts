import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Late } from '../src/app/late.ts';

function aPage() {
  const visits: string[] = [];
  const late = new Late((part: string) => {
    visits.push(`made with ${part}`);
    return { enter: () => void visits.push('in'), leave: () => void visits.push('out') };
  });
  return { late, visits };
}

test('what a page holds is made once, with its part, and entered where the page is on screen', () => {
  const { late, visits } = aPage();
  late.go(true);
  assert.equal(late.here, undefined);
  assert.equal(late.of('pages'), late.of('pages'));
  assert.deepEqual(visits, ['made with pages', 'in']);
});

test('it is left and entered with its page from then on', () => {
  const { late, visits } = aPage();
  late.go(false);
  late.of('pages');
  late.go(true);
  late.go(false);
  assert.deepEqual(visits, ['made with pages', 'out', 'in', 'out']);
});

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { Problem } from '../src/desk/problem.ts';
import { Part, pinBy } from '../src/parts/part.ts';

const isMissed = (failure: unknown) => failure instanceof Problem && failure.slug === 'part-missed' && failure.status === 0;

/** A part whose file is there or not, and how often it was imported. */
function part(isThere = true) {
  const world = { isThere, imports: 0, draws: 0 };
  const load = async () => {
    world.imports += 1;
    return 'the part';
  };
  pinBy(() => (world.isThere ? Promise.resolve() : Promise.reject(new TypeError('offline'))));
  return { world, part: new Part('pages', load) };
}

/** Draws until it has settled, as the page does: at each call back. */
async function drawn(one: Part<string>): Promise<string> {
  let seen: string = one.at(() => undefined);
  while (seen === 'coming') {
    await new Promise((resolve) => setImmediate(resolve));
    seen = one.at(() => undefined);
  }
  return seen;
}

afterEach(() => pinBy(() => Promise.resolve()));

test('a part is imported once, after it was taken by its hash, and whoever waits is called back', async () => {
  const { part: one, world } = part();
  await new Promise<void>((arrived) => assert.equal(one.at(arrived), 'coming'));
  assert.equal(one.at(() => assert.fail('nothing is awaited')), 'the part');
  assert.equal(await one.fetch(), 'the part');
  assert.equal(world.imports, 1);
});

test('what is not the pinned bytes is not imported, and is said', async () => {
  const { part: one, world } = part(false);
  await assert.rejects(one.fetch(), isMissed);
  assert.equal(await drawn(one), 'missed');
  assert.equal(world.imports, 0);
});

test('what did not come unasked is asked for again by whoever needs it', async () => {
  const { part: one, world } = part(false);
  await assert.rejects(one.fetch(), isMissed);
  world.isThere = true;
  assert.equal(await drawn(one), 'the part');
});

test('whoever needs it while it comes unasked is called back, too', async () => {
  const { part: one } = part();
  const unasked = one.fetch();
  await new Promise<void>((arrived) => assert.equal(one.at(arrived), 'coming'));
  assert.equal(await unasked, one.at(() => undefined));
});

test('what was missed stays so until somebody asks again', async () => {
  const { part: one, world } = part(false);
  assert.equal(await drawn(one), 'missed');
  world.isThere = true;
  assert.equal(one.at(() => undefined), 'missed');
  await new Promise<void>((arrived) => one.again(() => one.at(() => undefined) === 'the part' && arrived()));
});

test('every part is named after the file that it imports: by that name the page pins it', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(`src/${name}`, 'utf8'));
  const made = sources.flatMap((source) => [...source.matchAll(/new Part\(/g)]);
  const named = sources.flatMap((source) => [...source.matchAll(/new Part\('([a-z0-9-]+)', \(\) => import\('[./a-z0-9-]*?\/([a-z0-9-]+)\.ts'\)(?:, allWords)?\)/g)]);
  assert.equal(named.length, made.length);
  for (const [, name, file] of named) assert.equal(name, file);
});

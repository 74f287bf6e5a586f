// The bundle's parts, each by its hash, in a real Chromium against the mock desk; part of `npm run test:browser`.
import assert from 'node:assert/strict';
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { someCases } from '../mock/cases.ts';
import { MockDesk } from '../mock/desk.ts';
import { World } from '../mock/world.ts';
import { byId, fromMenu, SHOTS, sound } from './page.ts';

/** What a desk that is not ours any more would put into a file. */
const FORGED = ';globalThis.forged = true;';
const world = await World.create();
const { K7Q2 } = await someCases(world);
const desk = new MockDesk(world, 'dist');
await desk.start();
const scripts = (await readdir('dist')).filter((name) => name.endsWith('.js') && name !== 'worker.js');
if (SHOTS !== undefined) await mkdir(SHOTS, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] });
try {
  await step('the page pins every script that there is', pins);
  await step('a forged file is not run: nothing is, where the page needs it', beside);
  await step('what was taken by its hash is what runs, whatever is served when it is asked for again', once);
  await step('a part that is forged, or does not come, is said, and there once it comes', pages);
  await step('keys are not made with a part that does not come, and are once it does', words);
  await step('without the library that seals no key is made, which is no fault of the words, and is once it comes', library);
  await step('without a connection a page that was not opened before is there all the same', offline);
  console.log('parts: all steps passed');
} finally {
  await browser.close();
  desk.stop();
}

function part(name: string): string {
  return scripts.find((file) => file.startsWith(`${name}-`))!;
}

async function forge(file: string): Promise<void> {
  desk.replaced.set(file, `${await readFile(join('dist', file), 'utf8')}${FORGED}`);
}

async function opened(width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'en', serviceWorkers: 'block' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return page;
}

async function signIn(page: Page, route: string): Promise<void> {
  await page.goto(`${desk.origin}/console/${route}`);
  await byId(page, 'sign-in').click();
  await byId(page, 'handle').waitFor();
}

function ranForged(page: Page): Promise<boolean> {
  return page.evaluate(() => (globalThis as { forged?: boolean }).forged === true);
}

async function step(name: string, work: () => Promise<void>): Promise<void> {
  const from = performance.now();
  await work();
  desk.replaced.clear();
  console.log(`${String(Math.round(performance.now() - from)).padStart(6)} ms  ${name}`);
}

async function pins(): Promise<void> {
  const page = await readFile('dist/index.html', 'utf8');
  for (const name of scripts) {
    const pin = desk.pinOf(await readFile(join('dist', name), 'utf8'));
    const said = page.split(/[\s">]+/);
    const places = said.flatMap((word, at) => (word === name || word === `content="${name}` ? [at] : []));
    assert.ok(places.length > 0, `${name} is not pinned`);
    assert.ok(page.includes(pin), `${name} is pinned by other bytes`);
  }
}

async function beside(): Promise<void> {
  const page = await opened();
  const [, shared] = (await readFile('dist/index.html', 'utf8')).match(/rel="modulepreload" href="([^"]+)"/)!;
  await forge(shared!);
  const refused = page.waitForEvent('console', (message) => message.text().includes('integrity'));
  await page.goto(`${desk.origin}/console/`);
  await refused;
  await page.waitForLoadState('load');
  assert.equal(await byId(page, 'login-page').count(), 0);
  assert.equal(await ranForged(page), false);
  await page.context().close();
}

async function once(): Promise<void> {
  const page = await opened();
  const asked = new Map<string, number>();
  page.on('request', (request) => request.isNavigationRequest() && asked.clear());
  await page.route(/-[A-Z0-9]{8}\.js$/, async (route) => {
    const times = (asked.get(route.request().url()) ?? 0) + 1;
    asked.set(route.request().url(), times);
    await (times === 1 ? route.continue() : route.fulfill({ contentType: 'text/javascript', body: FORGED }));
  });
  await signIn(page, `#/case/${K7Q2!.view.id}`);
  await page.locator('.short-id', { hasText: 'K7Q2' }).waitFor();
  assert.equal(await ranForged(page), false);
  assert.ok(asked.size >= 4);
  await page.context().close();
}

async function pages(): Promise<void> {
  for (const width of [1280, 320]) {
    const page = await opened(width);
    await forge(part('pages'));
    await signIn(page, `#/case/${K7Q2!.view.id}`);
    await byId(page, 'part-missed').waitFor();
    assert.equal(await ranForged(page), false);
    await sound(page, 'part-missed');
    desk.replaced.set(part('pages'), '');
    await byId(page, 'part-again').click();
    await byId(page, 'part-missed').waitFor();
    desk.replaced.clear();
    await byId(page, 'part-again').click();
    await page.locator('.short-id', { hasText: 'K7Q2' }).waitFor();
    await page.context().close();
  }
}

async function words(): Promise<void> {
  const page = await opened();
  await forge(part('words'));
  await signIn(page, '#/open');
  await byId(page, 'make-key').click();
  await page.locator('[data-testid=key-problem][data-good=false]').waitFor();
  assert.equal(await ranForged(page), false);
  desk.replaced.clear();
  await byId(page, 'make-key').click();
  await byId(page, 'words').waitFor();
  await page.context().close();
}

async function library(): Promise<void> {
  const page = await opened();
  await forge(part('jose'));
  await signIn(page, '#/open');
  await byId(page, 'make-key').click();
  await page.locator('[data-testid=key-problem][data-good=false]', { hasText: 'could not be loaded' }).waitFor();
  assert.equal(await ranForged(page), false);
  desk.replaced.clear();
  await byId(page, 'make-key').click();
  await byId(page, 'words').waitFor();
  await page.context().close();
}

async function offline(): Promise<void> {
  const page = await opened();
  const came = page.waitForResponse((answer) => answer.url().includes(part('words')));
  await signIn(page, '#/open');
  await came;
  await page.locator('[data-short-id=K7Q2]').first().waitFor();
  await page.context().setOffline(true);
  await fromMenu(page, 'keys-link');
  await byId(page, 'page-title').waitFor();
  assert.equal(await byId(page, 'part-missed').count(), 0);
  await page.context().close();
}

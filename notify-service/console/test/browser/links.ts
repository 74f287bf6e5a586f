// Reports on one place, in a real Chromium against the mock desk: part of `npm run test:browser`. SCREENSHOTS=folder keeps pictures.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import type { Locator, Page } from 'playwright-core';
import { kidOfSecret, newSecret, sealSecret } from '../../src/links/link-key.ts';
import { signVouch } from '../../src/links/vouch.ts';
import { sealingKey, signingKey } from '../../src/sealing/keys.ts';
import { MockDesk } from '../mock/desk.ts';
import { World, pair } from '../mock/world.ts';
import type { MockCase } from '../mock/world.ts';
import { SHOTS, byId, sound } from './page.ts';

const world = await World.create();
const old = await world.addCase({ shortId: 'A2BC', receivedAt: '2024-03-05T08:00:00Z' }, ['Нас держат в магазине']);
const market = await world.addCase({ shortId: 'D4EF', region: 'KZ' }, ['Bozorda ishlatishyapti']);
const now = await world.addCase({ shortId: 'G5HJ' }, ['Yordam kerak']);
const desk = new MockDesk(world, 'dist');
await desk.start();
const keyFile = { name: 'aziza.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(world.keyFile('aziza'))) };
if (SHOTS !== undefined) await mkdir(SHOTS, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] });
try {
  await wide();
  await narrow();
  await forged();
  console.log('links: all steps passed');
} finally {
  await browser.close();
  desk.stop();
}

async function opened(width: number, height: number): Promise<{ page: Page; errors: string[]; sent: string[] }> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const errors: string[] = [];
  const sent: string[] = [];
  page.on('pageerror', (failure) => errors.push(String(failure)));
  page.on('console', (message) => message.type() === 'error' && !/status of 4|status of 5|ERR_/.test(message.text()) && errors.push(message.text()));
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.goto(`${desk.origin}/console/`);
  await byId(page, 'sign-in').click();
  await byId(page, 'key-file').setInputFiles(keyFile);
  await byId(page, 'lock').waitFor();
  return { page, errors, sent };
}

async function open(page: Page, which: MockCase): Promise<void> {
  await page.goto(`${desk.origin}/console/#/case/${which.view.id}`);
  await page.locator('h1 .short-id', { hasText: which.view.shortId }).waitFor();
  if (which.view.claimedBy === null) await byId(page, 'claim').click();
  await byId(page, 'triage').waitFor();
}

/** What is compared once it is saved. */
async function says(page: Page, place: string, aliases: string, count: number): Promise<void> {
  await byId(page, 'triage-place').fill(place);
  await byId(page, 'triage-aliases').fill(aliases);
  await page.locator('[data-testid=links-terms] .count', { hasText: new RegExp(`^${count}$`) }).waitFor();
}

function about(page: Page, list: string, which: MockCase): Locator {
  return page.getByTestId(list).filter({ hasText: which.view.shortId });
}

async function focusIsAtTitle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.id === 'links-title');
}

async function step(name: string, work: () => Promise<void>): Promise<void> {
  const from = performance.now();
  await work();
  console.log(`${String(Math.round(performance.now() - from)).padStart(6)} ms  ${name}`);
}

async function wide(): Promise<void> {
  const { page, errors, sent } = await opened(1280, 900);
  await step('what a report says of its place is saved sealed, and the desk is told marks', async () => {
    await open(page, old);
    await byId(page, 'links-none').waitFor();
    await says(page, 'Гольяново, Алтайская ул., 12', 'хозяйка Жанна', 4);
    await open(page, market);
    await says(page, 'Sadovod bozori', 'Janna', 2);
    await about(page, 'proposed', old).waitFor();
    assert.equal(desk.links.keys.length, 1);
    assert.equal(desk.links.marks.get(old.view.id)!.marks.length, 4);
    assert.doesNotMatch(sent.filter((request) => request.includes('link')).join(' '), /golianov|altaisk|Гольяново|Алтайская|Жанна|Janna|sadovod/i);
  });
  await step('another report on one place is proposed across scripts, with the words that speak for it', async () => {
    await open(page, now);
    await says(page, "Golyanovo, Altayskaya ko'chasi 12-uy", 'Джанна', 4);
    const first = page.getByTestId('proposed').first();
    await about(page, 'proposed', old).waitFor();
    assert.match(await first.innerText(), /A2BC.*2024-03 · Russia.*4 in common/s);
    assert.match(await first.getByTestId('shared').innerText(), /Golyanovo/);
    await byId(page, 'links-terms').locator('summary').click();
    await sound(page, 'links-proposed');
  });
  await step('a person says that it is the same place: it is listed in both, and both stay what they are', async () => {
    await about(page, 'proposed', old).getByTestId('same-place').click();
    await about(page, 'linked', old).waitFor();
    await focusIsAtTitle(page);
    assert.match(await about(page, 'linked', old).innerText(), /Said by aziza/);
    await page.locator('[data-testid=happening][data-what=link-confirmed]').waitFor();
    await sound(page, 'links-linked');
    await about(page, 'linked', old).getByTestId('other-report').click();
    await page.locator('h1 .short-id', { hasText: 'A2BC' }).waitFor();
    await about(page, 'linked', now).waitFor();
    assert.deepEqual([old.view.region, old.items.length > 0, now.view.state], ['RU-MOW', true, 'claimed']);
  });
  await step('or that it is not: that is remembered, and can be taken back', async () => {
    await about(page, 'proposed', market).getByTestId('not-the-same').click();
    await about(page, 'proposed', market).waitFor({ state: 'detached' });
    await byId(page, 'links-different').locator('summary').click();
    await sound(page, 'links-different');
    await about(page, 'parted', market).getByTestId('take-back').click();
    await about(page, 'proposed', market).waitFor();
    await focusIsAtTitle(page);
  });
  await step('what a colleague says is there at once', async () => {
    desk.links.say(old, market, 'same', 'vera');
    await about(page, 'linked', market).waitFor();
    assert.match(await about(page, 'linked', market).innerText(), /Said by vera/);
    await about(page, 'linked', market).getByTestId('end-link').click();
    await about(page, 'linked', market).waitFor({ state: 'detached' });
  });
  await step('whoever does not hold it sees links and counts, and no words', async () => {
    await byId(page, 'release').click();
    await byId(page, 'claim').waitFor();
    await about(page, 'linked', now).waitFor();
    await about(page, 'proposed', market).waitFor();
    assert.match(await about(page, 'proposed', market).innerText(), /1 in common/);
    assert.equal(await byId(page, 'shared').count(), 0);
    assert.equal(await byId(page, 'triage-aliases').count(), 0);
    await byId(page, 'lock').click();
    assert.doesNotMatch(await page.locator('main').innerText(), /Жанна|Алтайская/);
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    assert.doesNotMatch(kept, /golianov|Жанна/);
  });
  assert.deepEqual(errors, []);
  assert.deepEqual(desk.violations, []);
}

async function narrow(): Promise<void> {
  const { page, errors } = await opened(320, 640);
  await step('at 320 px, by keyboard', async () => {
    await open(page, market);
    await byId(page, 'triage-aliases').focus();
    await page.keyboard.press('End');
    await page.keyboard.type(', +7 999 123-45-67');
    await page.locator('[data-testid=links-terms] .count', { hasText: /^4$/ }).waitFor();
    await about(page, 'proposed', now).waitFor();
    await byId(page, 'links').scrollIntoViewIfNeeded();
    await sound(page, 'links');
    await about(page, 'proposed', now).getByTestId('same-place').focus();
    await page.keyboard.press('Enter');
    await about(page, 'linked', now).waitFor();
    await focusIsAtTitle(page);
  });
  assert.deepEqual(errors, []);
}

/** The desk makes a key of its own, to try words with. */
async function forged(): Promise<void> {
  const secret = newSecret();
  const [kid, thief, team] = [await kidOfSecret(secret), await pair('ES256'), world.teams[0]!];
  const to = await sealingKey(team.encryption.public);
  const vouch = { organisation: 'north', kid, generation: 2, team: team.id, teamVersion: 1, teamKid: to.kid, by: team.id, jwe: await sealSecret(secret, team.id, to) };
  desk.links.keys = [{ kid, generation: 2, vouches: [await signVouch(vouch, await signingKey(thief.private))] }];
  desk.links.marks.clear();
  const { page, errors } = await opened(1280, 900);
  await step('a key that the desk made itself is not used, and that is said', async () => {
    await open(page, now);
    await page.locator('[data-testid=links-lack][data-lack=unvouched]').waitFor();
    assert.equal(desk.links.marks.size, 0);
    await sound(page, 'links-forged');
  });
  await step('a new one is made by a person, and everything goes on', async () => {
    desk.links.keys = [{ ...desk.links.keys[0]!, generation: 1 }];
    await byId(page, 'links-anew').click();
    await byId(page, 'links-lack').waitFor({ state: 'detached' });
    assert.equal(desk.links.marks.get(now.view.id)!.kid, desk.links.keys[0]!.kid);
    assert.notEqual(desk.links.keys[0]!.kid, kid);
  });
  assert.deepEqual(errors, []);
}

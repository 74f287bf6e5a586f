// Handing a report over, in a real Chromium against the mock desk: part of `npm run test:browser`. SCREENSHOTS=folder keeps pictures.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { MockDesk } from '../mock/desk.ts';
import { World, pair, signed } from '../mock/world.ts';
import type { MockCase, MockTeam } from '../mock/world.ts';
import { SHOTS, byId, sound } from './page.ts';

const world = await World.create();
const mine = await world.addCase({ shortId: 'K7Q2', language: 'kk', region: 'KZ' }, ['Көмек керек, дүкенде ұстап отыр']);
const declined = await world.addCase({ shortId: 'M3XT' }, ['Yordam kerak']);
const offered = await world.addCase({ shortId: 'T9WC', teams: ['north-central-asia', 'steppe-turkic'], state: 'claimed', claimedBy: 'dinara' }, ['Салам']);
const wrong = await world.addCase({ shortId: 'P4HN', language: 'ky', region: 'ZZ' }, ['Жәрдем беріңдерші']);
const desk = new MockDesk(world, 'dist');
await desk.start();
offer(offered, 'steppe-turkic', 'north-central-asia', 'dinara');
const keyFile = { name: 'aziza.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(world.keyFile('aziza'))) };
if (SHOTS !== undefined) await mkdir(SHOTS, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] });
try {
  await wide();
  await narrow();
  console.log('handing over: all steps passed');
} finally {
  await browser.close();
  desk.stop();
}

function offer(one: MockCase, from: string, to: string, by: string): void {
  const now = new Date().toISOString();
  const made = { from, to, acceptBy: new Date(Date.now() + 1_800_000).toISOString() };
  desk.handovers.set(one.view.id, [{ ...made, by, leaves: true, offeredAt: now }]);
  desk.change(one, 'handover-offered', { offer: made }, by);
}

async function opened(width: number, height: number): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const errors: string[] = [];
  page.on('pageerror', (failure) => errors.push(String(failure)));
  page.on('console', (message) => message.type() === 'error' && !/status of 4|status of 5/.test(message.text()) && errors.push(message.text()));
  await page.goto(`${desk.origin}/console/`);
  await byId(page, 'sign-in').click();
  await byId(page, 'key-file').setInputFiles(keyFile);
  await byId(page, 'lock').waitFor();
  return { page, errors };
}

async function open(page: Page, one: MockCase): Promise<void> {
  await page.goto(`${desk.origin}/console/#/case/${one.view.id}`);
  await page.locator('.short-id', { hasText: one.view.shortId }).waitFor();
}

async function step(name: string, work: () => Promise<void>): Promise<void> {
  const from = performance.now();
  await work();
  console.log(`${String(Math.round(performance.now() - from)).padStart(6)} ms  ${name}`);
}

async function wide(): Promise<void> {
  const { page, errors } = await opened(1280, 900);
  await step('a team is found, gets the keys of everything, and is asked', async () => {
    await open(page, mine);
    await byId(page, 'claim').click();
    await byId(page, 'line').first().waitFor();
    await byId(page, 'hand-over').locator('summary').click();
    await byId(page, 'handover-find').fill('kazakh');
    await page.locator('[data-team=steppe-turkic]').click();
    await sound(page, 'handover');
    await byId(page, 'offer-case').click();
    await byId(page, 'offer').waitFor();
    assert.deepEqual(mine.items.map((item) => item.grants.has('steppe-turkic')), mine.items.map(() => true));
    await sound(page, 'handover-offered');
  });
  await step('what is written next is sealed to the other team, too', async () => {
    await byId(page, 'readers').getByText('steppe-turkic').waitFor();
    await byId(page, 'note-text').fill('Әпкесі біледі');
    await byId(page, 'save-note').click();
    await page.locator('[data-testid=line][data-kind=note]').waitFor();
    assert.ok(mine.items.at(-1)!.grants.has('steppe-turkic'));
  });
  await step('it is taken back, and the team taken out again', async () => {
    await byId(page, 'withdraw-offer').click();
    await byId(page, 'leftover').waitFor();
    await sound(page, 'handover-leftover');
    await byId(page, 'take-out').click();
    await byId(page, 'leftover').waitFor({ state: 'detached' });
    assert.deepEqual(mine.view.teams, ['north-central-asia', 'catch-all']);
  });
  await step('another team’s report is taken, opened, and the team that offered it is let go', async () => {
    await open(page, offered);
    await byId(page, 'asked').waitFor();
    await sound(page, 'handover-asked');
    await byId(page, 'accept-offer').click();
    await byId(page, 'line').first().waitFor();
    await page.getByText('steppe-turkic reads it no more').waitFor();
    assert.deepEqual(offered.view.teams, ['north-central-asia']);
    assert.equal(offered.view.claimedBy, 'aziza');
  });
  await step('one that was asked declines with a reason, which the other side is shown', async () => {
    offer(declined, 'steppe-turkic', 'north-central-asia', 'dinara');
    await open(page, declined);
    await byId(page, 'asked').waitFor();
    assert.equal(await byId(page, 'decline-offer').isDisabled(), true);
    await byId(page, 'decline-reason').selectOption('no-capacity');
    await byId(page, 'decline-offer').click();
    await page.getByText('steppe-turkic was told').waitFor();
    assert.equal((desk.handovers.get(declined.view.id)![0] as { reason: string }).reason, 'no-capacity');
    await byId(page, 'asked').waitFor({ state: 'detached' });
  });
  await step('an offer that ended meanwhile is said to be over', async () => {
    offer(declined, 'steppe-turkic', 'north-central-asia', 'dinara');
    await byId(page, 'accept-offer').waitFor();
    declined.view = { ...declined.view, offer: null };
    await byId(page, 'accept-offer').click();
    await page.locator('[data-testid=handover-problem][data-reason=not-offered]').waitFor();
  });
  await step('a ghost among the teams is left out and reported', async () => {
    const ghost = await signed('ovoz-team', await pair('ES256'), { id: 'ghost', organisation: 'x', version: 1, encryptionKey: world.vault.public });
    (world.others as MockTeam[]).push({ ...world.others[0]!, id: 'ghost', record: ghost });
    await open(page, wrong);
    await byId(page, 'claim').click();
    await byId(page, 'line').first().waitFor();
    await byId(page, 'hand-over').locator('summary').click();
    await byId(page, 'forged-teams').first().waitFor();
    assert.equal(await page.locator('[data-team=ghost]').count(), 0);
    await sound(page, 'handover-forged');
    (world.others as MockTeam[]).pop();
  });
  await step('the language is corrected, and who reads it gets the report', async () => {
    await byId(page, 'hand-over').locator('summary').click();
    await byId(page, 'correct').locator('summary').click();
    await byId(page, 'correct-language').selectOption('kk');
    await byId(page, 'correct-region').selectOption('KZ');
    await byId(page, 'correct-to').selectOption('steppe-turkic');
    await sound(page, 'correct');
    await byId(page, 'save-correction').click();
    await page.getByText('Corrected and passed on to steppe-turkic').waitFor();
    assert.deepEqual([wrong.view.language, wrong.view.region, wrong.view.state], ['kk', 'KZ', 'waiting']);
    assert.ok(wrong.view.teams.includes('steppe-turkic'));
    assert.equal(await byId(page, 'line').count(), 0);
  });
  assert.deepEqual(errors, []);
  assert.deepEqual(desk.violations, []);
}

async function narrow(): Promise<void> {
  const { page, errors } = await opened(320, 640);
  await step('at 320 px, by keyboard alone: a report is handed over', async () => {
    await open(page, mine);
    await byId(page, 'hand-over').locator('summary').focus();
    await page.keyboard.press('Enter');
    const find = byId(page, 'handover-find');
    await find.waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await find.evaluate((field) => field === document.activeElement), true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await sound(page, 'handover');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await byId(page, 'offer').waitFor();
    await sound(page, 'handover-offered');
  });
  await step('at 320 px: a report that is offered', async () => {
    offer(declined, 'steppe-turkic', 'north-central-asia', 'dinara');
    await open(page, declined);
    await byId(page, 'asked').waitFor();
    await sound(page, 'handover-asked');
  });
  assert.deepEqual(errors, []);
}

// The person's word on how they may be reached, and answers that wait for it, in a real Chromium against the mock desk: part of `npm run test:browser`.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { openingKey } from '../../src/sealing/keys.ts';
import { openItem } from '../../src/sealing/open.ts';
import { MockDesk } from '../mock/desk.ts';
import { World, later } from '../mock/world.ts';
import type { MockCase } from '../mock/world.ts';
import { SHOTS, byId, sound } from './page.ts';

const world = await World.create();
const one = await world.addCase({ shortId: 'K7Q2', region: 'KZ', texts: 'unknown' }, ['Yordam kerak, doʻkonda ushlab turishibdi', 'Kechqurun yozing']);
const desk = new MockDesk(world, 'dist');
await desk.start();
const keyFile = { name: 'aziza.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(world.keyFile('aziza'))) };
if (SHOTS !== undefined) await mkdir(SHOTS, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] });
const errors: string[] = [];
try {
  const page = await open(1280, 900);
  await wide(page);
  await interpreters(page);
  await narrow(await open(320, 640));
  assert.deepEqual(errors, []);
  assert.deepEqual(desk.violations, []);
  console.log('reaching the person: all steps passed');
} finally {
  await browser.close();
  desk.stop();
}

async function open(width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (failure) => errors.push(String(failure)));
  page.on('console', (message) => message.type() === 'error' && !/status of 4|status of 5|ERR_/.test(message.text()) && errors.push(message.text()));
  await page.goto(`${desk.origin}/console/#/case/${one.view.id}`);
  await byId(page, 'sign-in').click();
  await byId(page, 'key-file').setInputFiles(keyFile);
  if (one.view.claimedBy === null) await byId(page, 'claim').click();
  await byId(page, 'contract').waitFor();
  return page;
}

async function step(name: string, work: () => Promise<void>): Promise<void> {
  const from = performance.now();
  await work();
  console.log(`${String(Math.round(performance.now() - from)).padStart(6)} ms  ${name}`);
}

async function notes(which: MockCase): Promise<string[]> {
  const team = world.teams[1]!;
  const key = await openingKey(team.encryption.private);
  const items = which.items.filter((item) => item.kind === 'note');
  return Promise.all(items.map(async (item) => JSON.stringify(await openItem(which.view.id, { ...item, grant: item.grants.get(team.id)! }, key))));
}

async function wide(page: Page): Promise<void> {
  await step('nothing was written down, so an answer would be refused', async () => {
    await byId(page, 'contract-none').waitFor();
    await page.locator('[data-testid=reply-obstacle][data-reason=texts-unknown]').waitFor();
    await sound(page, 'contract-none');
  });
  await step('what they said is written down: hours in their zone, and the words sealed for colleagues', async () => {
    const evening = later(new Date().toISOString(), 300);
    desk.contract.windows = [{ from: evening, until: later(evening, 60) }];
    await byId(page, 'contract-open').click();
    assert.equal(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['testid']), 'contract-texts', 'the form has the focus');
    await byId(page, 'contract-texts').selectOption('allowed');
    await byId(page, 'contract-calls').check();
    await byId(page, 'contract-voicemail').waitFor();
    await byId(page, 'contract-limited').check();
    assert.equal(await byId(page, 'contract-zone').inputValue(), 'Asia/Almaty');
    assert.equal(await byId(page, 'contract-save').isDisabled(), true, 'hours are missing');
    await byId(page, 'hours-from').fill('18:00');
    await byId(page, 'hours-to').fill('19:00');
    await byId(page, 'contract-codeWord').fill('heron');
    await byId(page, 'contract-opener').fill('Is the sofa still for sale?');
    await sound(page, 'contract-form');
    await byId(page, 'contract-save').click();
    await byId(page, 'contract-said').waitFor();
    assert.equal(await byId(page, 'said-codeWord').innerText(), 'heron');
    assert.deepEqual(desk.contract.recorded.at(-1), { texts: 'allowed', calls: true, voicemail: false, hours: { zone: 'Asia/Almaty', spans: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '18:00', to: '19:00' })) } });
    assert.match((await notes(one)).join(), /heron.*sofa/);
    assert.doesNotMatch(JSON.stringify(desk.contract.recorded), /heron/);
  });
  await step('outside the hours it says so before anything is sent, and an answer can wait', async () => {
    await page.locator('[data-testid=reply-obstacle][data-reason=outside-hours]').waitFor();
    await byId(page, 'reply-text').fill('Sizni eshitdik.');
    assert.equal(await byId(page, 'send-reply').isDisabled(), true);
    await byId(page, 'when-window').check();
    assert.match(await byId(page, 'goes-at').innerText(), /Goes out: /);
    await sound(page, 'contract-waits');
    await byId(page, 'send-reply').click();
    await byId(page, 'waiting-reply').waitFor();
    await byId(page, 'notice').filter({ hasText: /waits until/ }).waitFor();
    await byId(page, 'line-waits').waitFor();
    await byId(page, 'answer-goes-at').waitFor();
    assert.deepEqual(desk.delivered, []);
    assert.equal(await byId(page, 'when-now').isChecked(), true, 'the next answer is not scheduled by accident');
  });
  await step('it is taken back with one press, and the conversation says that it was not sent', async () => {
    await byId(page, 'take-back').click();
    await byId(page, 'line-not-sent').waitFor();
    assert.equal(await byId(page, 'waiting-reply').count(), 0);
    await byId(page, 'notice').filter({ hasText: /taken back/ }).waitFor();
  });
  await step('a time of one’s own; when its hour has come the page says that something has changed', async () => {
    await byId(page, 'when-at').check();
    assert.equal(await byId(page, 'send-reply').isDisabled(), true);
    await byId(page, 'reply-text').fill('Ertaga yozamiz.');
    assert.equal(await byId(page, 'send-reply').isDisabled(), true, 'no time yet');
    await byId(page, 'when-time').fill(localTime(later(new Date().toISOString(), 320)));
    await byId(page, 'send-reply').click();
    await byId(page, 'waiting-reply').waitFor();
    await byId(page, 'close-case').click();
    assert.match(await byId(page, 'dialog').innerText(), /taken back/, 'closing takes it back, and says so');
    await byId(page, 'dialog-cancel').click();
    desk.contract.sent(one, one.reach!.waiting[0]!.itemId);
    await byId(page, 'look-again').click();
    await byId(page, 'waiting-old').waitFor({ state: 'detached' });
    assert.equal(await byId(page, 'line-waits').count(), 0);
  });
  await step('what the phone itself refused is not lifted, and the form keeps what was chosen', async () => {
    await byId(page, 'contract-open').click();
    await byId(page, 'contract-always').check();
    desk.refuseNext = { status: 409, slug: 'contract-refused', reason: 'contact-refused' };
    await byId(page, 'contract-save').click();
    assert.match(await byId(page, 'contract-problem').innerText(), /STOP/);
    assert.equal(await byId(page, 'contract-codeWord').inputValue(), 'heron');
    const before = (await notes(one)).length;
    await byId(page, 'contract-save').click();
    await byId(page, 'contract-said').waitFor();
    assert.equal((await notes(one)).length, before, 'the same words are not sealed twice');
    await byId(page, 'when-window').waitFor({ state: 'detached' });
  });
}

async function interpreters(page: Page): Promise<void> {
  await step('an interpreter is asked for in the language of the report, and says yes', async () => {
    await byId(page, 'interpreter-open').click();
    assert.equal(await byId(page, 'interpreter-language').inputValue(), 'uz-Latn');
    await byId(page, 'interpreter-language').selectOption('tg');
    await sound(page, 'interpreter-form');
    await byId(page, 'interpreter-ask').click();
    await page.locator('[data-testid=interpreter-request][data-state=open]').waitFor();
    assert.equal(await byId(page, 'interpreter-open').count(), 0, 'one at a time');
    desk.interpreters.accept(one, 'dilnoza');
    await page.locator('[data-testid=interpreter-request][data-state=accepted]').waitFor();
    assert.match(await byId(page, 'interpreter-request').innerText(), /dilnoza/);
  });
  await step('where nobody could be asked that is said, and it can be taken back', async () => {
    desk.interpreters.speaking = 0;
    await byId(page, 'interpreter-open').click();
    await byId(page, 'interpreter-at').fill(localTime(later(new Date().toISOString(), 120)));
    await byId(page, 'interpreter-ask').click();
    const first = byId(page, 'interpreter-request').first();
    await page.locator('[data-testid=interpreter-request][data-state=open]').waitFor();
    assert.match(await first.innerText(), /Nobody could be asked/);
    await byId(page, 'interpreter-withdraw').click();
    await page.locator('[data-testid=interpreter-request][data-state=withdrawn]').waitFor();
  });
  await step('whoever is asked sees who asks, the language and when, and answers on the list of reports', async () => {
    const now = new Date().toISOString();
    desk.interpreters.wanted = ['uz-Latn', 'ky'].map((language, n) => ({ id: `w${n}`, language, askedBy: 'vera', wantedAt: later(now, 60), answerBy: later(now, 15), accepted: false }));
    await page.goto(`${desk.origin}/console/#/open`);
    await page.reload();
    await byId(page, 'sign-in').or(byId(page, 'key-file')).first().waitFor();
    if (await byId(page, 'sign-in').isVisible()) await byId(page, 'sign-in').click();
    await byId(page, 'wanted').first().waitFor();
    await sound(page, 'interpreting');
    await byId(page, 'interpret-accept').first().click();
    await page.locator('[data-testid=wanted][data-accepted=true]').waitFor();
    await byId(page, 'interpret-decline').click();
    await page.waitForFunction(() => document.querySelectorAll('[data-testid=wanted]').length === 1);
  });
}

async function narrow(page: Page): Promise<void> {
  await step('at 320 px the form and a waiting answer fit, with a keyboard alone', async () => {
    await byId(page, 'contract-open').focus();
    await page.keyboard.press('Enter');
    await byId(page, 'contract-limited').check();
    await byId(page, 'add-hours').click();
    await sound(page, 'contract-form');
    await byId(page, 'contract-cancel').click();
    await byId(page, 'contract-open').waitFor();
    await byId(page, 'reply-text').fill('Sizni eshitdik.');
    await byId(page, 'when-at').check();
    await byId(page, 'when-time').fill(localTime(later(new Date().toISOString(), 320)));
    await byId(page, 'send-reply').click();
    await byId(page, 'waiting-reply').waitFor();
    await sound(page, 'contract-waiting');
  });
}

/** As a browser's field has it. */
function localTime(at: string): string {
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

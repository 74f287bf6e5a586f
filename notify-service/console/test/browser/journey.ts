// The console in a real Chromium against the mock desk: `npm run test:browser`. SCREENSHOTS=folder keeps pictures.
import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { someCases } from '../mock/cases.ts';
import { MockDesk } from '../mock/desk.ts';
import { World } from '../mock/world.ts';
import type { MockCase } from '../mock/world.ts';
import { keysJourney } from './keys.ts';
import { claims } from './claims.ts';
import { byId, fromMenu, SHOTS, sound, speak } from './page.ts';
import { referralJourney } from './referrals.ts';

const world = await World.create();
const cases = await someCases(world);
const desk = new MockDesk(world, 'dist');
await desk.start();
const folder = await mkdtemp(join(tmpdir(), 'ovoz-console-'));
const keyFile = join(folder, 'aziza.json');
await writeFile(keyFile, JSON.stringify(world.keyFile('aziza')));
if (SHOTS !== undefined) await mkdir(SHOTS, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] });
try {
  if (!process.env['K']) await wide(browser);
  if (!process.env['K']) await narrow(browser);
  await keys(browser);
  await referrals(browser);
  console.log('the console’s journey: all steps passed');
} finally {
  await browser.close();
  desk.stop();
  await rm(folder, { recursive: true });
}

async function keys(_: Browser): Promise<void> {
  const { page, errors } = await opened(420, 800);
  await keysJourney(page, step, async (other) => {
    const file = join(folder, 'other.json');
    await writeFile(file, JSON.stringify(other.keyFile('aziza')));
    return file;
  });
  assert.deepEqual(errors, []);
}

async function referrals(_: Browser): Promise<void> {
  for (const [width, height] of [[1280, 900], [320, 640]] as const) {
    const { page, errors } = await opened(width, height);
    await referralJourney(page, step);
    assert.deepEqual(errors, []);
  }
}

async function opened(width: number, height: number): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en', bypassCSP: false });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const errors: string[] = [];
  page.on('pageerror', (failure) => errors.push(String(failure)));
  page.on('console', (message) => message.type() === 'error' && !/status of 4|status of 5|ERR_EMPTY|ERR_INCOMPLETE|ERR_CONNECTION/.test(message.text()) && errors.push(message.text()));
  return { page, errors };
}

async function signIn(page: Page, route = ''): Promise<void> {
  await page.goto(`${desk.origin}/console/${route}`);
  await byId(page, 'sign-in').click();
  await byId(page, 'handle').waitFor();
}

async function step(name: string, work: () => Promise<void>): Promise<void> {
  const from = performance.now();
  await work();
  console.log(`${String(Math.round(performance.now() - from)).padStart(6)} ms  ${name}`);
}

async function wide(_: Browser): Promise<void> {
  const { page, errors } = await opened(1280, 900);
  const row = (shortId: string) => page.locator(`[data-testid=case-row][data-short-id=${shortId}]`);
  const one = (shortId: string): MockCase => cases[shortId]!;

  const at = new Date().toISOString();
  desk.notices.push({ kind: 'opening-cap', subject: 'vera-id', who: 'vera', raisedAt: at }, { kind: 'conflict-declared', subject: 'x', who: 'omar', report: one('B2DF').view.id, raisedAt: at },
    { kind: 'dead-line', subject: '+12025550101 tg', raisedAt: at }, { kind: 'missed-check-in', subject: 'y', raisedAt: at, endedAt: at });
  await step('sign in', async () => {
    await page.goto(`${desk.origin}/console/`);
    await sound(page, 'login');
    await byId(page, 'sign-in').click();
    await byId(page, 'queue').waitFor();
    assert.equal(await page.evaluate(() => location.hash + location.search), '');
    assert.equal(await page.evaluate(() => sessionStorage.length + localStorage.length), 0);
  });
  await step('the queue is sorted by what is due', async () => {
    await byId(page, 'tab-all').click();
    await row('P4HN').waitFor();
    const order = await page.locator('[data-testid=case-row]').evaluateAll((rows) => rows.map((one) => (one as HTMLElement).dataset['shortId']));
    assert.deepEqual(order, ['M3XT', 'K7Q2', 'T9WC', 'P4HN']);
    await sound(page, 'queue-locked');
  });
  await step('a coordinator sees what has to be seen to', async () => {
    await byId(page, 'notices').locator('summary').click();
    assert.deepEqual(await byId(page, 'notice-line').evaluateAll((lines) => lines.map((line) => (line as HTMLElement).dataset['kind'])), ['opening-cap', 'conflict-declared', 'dead-line']);
    await byId(page, 'notices').getByText('vera has opened as many reports as one may within an hour').waitFor();
    assert.match(String(await byId(page, 'notice-report').getAttribute('href')), /^#\/case\//);
    await sound(page, 'queue-notices');
    await byId(page, 'notices').locator('summary').click();
  });
  await step('a wrong file is refused, the right one opens', async () => {
    const wrong = join(folder, 'wrong.json');
    await writeFile(wrong, '{"hello":1}');
    await byId(page, 'key-file').setInputFiles(wrong);
    await byId(page, 'file-problem').waitFor();
    await byId(page, 'key-file').setInputFiles(keyFile);
    await byId(page, 'lock').waitFor();
    await sound(page, 'queue');
  });
  await step('a report that arrives is shown live, also after a lost connection', async () => {
    const fresh = await world.addCase({ shortId: 'N3W1' }, ['Salom']);
    desk.publish(fresh);
    await row('N3W1').waitFor();
    desk.cutStreams();
    await page.locator('[data-connected=false]').waitFor();
    await page.locator('[data-connected=true]').waitFor();
    const other = await world.addCase({ shortId: 'N3W2' }, ['Salom']);
    desk.publish(other);
    await row('N3W2').waitFor();
  });
  await step('somebody else was faster', async () => {
    await byId(page, 'tab-open').click();
    one('T9WC').view = { ...one('T9WC').view, state: 'claimed', claimedBy: 'vera' };
    await row('T9WC').getByTestId('claim').click();
    await page.getByText('Somebody else was a moment faster').waitFor();
    await row('T9WC').waitFor({ state: 'detached' });
    await byId(page, 'tab-all').click();
    await row('T9WC').getByText('claimed by vera').waitFor();
  });
  await step('claim, and the conversation opens', async () => {
    await row('K7Q2').getByTestId('view').click();
    await byId(page, 'sealed').waitFor();
    await byId(page, 'claim').click();
    await byId(page, 'line').first().waitFor();
    const texts = await byId(page, 'line-text').allTextContents();
    assert.equal(texts.length, 2);
    assert.ok(texts[1]!.includes('<b>bozor</b>'));
    assert.equal(await page.locator('.line-text b').count(), 0);
  });
  await step('segments are counted while typing', async () => {
    await byId(page, 'reply-text').fill('Salom');
    assert.match(await byId(page, 'segments').innerText(), /Texts: 1 · 5 of 160 characters/);
    await byId(page, 'reply-text').fill('Қандай ёрдам керак? '.repeat(4));
    assert.match(await byId(page, 'segments').innerText(), /Texts: 2 · .* of 134 characters/);
    await byId(page, 'reply-text').fill('Qayerdasiz?');
    await sound(page, 'case');
  });
  await step('a refused answer keeps what was typed', async () => {
    desk.refuseNext = { status: 409, slug: 'reply-refused', reason: 'outside-safe-window' };
    await byId(page, 'send-reply').click();
    await page.locator('[data-testid=send-problem][data-reason=outside-safe-window]').waitFor();
    assert.equal(await byId(page, 'reply-text').inputValue(), 'Qayerdasiz?');
  });
  await step('an answer whose fate was unknown is sent again and arrives once', async () => {
    desk.drop = Infinity;
    await byId(page, 'send-reply').click();
    await page.locator('[data-testid=send-problem][data-reason=unreachable]').waitFor();
    desk.drop = 0;
    await byId(page, 'send-reply').click();
    await page.locator('[data-testid=line][data-kind=reply]').waitFor();
    assert.deepEqual(desk.delivered, ['+12025550111 Qayerdasiz?']);
    assert.equal(await byId(page, 'reply-text').inputValue(), '');
    await page.waitForFunction(() => document.activeElement?.matches('#wrap > summary'));
  });
  await step('a note', async () => {
    await byId(page, 'note-text').fill('Ertalab qoʻngʻiroq kutyapti');
    await byId(page, 'save-note').click();
    await page.locator('[data-testid=line][data-kind=note]').waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'note-text');
  });
  await step('what the person writes meanwhile waits for a hand', async () => {
    const at = new Date(Date.now() + 1000).toISOString();
    await world.store(one('K7Q2'), { kind: 'message', text: 'Bozor yonida', channel: 'sms', at });
    desk.change(one('K7Q2'), 'reporter-wrote', { lastWroteAt: at }, null);
    await byId(page, 'show-news').click();
    await page.getByText('Bozor yonida').waitFor();
    await sound(page, 'case-answered');
  });
  await step('permission withdrawn: the form says why before sending', async () => {
    await byId(page, 'reply-text').fill('Yana bir savol');
    desk.change(one('K7Q2'), 'reporter-wrote', { texts: 'refused' }, null);
    await page.locator('[data-testid=reply-obstacle][data-reason=texts-refused]').waitFor();
    assert.equal(await byId(page, 'send-reply').isDisabled(), true);
  });
  await step('lock forgets content and keys, and keeps the draft', async () => {
    await byId(page, 'lock').click();
    await byId(page, 'key-panel').waitFor();
    assert.equal(await page.getByText('Bozor yonida').count(), 0);
    assert.ok(!(await page.content()).includes('Yana bir savol'));
    await sound(page, 'case-locked');
    await byId(page, 'key-file').setInputFiles(keyFile);
    await byId(page, 'reply-text').waitFor();
    await page.waitForFunction(() => (document.querySelector('[data-testid=reply-text]') as HTMLTextAreaElement).value === 'Yana bir savol');
  });
  await step('erase the number, close', async () => {
    await byId(page, 'more').locator('summary').click();
    await byId(page, 'erase-contact').click();
    await sound(page, 'dialog');
    await page.keyboard.press('Escape');
    await byId(page, 'dialog').waitFor({ state: 'detached' });
    assert.ok(await byId(page, 'more').locator('summary').evaluate((summary) => summary === document.activeElement), 'the focus is back');
    await page.keyboard.press('Enter');
    await byId(page, 'erase-contact').click();
    await byId(page, 'dialog-confirm').click();
    await page.locator('[data-testid=reply-obstacle][data-reason=contact-erased]').waitFor();
    await byId(page, 'close-case').click();
    assert.equal(await byId(page, 'dialog-confirm').isDisabled(), true, 'not without a reason');
    await sound(page, 'dialog-closing');
    desk.refuseNext = { status: 409, slug: 'silence-is-no-prank' };
    await byId(page, 'closing-prank').check();
    await byId(page, 'dialog-confirm').click();
    await page.locator('[data-testid=case-problem][data-reason=silence-is-no-prank]').waitFor();
    await byId(page, 'close-case').click();
    await byId(page, 'closing-helped').check();
    await page.keyboard.press('Enter');
    await page.locator('[data-testid=case-state][data-state=closed]').waitFor();
    assert.equal(await byId(page, 'closed-for').innerText(), 'The person was helped');
    await byId(page, 'happening').first().getByText('Closed (The person was helped)').waitFor();
    await sound(page, 'case-closed');
    assert.deepEqual(await page.locator('[data-testid=happening]').first().getAttribute('data-what'), 'report-closed');
  });
  await claims(page, world, desk, one('P4HN'), step);
  await step('a desk that serves a forged team is found out', async () => {
    const stolen = await World.create();
    const honest = world.fetch.bind(world);
    world.fetch = (from, team) => ({ ...honest(from, team), recipients: stolen.teams.map((other) => other.record) });
    await page.goto(`${desk.origin}/console/#/case/${one('M3XT').view.id}`);
    await byId(page, 'claim').click();
    await byId(page, 'forged').waitFor();
    await byId(page, 'reply-text').fill('x');
    assert.equal(await byId(page, 'send-reply').isDisabled(), true);
    world.fetch = honest;
    await byId(page, 'release').click();
    await byId(page, 'claim').waitFor();
  });
  await step('the list of the closed, the languages, an unknown report', async () => {
    await byId(page, 'tab-closed').click();
    await row('B2DF').waitFor();
    for (const tag of ['ru', 'kk', 'uz-Latn']) {
      await speak(page, tag);
      await page.locator(`html[lang=${tag}]`).waitFor();
      await sound(page, `closed-${tag}`);
    }
    await speak(page, 'en');
    await page.goto(`${desk.origin}/console/#/case/00000000-0000-0000-0000-000000000000`);
    await byId(page, 'case-gone').waitFor();
    await sound(page, 'case-gone');
  });
  await step('sign out', async () => {
    assert.equal(await page.title(), 'Ovoz');
    // Beside the language only drafts, which are sealed (drafts.test.ts).
    assert.deepEqual(await page.evaluate(() => [Object.keys(sessionStorage), Object.keys(localStorage).filter((key) => !key.startsWith('ovoz.draft.'))]), [[], ['ovoz.language']]);
    await fromMenu(page, 'sign-out');
    await byId(page, 'login-page').waitFor();
  });
  assert.deepEqual(errors, []);
  assert.deepEqual(desk.violations, []);
}

async function narrow(_: Browser): Promise<void> {
  const { page, errors } = await opened(320, 640);
  await step('a phone of 320 px, by keyboard alone, straight to a report', async () => {
    const id = cases['M3XT']!.view.id;
    await signIn(page, `#/case/${id}`);
    await sound(page, 'case-locked');
    await byId(page, 'key-file').setInputFiles(keyFile);
    await byId(page, 'lock').waitFor();
    await byId(page, 'claim').focus();
    await page.keyboard.press('Enter');
    await byId(page, 'line').first().waitFor();
    await page.locator('[data-testid=reply-obstacle][data-reason=texts-unknown]').waitFor();
    await sound(page, 'case');
    await byId(page, 'more').locator('summary').focus();
    await page.keyboard.press('Enter');
    await sound(page, 'case-more');
    await page.keyboard.press('Escape');
    await byId(page, 'conflict').waitFor({ state: 'hidden' });
    await byId(page, 'close-case').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    assert.equal(await byId(page, 'closing-helped').isChecked(), true, 'the first reason has the focus');
    await sound(page, 'dialog-closing');
    await page.keyboard.press('Escape');
    await byId(page, 'dialog').waitFor({ state: 'detached' });
    await byId(page, 'back').focus();
    await page.keyboard.press('Enter');
    await byId(page, 'queue').waitFor();
    await sound(page, 'queue');
  });
  await step('left alone for ten minutes, it locks', async () => {
    await page.evaluate(() => { const now = Date.now.bind(Date); Date.now = () => now() + 601_000; });
    await byId(page, 'key-panel').waitFor();
  });
  assert.deepEqual(errors, []);
}

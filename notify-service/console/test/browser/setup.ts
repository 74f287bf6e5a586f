// A line is set up from nothing, in a real Chromium against the mock desk; part of `npm run test:browser`.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { readFounding } from '../../src/founding/first-keys.ts';
import { fingerprint } from '../../src/keys/fingerprint.ts';
import { openPackage } from '../../src/keys/package.ts';
import { openLineFile, readLineFile } from '../../src/line/line-file.ts';
import type { LineFile } from '../../src/line/line-file.ts';
import { kidOf, verifyingKey } from '../../src/sealing/keys.ts';
import { verified } from '../../src/teams/signed.ts';
import { MockDesk } from '../mock/desk.ts';
import { World } from '../mock/world.ts';
import { SHOTS, byId, sound } from './page.ts';

const folder = await mkdtemp(join(tmpdir(), 'ovoz-setup-'));
if (SHOTS !== undefined) await mkdir(SHOTS, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] });
try {
  for (const [width, height] of [[1280, 900], [320, 640]] as const) await setUp(browser, width, height);
  console.log('setting a line up: all steps passed');
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}

async function setUp(_: Browser, width: number, height: number): Promise<void> {
  const world = await World.create();
  const desk = new MockDesk(world, 'dist');
  await desk.start();
  desk.roles = ['admin', 'responder'];
  desk.setUp.isOn = true;
  const errors: string[] = [];
  const page = await opened(width, height, desk, errors);
  const step = (id: string) => page.locator(`[data-testid=step][data-step="${id}"]`);
  const unfold = async (id: string) => {
    if (!(await step(id).locator('details').first().evaluate((details) => (details as HTMLDetailsElement).open))) await step(id).locator('summary').first().click();
  };
  const state = (id: string, is: string) => page.locator(`[data-testid=step][data-step="${id}"][data-state=${is}]`).waitFor();
  const lineKid = await kidOf(world.line.public);
  const groups = fingerprint(lineKid).join(' ');
  const read = async (id: string) => (await byId(page, id).first().innerText()).replaceAll(/\s+/g, ' ').trim();

  await passed('on a first start there is no line, and its key is made here', async () => {
    desk.keys.lineless = true;
    await byId(page, 'setup-link').click();
    await byId(page, 'no-line').waitFor();
    assert.deepEqual([await byId(page, 'setup-line').count(), await byId(page, 'line-key').count()], [0, 0]);
    await sound(page, 'setup-first');
    desk.keys.lineless = false;
    await byId(page, 'setup-again').click();
    await byId(page, 'line-key').waitFor();
  });
  await passed('a page says what is missing, and where to begin', async () => {
    await byId(page, 'setup').waitFor();
    assert.equal(await byId(page, 'setup').getAttribute('data-missing'), '8');
    assert.equal(await byId(page, 'setup-end').locator('li').count(), 8);
    assert.equal(await read('setup-line'), groups);
    await sound(page, 'setup');
  });
  await passed('a line’s key is made with words, saved as a file that they open, split on papers', async () => {
    await byId(page, 'make-line').click();
    await byId(page, 'words').waitFor();
    const words = await byId(page, 'words').locator('li').allTextContents();
    await sound(page, 'setup-words');
    for (const name of ['word-one', 'word-other']) await byId(page, name).fill(words[Number(await byId(page, name).getAttribute('data-number')) - 1]!);
    await byId(page, 'keep').click();
    const saved = await download(page, 'save-line');
    const file = readLineFile(saved) as LineFile;
    const key = await openLineFile(file, words.join(' '));
    assert.equal(await read('made-line'), fingerprint(await kidOf(key)).join(' '));
    assert.deepEqual(JSON.parse(await download(page, 'save-public')), file.publicKey);
    assert.equal('d' in file.publicKey, false);
    await byId(page, 'line-print').click();
    assert.equal(await byId(page, 'line-paper-made').count(), 3);
    await sound(page, 'setup-line-made');
    await page.emulateMedia({ media: 'print' });
    assert.deepEqual([await byId(page, 'line-paper-made').first().isVisible(), await byId(page, 'line-public').isVisible(), await byId(page, 'setup-end').isVisible()], [true, false, false], 'papers are printed, and nothing else');
    await page.emulateMedia({ media: 'screen' });
    await byId(page, 'forget-line').click();
    assert.equal(await byId(page, 'made-line').count(), 0);
  });
  await passed('another line’s key is refused, the desk’s own is known from then on', async () => {
    const [wrong, right] = [join(folder, 'wrong.jwk'), join(folder, 'line.jwk')];
    await writeFile(wrong, JSON.stringify((await World.create()).line.private));
    await writeFile(right, JSON.stringify(world.line.private));
    await byId(page, 'line-key').setInputFiles(wrong);
    await page.getByText('not the one of this line').waitFor();
    await byId(page, 'line-key').setInputFiles(right);
    await state('line', 'done');
    await byId(page, 'line-known').waitFor();
  });
  await passed('an organisation, and people who are told the line with their first password', async () => {
    await unfold('organisation');
    await byId(page, 'setup-id').fill('north');
    await byId(page, 'setup-label').fill('North Help');
    await byId(page, 'save-organisation').click();
    await state('organisation', 'done');
    await unfold('people');
    for (const handle of ['aziza', 'bek']) {
      await byId(page, 'setup-handle').fill(handle);
      await byId(page, 'organisation').selectOption('north');
      await byId(page, 'invite-button').click();
      await byId(page, 'invited').getByText(handle, { exact: true }).waitFor();
    }
    assert.equal(await byId(page, 'invited-password').innerText(), 'first-Word-of-all-7');
    assert.equal(await read('invited-line'), groups);
    await state('people', 'waits');
    await byId(page, 'nobody-wakes').waitFor();
    await sound(page, 'setup-people');
  });
  await passed('a team is named, for a founder', async () => {
    desk.setUp.people[0]!.id = '11111111-1111-4111-8111-111111111111';
    await byId(page, 'setup-again').click();
    await unfold('team');
    await byId(page, 'setup-team').fill('river');
    await byId(page, 'founder').selectOption({ label: 'aziza · north' });
    await byId(page, 'name-team-button').click();
    await page.getByText('at least one language').waitFor();
    await byId(page, 'name-team').locator('input[name=languages][value=uz-Latn]').check();
    await byId(page, 'name-team').locator('input[name=regions][value=ZZ]').check();
    await byId(page, 'name-team').locator('input[name=escalation]').check();
    await byId(page, 'name-team-button').click();
    await page.locator('[data-testid=wanted][data-team=river][data-proposed=false]').waitFor();
    await state('team', 'waits');
    await sound(page, 'setup-team');
  });

  const founder = await opened(width, height, desk, errors);
  await passed('its founder compares the line, makes its first keys, and keeps them', async () => {
    await byId(founder, 'make-key').click();
    await keepWords(founder);
    await founder.locator('[data-testid=key-panel][data-stage=waiting]').waitFor();
    await byId(founder, 'asked-to-found').waitFor();
    assert.equal((await byId(founder, 'line-fingerprint').first().innerText()).replaceAll(/\s+/g, ' ').trim(), groups);
    await byId(founder, 'to-keys').click();
    await byId(founder, 'founding').waitFor();
    assert.equal(await byId(founder, 'found').isDisabled(), true, 'not before the line was compared');
    await sound(founder, 'founding-line');
    await byId(founder, 'line-same').first().click();
    await byId(founder, 'found').click();
    await founder.locator('[data-testid=founding][data-proposed=true]').waitFor();
    await sound(founder, 'founding');
    const asks = await readFounding(desk.setUp.foundings.get('river')!);
    assert.equal((await byId(founder, 'founding-fingerprint').innerText()).replaceAll(/\s+/g, ' ').trim(), fingerprint(asks.compare).join(' '));
    const mine = desk.setUp.firstKeys.get('river')!;
    await assert.rejects(openPackage(mine.jwe, 'river', await kidOf(asks.next['encryptionKey'] as never), { kid: mine.personKid, key: undefined as never }));
  });
  await passed('the administrator sees the same value, and signs', async () => {
    await byId(page, 'setup-again').click();
    await byId(page, 'to-line').click();
    const file = join(folder, 'line.jwk');
    await byId(page, 'line-key').setInputFiles(file);
    const proposal = page.locator('[data-testid=proposal][data-team=river][data-first=true]');
    await proposal.waitFor();
    assert.equal(await proposal.getByTestId('fingerprint').innerText(), await byId(founder, 'founding-fingerprint').innerText());
    await sound(page, 'line-founding');
    await proposal.getByTestId('sign').click();
    await page.locator('[data-testid=line-said][data-good=true]').waitFor();
    assert.equal(desk.setUp.published.length, 1);
    await byId(founder, 'founded').waitFor();
  });
  await passed('what others do is shown until it is done; then the page says so', async () => {
    await byId(page, 'setup-link').click();
    await state('team', 'done');
    await state('holders', 'missing');
    await unfold('catch-all');
    await byId(page, 'catch-all').locator('select').selectOption('river');
    assert.equal(await download(page, 'save-record'), desk.setUp.published[0]!.record);
    await byId(page, 'line-first').waitFor();
    await unfold('line');
    await byId(page, 'open-line').locator('summary').first().click();
    await byId(page, 'line-key').setInputFiles(join(folder, 'line.jwk'));
    const intake = await World.create();
    const [own, its] = [join(folder, 'intake-private.json'), join(folder, 'intake.json')];
    await writeFile(own, JSON.stringify(intake.line.private));
    await writeFile(its, JSON.stringify(intake.line.public));
    await byId(page, 'intake-key').setInputFiles(own);
    await page.getByText('This is a private key').waitFor();
    const [record] = await Promise.all([page.waitForEvent('download'), byId(page, 'intake-key').setInputFiles(its)]);
    assert.equal(record.suggestedFilename(), 'line-record.jws');
    const said = await verified(await readFile((await record.path())!, 'utf8'), 'ovoz-line', await verifyingKey(world.line.public));
    assert.equal(await kidOf(said['signingKey'] as never), await kidOf(intake.line.public));
    await sound(page, 'setup-intake');
    await unfold('test');
    await byId(page, 'intake-away').waitFor();
    await byId(page, 'test-now').click();
    await state('test', 'waits');
    await sound(page, 'setup-tests');
    Object.assign(desk.setUp.published[0]!, { holders: 2, papers: { shares: 3, needed: 2, drilledAt: new Date().toISOString() } });
    Object.assign(desk.setUp.organisations[0]!, { active: 2, invited: 0, withKey: 2 });
    desk.setUp.tests = [{ line: 'line-1', language: 'ru', state: 'arrived' }];
    desk.setUp.catchAll = 'river';
    desk.setUp.people[0]!.channels = ['call'];
    await byId(page, 'setup-again').click();
    await page.locator('[data-testid=setup][data-missing="0"]').waitFor();
    await page.getByText('Everything is set up').waitFor();
    assert.equal(await byId(page, 'nobody-wakes').count(), 0);
    await sound(page, 'setup-done');
  });
  assert.deepEqual(errors, []);
  assert.deepEqual(desk.violations, []);
  await page.context().close();
  await founder.context().close();
  desk.stop();
}

async function opened(width: number, height: number, desk: MockDesk, errors: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en', acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (failure) => errors.push(String(failure)));
  page.on('console', (message) => message.type() === 'error' && !/status of 4|status of 5/.test(message.text()) && errors.push(message.text()));
  await page.goto(`${desk.origin}/console/`);
  await byId(page, 'sign-in').click();
  await byId(page, 'handle').waitFor();
  return page;
}

async function keepWords(page: Page): Promise<void> {
  await byId(page, 'words').waitFor();
  const words = await byId(page, 'words').locator('li').allTextContents();
  for (const name of ['word-one', 'word-other']) await byId(page, name).fill(words[Number(await byId(page, name).getAttribute('data-number')) - 1]!);
  await byId(page, 'keep').click();
}

async function download(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), byId(page, button).click()]);
  return readFile((await file.path())!, 'utf8');
}

async function passed(name: string, work: () => Promise<void>): Promise<void> {
  const from = performance.now();
  await work();
  console.log(`${String(Math.round(performance.now() - from)).padStart(6)} ms  ${name}`);
}

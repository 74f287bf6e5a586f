// The queue and what surrounds every page, in a real Chromium against the mock desk; part of `npm run test:browser`.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { manyCases, someCases } from '../mock/cases.ts';
import { MockDesk } from '../mock/desk.ts';
import { World, later } from '../mock/world.ts';
import type { MockCase } from '../mock/world.ts';
import { menu } from './menu.ts';
import { byId, fromMenu, SHOTS, sound } from './page.ts';

const MANY = 2500;
const world = await World.create();
const cases = await someCases(world);
manyCases(world, MANY);
const desk = new MockDesk(world, 'dist');
await desk.start();
const folder = await mkdtemp(join(tmpdir(), 'ovoz-console-'));
const keyFile = join(folder, 'aziza.json');
await writeFile(keyFile, JSON.stringify(world.keyFile('aziza')));
if (SHOTS !== undefined) await mkdir(SHOTS, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] });
try {
  await lists();
  await keyboard();
  await around();
  await alerting();
  await shell();
  console.log('the queue and what surrounds it: all steps passed');
} finally {
  await browser.close();
  desk.stop();
  await rm(folder, { recursive: true });
}

async function opened(width = 1280, height = 800): Promise<{ page: Page; context: BrowserContext; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const errors: string[] = [];
  page.on('pageerror', (failure) => errors.push(String(failure)));
  page.on('console', (message) => message.type() === 'error' && !/status of 4|status of 5|ERR_/.test(message.text()) && errors.push(message.text()));
  return { page, context, errors };
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

function row(page: Page, shortId: string) {
  return page.locator(`[data-testid=case-row][data-short-id=${shortId}]`);
}

function shownIds(page: Page): Promise<string[]> {
  return page.locator('[data-testid=case-row]').evaluateAll((rows) => rows.map((one) => (one as HTMLElement).dataset['shortId']!));
}

function focused(page: Page) {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    return { row: at.closest<HTMLElement>('[data-row]')?.dataset['shortId'], id: at.dataset['testid'], tag: at.tagName };
  });
}

async function lists(): Promise<void> {
  const { page, errors } = await opened();
  const P4HN = cases['P4HN']!;
  await step('thousands of reports, of which those on screen are drawn', async () => {
    await signIn(page, '#/all');
    await page.locator(`[aria-setsize="${MANY + 4}"]`).first().waitFor();
    assert.ok(desk.pages[0] === 100 && desk.pages.reduce((sum, length) => sum + length) === MANY + 4, `pages of ${desk.pages}`);
    assert.ok((await byId(page, 'case-row').count()) < 40);
    assert.equal(await page.locator('[aria-posinset="1"]').getAttribute('data-short-id'), 'M3XT');
    await sound(page, 'queue-many');
  });
  await step('scrolled to its end, the last is there; the focus has not got lost on the way', async () => {
    await row(page, 'M3XT').getByTestId('view').focus();
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight }));
    await page.locator(`[aria-posinset="${MANY + 4}"]`).waitFor();
    assert.deepEqual(await focused(page), { row: 'M3XT', id: 'view', tag: 'A' });
    assert.ok((await byId(page, 'case-row').count()) < 40);
  });
  await step('what arrives above does not move what is being read', async () => {
    await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight / 2 }));
    const middle = page.locator('[data-testid=case-row]').nth(16);
    const [id, before] = [await middle.getAttribute('data-short-id'), (await middle.boundingBox())!.y];
    for (const shortId of ['AAA1', 'AAA2', 'AAA3']) desk.publish(await world.addCase({ shortId, readBy: later(new Date().toISOString(), -60) }, []));
    await page.locator(`[aria-setsize="${MANY + 7}"]`).first().waitFor();
    assert.ok(Math.abs((await row(page, id!).boundingBox())!.y - before) < 2);
  });
  await step('rows are as high as they need at each width, and none lies on another', async () => {
    const slot = () => page.evaluate(() => parseFloat((document.querySelector('.queue') as HTMLElement).style.getPropertyValue('--slot')));
    const tallest = () => page.evaluate(() => Math.max(...[...document.querySelectorAll('.row')].map((one) => one.getBoundingClientRect().height)));
    const wide = await slot();
    await page.setViewportSize({ width: 320, height: 800 });
    await page.waitForFunction((before) => parseFloat((document.querySelector('.queue') as HTMLElement).style.getPropertyValue('--slot')) > before, wide);
    assert.ok((await tallest()) <= (await slot()));
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.waitForFunction((before) => parseFloat((document.querySelector('.queue') as HTMLElement).style.getPropertyValue('--slot')) === before, wide);
    assert.ok((await tallest()) <= wide);
  });
  await step('the lists: overdue, mine, open, closed', async () => {
    await byId(page, 'tab-overdue').click();
    await row(page, 'AAA1').waitFor();
    assert.ok((await shownIds(page)).includes('M3XT'));
    assert.equal(await row(page, 'K7Q2').count(), 0);
    await sound(page, 'queue-overdue');
    await byId(page, 'tab-mine').click();
    await byId(page, 'queue-empty').waitFor();
    await byId(page, 'tab-closed').click();
    await row(page, 'B2DF').waitFor();
    await byId(page, 'tab-open').click();
    await byId(page, 'find').fill('p4hn-1');
    await row(page, 'P4HN').waitFor();
    assert.deepEqual(await shownIds(page), ['P4HN']);
    await sound(page, 'queue-found');
    await byId(page, 'find').fill('');
    assert.ok(!(await shownIds(page)).includes(P4HN.view.shortId), 'what vera holds is not open to others');
  });
  await step('a filter is in the address, counts what it hides, survives reload and going back, and is dropped', async () => {
    await byId(page, 'filter-summary').click();
    await byId(page, 'filter-language').selectOption('ky');
    await page.waitForFunction(() => location.hash === '#/open?language=ky');
    await byId(page, 'filter-danger').check();
    await page.waitForFunction(() => location.hash === '#/open?language=ky&danger');
    assert.equal((await focused(page)).id, 'filter-danger');
    assert.equal((await shownIds(page))[0], 'M3XT');
    assert.deepEqual([...new Set(await byId(page, 'language-of-report').allInnerTexts())], ['Kyrgyz']);
    const [, few, others] = /Shown: (\d+) · hidden by the filter: (\d+)/.exec(await byId(page, 'filter-hides').innerText())!;
    assert.equal(Number(few), Number(await page.locator('[aria-posinset="1"]').getAttribute('aria-setsize')));
    assert.equal(String(Number(few) + Number(others)), await page.locator('.count.open').innerText());
    assert.match(await page.locator('.filter [role=status]').innerText(), /^Shown: \d+ · hidden by the filter: \d+$/);
    await sound(page, 'queue-filtered');
    await page.reload();
    await byId(page, 'sign-in').click();
    await row(page, 'M3XT').waitFor();
    assert.equal(await page.evaluate(() => location.hash), '#/open?language=ky&danger');
    await row(page, 'M3XT').getByTestId('view').click();
    await byId(page, 'back').click();
    await row(page, 'M3XT').waitFor();
    assert.equal((await focused(page)).row, 'M3XT');
    await page.goBack();
    await page.goBack();
    await byId(page, 'filter-drop').click();
    await row(page, 'K7Q2').waitFor();
    await page.goto(`${desk.origin}/console/#/open?language=%3Cb%3E&state=claimed&nothing=1`);
    await byId(page, 'queue-empty').waitFor();
    assert.equal(await byId(page, 'filter-state').inputValue(), 'claimed');
    assert.equal(await byId(page, 'filter-language').inputValue(), '');
  });
  assert.deepEqual(errors, []);
  assert.deepEqual(desk.violations, []);
  await page.context().close();
}

async function keyboard(): Promise<void> {
  const { page, errors } = await opened();
  const tell = (one: MockCase, change: Partial<MockCase['view']>) => desk.change(one, 'reporter-wrote', change, null);
  await step('from report to report by keys alone', async () => {
    await signIn(page, '#/open');
    await page.locator('[aria-posinset="12"]').waitFor();
    const order = await shownIds(page);
    await page.keyboard.press('j');
    assert.equal((await focused(page)).row, order[0]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    assert.equal((await focused(page)).row, order[1]);
    await page.keyboard.press('End');
    await page.waitForFunction(() => document.activeElement?.closest('[data-row]')?.getAttribute('aria-posinset') === document.activeElement?.closest('[data-row]')?.getAttribute('aria-setsize'));
    const box = (await page.locator('[data-row]:focus-within').boundingBox())!;
    assert.ok(box.y >= 0 && box.y + box.height <= 800, 'the last one is on screen');
    await page.keyboard.press('Home');
    await page.waitForFunction(() => document.activeElement?.closest('[data-row]')?.getAttribute('aria-posinset') === '1');
  });
  await step('the focus stays with its report when that moves, and goes to the next when it is gone', async () => {
    await byId(page, 'find').fill('');
    await row(page, 'K7Q2').getByTestId('view').focus();
    tell(cases['K7Q2']!, { readBy: later(new Date().toISOString(), -300) });
    await page.locator('[data-short-id=K7Q2][aria-posinset="1"]').waitFor();
    assert.deepEqual(await focused(page), { row: 'K7Q2', id: 'view', tag: 'A' });
    const next = (await shownIds(page))[1];
    tell(cases['K7Q2']!, { state: 'claimed', claimedBy: 'vera', leaseUntil: later(new Date().toISOString(), 30), readBy: null });
    await row(page, 'K7Q2').waitFor({ state: 'detached' });
    assert.equal((await focused(page)).row, next);
  });
  await step('c claims the report that has the focus, Enter opens it', async () => {
    await row(page, 'T9WC').getByTestId('view').focus();
    await page.keyboard.press('c');
    await row(page, 'T9WC').getByTestId('release').waitFor();
    assert.equal((await focused(page)).row, 'T9WC');
    assert.equal(await page.locator('[data-short-id=T9WC] .is-mine').count(), 1);
    await page.keyboard.press('Enter');
    await byId(page, 'case-state').waitFor();
    await page.goBack();
    await byId(page, 'queue').waitFor();
    await page.waitForFunction(() => document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['shortId'] === 'T9WC');
  });
  await step('a button that is gone leaves the focus at its row, where pressing once more undoes nothing', async () => {
    await row(page, 'T9WC').getByTestId('release').focus();
    await page.keyboard.press('Enter');
    await row(page, 'T9WC').getByTestId('claim').waitFor();
    assert.deepEqual(await focused(page), { row: 'T9WC', id: 'view', tag: 'A' });
  });
  await step('/ finds, ? shows the keys, and nothing happens while typing', async () => {
    await page.keyboard.press('/');
    assert.equal((await focused(page)).id, 'find');
    await page.keyboard.type('cjk?');
    assert.equal(await byId(page, 'shortcuts').count(), 0);
    assert.equal(await byId(page, 'find').inputValue(), 'CJK');
    await byId(page, 'find').fill('');
    await page.locator('h1').focus();
    await page.keyboard.press('?');
    await byId(page, 'shortcuts').waitFor();
    await sound(page, 'shortcuts');
    await page.keyboard.press('c');
    await page.keyboard.press('Escape');
    await byId(page, 'shortcuts').waitFor({ state: 'detached' });
  });
  await step('what is seldom needed is in the menu', () => menu(page));
  await step('letters can be switched off', async () => {
    await fromMenu(page, 'settings');
    await byId(page, 'set-no-shortcuts').check();
    await page.locator('h1').focus();
    await page.keyboard.press('?');
    await page.keyboard.press('/');
    assert.equal((await focused(page)).tag, 'H1');
    await fromMenu(page, 'show-shortcuts');
    await page.getByText('One-letter keys are switched off').waitFor();
    await byId(page, 'shortcuts-close').click();
    await byId(page, 'set-no-shortcuts').uncheck();
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  });
  assert.deepEqual(errors, []);
  await page.context().close();
}

async function around(): Promise<void> {
  const { page, errors } = await opened(320, 640);
  const K7Q2 = cases['K7Q2']!;
  await step('a claim that ends soon is said on every page, and can be kept', async () => {
    desk.change(K7Q2, 'report-claimed', { state: 'claimed', claimedBy: 'aziza', leaseUntil: later(new Date().toISOString(), 1.9), readBy: null });
    await signIn(page, '#/settings');
    await byId(page, 'lease-warning').getByText('Your claim on K7Q2 ends at').waitFor();
    assert.equal(await byId(page, 'lease-warning').getAttribute('role'), 'status');
    await sound(page, 'settings');
    await byId(page, 'lease-keep').click();
    await byId(page, 'lease-keep').waitFor({ state: 'detached' });
    assert.ok(Date.parse(K7Q2.view.leaseUntil!) - Date.now() > 30 * 60_000);
  });
  await step('the menu on a phone, above the bar', async () => {
    await page.evaluate(() => (location.hash = '#/open'));
    await byId(page, 'queue').waitFor();
    await menu(page);
  });
  await step('straight to the closed ones', async () => {
    await page.goto('about:blank');
    await signIn(page, '#/closed');
    await row(page, 'B2DF').waitFor();
  });
  await step('the list on a phone', async () => {
    await byId(page, 'tab-mine').click();
    await row(page, 'K7Q2').waitFor();
    await sound(page, 'queue-mine');
    await byId(page, 'tab-open').click();
    await row(page, 'M3XT').waitFor();
    await byId(page, 'filter-summary').click();
    await sound(page, 'queue-fields');
  });
  await step('Escape twice hides all and forgets the keys, from a field too', async () => {
    await byId(page, 'tab-mine').click();
    await byId(page, 'key-file').setInputFiles(keyFile);
    await byId(page, 'lock').waitFor();
    await row(page, 'K7Q2').getByTestId('view').click();
    await byId(page, 'line').first().waitFor();
    await byId(page, 'reply-text').fill('Salom, yana bir savol');
    await page.keyboard.press('Escape');
    assert.equal(await byId(page, 'cover').count(), 0);
    await page.keyboard.press('Escape');
    await byId(page, 'cover').waitFor();
    const left = await page.content();
    for (const gone of ['Salom', 'bozor', 'K7Q2', 'M3XT', 'Danger', 'aziza']) assert.ok(!left.includes(gone), gone);
    assert.equal(await page.evaluate(() => location.hash), '#/open');
    assert.equal(await page.title(), 'Ovoz');
    await sound(page, 'cover');
    await byId(page, 'uncover').click();
    await byId(page, 'key-panel').waitFor();
    await byId(page, 'tab-mine').click();
    await row(page, 'K7Q2').getByTestId('view').click();
    await byId(page, 'sealed').waitFor();
    await byId(page, 'key-file').setInputFiles(keyFile);
    await page.waitForFunction(() => (document.querySelector('[data-testid=reply-text]') as HTMLTextAreaElement | null)?.value === 'Salom, yana bir savol');
    await byId(page, 'panic').click();
    await byId(page, 'cover').waitFor();
    await byId(page, 'uncover').click();
  });
  await step('a key that is just being opened when all is hidden stays locked', async () => {
    await byId(page, 'key-file').evaluate((field, text) => {
      const input = field as HTMLInputElement;
      const files = new DataTransfer();
      files.items.add(new File([text], 'aziza.json'));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      for (let time = 0; time < 2; time += 1) document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      Object.assign(globalThis, { input });
    }, await readFile(keyFile, 'utf8'));
    await byId(page, 'cover').waitFor();
    await page.waitForFunction(() => (globalThis as unknown as { input: HTMLInputElement }).input.value === '');
    await byId(page, 'uncover').click();
    await byId(page, 'key-panel').waitFor();
    assert.equal(await byId(page, 'lock').count(), 0);
  });
  await step('hidden while another window is in use, if so set; nothing typed is lost', async () => {
    await fromMenu(page, 'settings');
    await byId(page, 'set-hide-when-away').check();
    assert.deepEqual(await page.evaluate(() => Object.entries(localStorage).filter(([name]) => !name.startsWith('ovoz.draft.'))), [['ovoz.hide-when-away', 'yes']]);
    const leave = (away: boolean) => page.evaluate((gone) => {
      document.hasFocus = () => !gone;
      dispatchEvent(new Event(gone ? 'blur' : 'focus'));
    }, away);
    await byId(page, 'tab-open').click();
    await byId(page, 'find').fill('M3');
    await leave(true);
    const opacity = () => page.evaluate(() => ['main', 'header'].map((name) => getComputedStyle(document.querySelector(name)!).opacity));
    assert.deepEqual(await opacity(), ['0', '0']);
    if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, 'away-320.png') });
    await leave(false);
    assert.deepEqual(await opacity(), ['1', '1']);
    assert.deepEqual([(await focused(page)).id, await byId(page, 'find').inputValue()], ['find', 'M3']);
    await page.evaluate(() => localStorage.removeItem('ovoz.hide-when-away'));
    await leave(true);
    assert.deepEqual(await opacity(), ['1', '1']);
  });
  assert.deepEqual(errors, []);
  await page.context().close();
}

async function alerting(): Promise<void> {
  const { page, context, errors } = await opened();
  await context.grantPermissions(['notifications'], { origin: desk.origin });
  await page.addInitScript(() => {
    const heard: number[] = [];
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (at?: number) {
      heard.push(this.frequency.value);
      return start.call(this, at);
    };
    // Chromium without its maker's services has no push service: the browser's side of it is played here, the desk's is real.
    let subscription: object | null = null;
    PushManager.prototype.getSubscription = () => Promise.resolve(subscription as PushSubscription | null);
    PushManager.prototype.subscribe = (options) => {
      const key = options!.applicationServerKey as Uint8Array;
      if (!options!.userVisibleOnly || key.length !== 65) return Promise.reject(new DOMException('key', 'InvalidAccessError'));
      subscription = {
        options: { applicationServerKey: key.buffer },
        toJSON: () => ({ endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } }),
        unsubscribe: () => Promise.resolve(((subscription = null), true)),
      };
      return Promise.resolve(subscription as PushSubscription);
    };
    Object.assign(globalThis, { heard });
  });
  const heard = () => page.evaluate(() => (globalThis as unknown as { heard: number[] }).heard.length);
  const arrive = async (shortId: string) => {
    desk.publish(await world.addCase({ shortId, readBy: later(new Date().toISOString(), -90) }, []));
    await row(page, shortId).waitFor();
  };
  await step('silent until somebody asks for sound; then a new report is heard, and many at once are one sound', async () => {
    await signIn(page, '#/open');
    await page.locator('[aria-posinset="1"]').waitFor();
    await arrive('S0A1');
    assert.equal(await heard(), 0);
    await fromMenu(page, 'settings');
    await byId(page, 'set-sound').check();
    await page.waitForFunction(() => (globalThis as unknown as { heard: number[] }).heard.length === 2);
    assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), { 'ovoz.sound': 'yes' });
    await byId(page, 'tab-open').click();
    await page.evaluate(() => {
      const now = performance.now.bind(performance);
      performance.now = () => now() + 4000;
    });
    await arrive('S0A2');
    await arrive('S0A3');
    await page.waitForFunction(() => (globalThis as unknown as { heard: number[] }).heard.length === 4);
    desk.change(cases['M3XT']!, 'reporter-wrote', { lastWroteAt: new Date().toISOString() }, null);
    assert.equal(await heard(), 4);
  });
  await step('this browser is subscribed to alerts, and taken back', async () => {
    await fromMenu(page, 'settings');
    await page.locator('[data-testid=push][data-state=off]').waitFor();
    desk.refuseNext = { status: 409, slug: 'too-many-subscriptions' };
    await byId(page, 'push-turn-on').click();
    await page.locator('[data-testid=push-problem][data-reason=too-many]').waitFor();
    await byId(page, 'push-turn-on').click();
    await page.locator('[data-testid=push][data-state=on]').waitFor();
    assert.deepEqual([...desk.subscribed.values()], ['https://push.example/1']);
    await sound(page, 'settings-on');
    await byId(page, 'push-turn-off').click();
    await page.locator('[data-testid=push][data-state=off]').waitFor();
    assert.equal(desk.subscribed.size, 0);
  });
  assert.deepEqual(errors, []);
  assert.deepEqual(desk.violations, []);
  await context.close();
}

async function shell(): Promise<void> {
  const { page, context } = await opened();
  const kept = () => page.evaluate(async () => {
    const names = await caches.keys();
    const shells = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname)));
    return shells.flat().sort();
  });
  await step('the shell is kept, the whole of it, and nothing of the desk’s', async () => {
    await signIn(page, '#/open');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.locator('[aria-posinset="1"]').waitFor();
    const sums = (await readFile('dist/SHA256SUMS', 'utf8')).trim().split('\n').map((line) => line.slice(66));
    const shellFiles = sums.filter((name) => name !== 'worker.js' && !name.endsWith('.LEGAL.txt'));
    assert.deepEqual(await kept(), shellFiles.map((name) => `/console/${name}`).sort());
  });
  await step('without a connection the page is there, from what was kept', async () => {
    await page.reload();
    await byId(page, 'login-page').waitFor();
    await context.setOffline(true);
    await page.reload();
    await byId(page, 'login-page').waitFor();
    await byId(page, 'sign-in').click();
    await byId(page, 'login-problem').waitFor();
    await context.setOffline(false);
  });
  await step('a new version is picked up: said where the old one runs, there after loading it, the old one forgotten', async () => {
    await signIn(page, '#/open');
    await page.locator('[aria-posinset="1"]').waitFor();
    const before = await page.evaluate(() => caches.keys());
    const [index, worker] = await Promise.all(['index.html', 'worker.js'].map((name) => readFile(join('dist', name), 'utf8')));
    const css = await readFile('dist/console.css', 'utf8');
    desk.replaced.set('console.css', `${css}/* another */`);
    const [old, fresh] = [desk.pinOf(css), desk.pinOf(`${css}/* another */`)];
    const newIndex = index!.replace(old, fresh);
    desk.replaced.set('index.html', newIndex);
    desk.replaced.set('worker.js', worker!.replace(old, fresh).replaceAll(desk.pinOf(index!), desk.pinOf(newIndex)));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await byId(page, 'outdated').waitFor();
    await sound(page, 'outdated');
    await page.reload();
    await byId(page, 'sign-in').click();
    await byId(page, 'queue').waitFor();
    await page.evaluate((gone) => new Promise<void>((resolve) => {
      const look = async () => {
        const names = await caches.keys();
        if (names.length === 1 && names[0] !== gone[0]) resolve();
        else setTimeout(() => void look(), 20);
      };
      void look();
    }), before);
    assert.equal(await byId(page, 'outdated').count(), 0);
  });
  await step('a worker whose files are not the ones it pins is not taken', async () => {
    const before = await page.evaluate(() => caches.keys());
    desk.replaced.set('worker.js', `${desk.replaced.get('worker.js')!};//`);
    desk.replaced.set('console.css', 'body { display: none }');
    const failed = await page.evaluate(async () => {
      const registration = (await navigator.serviceWorker.getRegistration())!;
      await registration.update();
      const coming = registration.installing;
      if (coming === null) return 'no new worker';
      await new Promise((resolve) => coming.addEventListener('statechange', resolve, { once: true }));
      return coming.state;
    });
    assert.equal(failed, 'redundant');
    assert.deepEqual(await page.evaluate(() => caches.keys()), before);
  });
  await context.close();
}

// Practice mode in a real Chromium: part of `npm run test:browser`. SCREENSHOTS=folder keeps pictures.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { MockDesk } from '../mock/desk.ts';
import { World } from '../mock/world.ts';
import { byId, fromMenu, SHOTS, sound } from './page.ts';

const desk = new MockDesk(await World.create(), 'dist');
await desk.start();
if (SHOTS !== undefined) await mkdir(SHOTS, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] });
try {
  await ways();
  for (const width of [1280, 320]) await exercises(width);
  await locked();
  await spoken();
  console.log('practice: all steps passed');
} finally {
  await browser.close();
  desk.stop();
}

/** A page that practises. Whatever it asks for once it is there is counted, and comes to nothing. */
async function practising(width: number, locale = 'en'): Promise<{ page: Page; context: BrowserContext; asked: string[]; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const [asked, errors]: [string[], string[]] = [[], []];
  page.on('pageerror', (failure) => errors.push(String(failure)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${desk.origin}/console/#/practice`);
  await byId(page, 'queue').waitFor();
  await page.waitForLoadState('networkidle');
  await context.route('**', (route) => {
    // A browser fetches the icon of a tab by itself, again and again; nothing that the page does can be told from it but that it is there.
    if (route.request().url() === `${desk.origin}/console/icon-practice.svg`) return route.continue();
    asked.push(route.request().url());
    return route.abort();
  });
  return { page, context, asked, errors };
}

async function step(name: string, work: () => Promise<void>): Promise<void> {
  const from = performance.now();
  await work();
  console.log(`${String(Math.round(performance.now() - from)).padStart(6)} ms  ${name}`);
}

/** What this browser keeps: of the page, and of the service that shows pushes. */
function stored(page: Page) {
  return page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
  }));
}

async function open(page: Page, shortId: string): Promise<void> {
  await byId(page, 'tab-all').click();
  await page.locator(`[data-short-id=${shortId}] [data-testid=view]`).click();
  await page.locator('.short-id', { hasText: shortId }).waitFor();
}

async function claim(page: Page, shortId: string): Promise<void> {
  await open(page, shortId);
  await byId(page, 'claim').click();
  await byId(page, 'line').first().waitFor();
}

async function reply(page: Page, text: string): Promise<void> {
  await byId(page, 'reply-text').fill(text);
  await byId(page, 'send-reply').click();
  await page.locator('[data-testid=line][data-kind=reply]', { hasText: text }).waitFor();
}

async function isDone(page: Page): Promise<void> {
  await page.locator('[data-testid=practice-hint][data-done=true]').waitFor();
}

async function ways(): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await step('practice is a page of its own, without signing in: from the sign-in, from the settings, for somebody who waits to be let in', async () => {
    await page.goto(`${desk.origin}/console/`);
    for (const enter of [async () => undefined, settings, waiting]) {
      await enter();
      const [tab] = await Promise.all([context.waitForEvent('page'), byId(page, 'practise').first().click()]);
      await byId(tab, 'practice-band').waitFor();
      assert.match(await tab.title(), /Practice/);
      assert.equal(await tab.evaluate(() => window.opener), null);
      assert.equal(await byId(tab, 'sign-out').count(), 0);
      await tab.close();
    }
  });
  await context.close();

  async function settings(): Promise<void> {
    await byId(page, 'sign-in').click();
    await fromMenu(page, 'settings');
  }

  async function waiting(): Promise<void> {
    await page.goto(`${desk.origin}/console/#/open`);
    await byId(page, 'make-key').click();
    const words = await page.locator('[data-testid=words] li').allTextContents();
    for (const name of ['one', 'other']) {
      const field = byId(page, `word-${name}`);
      await field.fill(words[Number(await field.getAttribute('data-number')) - 1]!);
    }
    await byId(page, 'keep').click();
    await page.locator('[data-testid=key-panel][data-stage=waiting]').waitFor();
  }
}

async function exercises(width: number): Promise<void> {
  const { page, context, asked, errors } = await practising(width);
  const before = await stored(page);
  await step(`eight made-up reports, at ${width} px`, async () => {
    assert.equal(await page.locator('[data-testid=case-row]').count(), 8);
    await sound(page, 'practice-queue');
  });
  await step('danger: claimed, opened, answered; the person writes back', async () => {
    await claim(page, 'PR1A');
    await sound(page, 'practice-case');
    await reply(page, 'We are here. Is it safe to write?');
    await isDone(page);
    await byId(page, 'show-news').click();
    await page.locator('[data-testid=line][data-kind=message]').nth(1).waitFor();
  });
  if (width === 320) await step('on a phone: what is asked within a minute comes after the answer, what is looked up last, and nothing lies under the way to hide', () => onAPhone(page));
  await step('another language: corrected', async () => {
    await claim(page, 'PR3C');
    await byId(page, 'correct').locator('summary').click();
    await byId(page, 'correct-language').selectOption('en');
    await byId(page, 'save-correction').click();
    await isDone(page);
  });
  await step('somebody else’s phone: the gate lets nothing out any more, whatever the page believes, and says why', async () => {
    await claim(page, 'PR4D');
    await reply(page, 'We are here.');
    await byId(page, 'reply-text').fill('Are you there?');
    await page.locator('[data-testid=reply-obstacle][data-reason=texts-refused]').waitFor();
    assert.ok(await byId(page, 'send-reply').isDisabled());
    await byId(page, 'reply-text').fill('');
    await byId(page, 'note-text').fill('The phone is not hers.');
    await byId(page, 'save-note').click();
    await isDone(page);
  });
  await step('silence: not to be closed as a prank', async () => {
    await claim(page, 'PR5E');
    await reply(page, 'We are here.');
    await close(page, 'prank');
    await page.locator('[data-testid=case-problem][data-reason=silence-is-no-prank]').waitFor();
    await close(page, 'no-answer');
    await isDone(page);
  });
  await step('handed over: a colleague of the other team takes it after a while', async () => {
    await claim(page, 'PR6F');
    await byId(page, 'hand-over').locator('summary').click();
    await page.locator('[data-team=practice-2]').click();
    await byId(page, 'offer-case').click();
    await isDone(page);
  });
  await step('a claim about to end is warned of, and kept', async () => {
    await open(page, 'PR7G');
    await byId(page, 'lines').waitFor();
    await reply(page, 'We are here.');
    await isDone(page);
  });
  await step('safe hours: written down, kept by the gate, and an answer waits for them', () => safeHours(page));
  await step('what was promised comes back into the list when it is due', () => promised(page));
  await step('a child: answered; what is known is sealed and kept', async () => {
    await claim(page, 'PR2B');
    await reply(page, 'We are here.');
    await isDone(page);
  });
  await step('at the end: what was done, and how long it took', async () => {
    await byId(page, 'practice-how').click();
    await page.locator('[data-testid=practice-summary][data-done="8"]').waitFor();
    assert.match(await page.locator('[data-scenario=danger]').innerText(), /claimed after \d+ sec · read \d+ sec later · answered \d+ sec later/);
    await sound(page, 'practice-summary');
    await byId(page, 'practice-back').click();
  });
  await step('no request has left the page, and nothing is stored', async () => {
    assert.deepEqual(asked, []);
    assert.deepEqual(await stored(page), before);
    assert.deepEqual(before, { local: {}, session: {}, databases: [], caches: [], workers: 0, cookies: '' });
    await assert.rejects(page.evaluate(() => fetch('/api/v1/me')), /no network/);
  });
  assert.deepEqual(errors, []);
  await context.close();
}

async function safeHours(page: Page): Promise<void> {
  await claim(page, 'PR8H');
  await byId(page, 'contract-open').click();
  await byId(page, 'contract-limited').check();
  assert.equal(await byId(page, 'contract-zone').inputValue(), 'Asia/Almaty');
  const at = (hours: number) => new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Almaty', hour: '2-digit', minute: '2-digit' }).format(Date.now() + hours * 3_600_000);
  await byId(page, 'hours-from').fill(at(3));
  await byId(page, 'hours-to').fill(at(4));
  await byId(page, 'contract-codeWord').fill('heron');
  await byId(page, 'contract-save').click();
  await byId(page, 'said-codeWord').waitFor();
  await byId(page, 'reply-text').fill('We are here.');
  await page.locator('[data-testid=reply-obstacle][data-reason=outside-hours]').waitFor();
  await byId(page, 'when-window').check();
  await byId(page, 'send-reply').click();
  await byId(page, 'waiting-reply').waitFor();
  await isDone(page);
  await sound(page, 'practice-hours');
  await byId(page, 'take-back').click();
  await byId(page, 'line-not-sent').waitFor();
}

/** The form is open since the answer was handed over. */
async function promised(page: Page): Promise<void> {
  await byId(page, 'wrap-promised').fill('A lawyer');
  await byId(page, 'wrap-promisedBy').fill('2026-01-01T10:00');
  await byId(page, 'save-wrap').click();
  await page.locator('[data-testid=due-line][data-kind=promise][data-late=true]').waitFor();
  await page.locator('[data-testid=happening][data-what=due-passed]').waitFor();
  await byId(page, 'due-done').click();
  await page.locator('[data-testid=due-line]').waitFor({ state: 'detached' });
}

async function onAPhone(page: Page): Promise<void> {
  const places = await Promise.all(['conversation', 'reply-form', 'triage', 'note-form', 'hand-over', 'facts', 'timeline'].map((id) => byId(page, id).first().evaluate((one) => one.getBoundingClientRect().top)));
  assert.deepEqual(places, [...places].sort((a, b) => a - b));
  for (const id of ['reply-text', 'send-reply', 'save-note']) {
    if (id === 'send-reply') await byId(page, 'reply-text').fill('police');
    await byId(page, id).focus();
    const isCovered = await byId(page, id).evaluate((one) => {
      const { left, bottom, width } = one.getBoundingClientRect();
      return !one.contains(document.elementFromPoint(left + width / 2, bottom - 2));
    });
    if (!(await byId(page, id).isDisabled())) assert.equal(isCovered, false, id);
  }
  await byId(page, 'reply-text').fill('');
}

async function close(page: Page, reason: string): Promise<void> {
  await byId(page, 'close-case').click();
  await byId(page, `closing-${reason}`).click();
  await byId(page, 'dialog-confirm').click();
}

async function locked(): Promise<void> {
  const { page, context, asked } = await practising(1280);
  await step('hidden and locked as a real page is; opened again; a reload begins anew, and leaving leaves', async () => {
    await claim(page, 'PR1A');
    await byId(page, 'reply-text').fill('half a');
    await byId(page, 'panic').click();
    await byId(page, 'cover').waitFor();
    await byId(page, 'uncover').click();
    await byId(page, 'practice-open-keys').click();
    await open(page, 'PR1A');
    await byId(page, 'line').first().waitFor();
    assert.equal(await byId(page, 'reply-text').inputValue(), 'half a');
    assert.match(page.url(), /#\/practice\/case\//);
    assert.deepEqual(asked, []);
    await context.unroute('**');
    await page.reload();
    await byId(page, 'queue').waitFor();
    await page.locator('[data-short-id=PR1A][data-state=waiting]').waitFor();
    await byId(page, 'practice-leave').click();
    await byId(page, 'login-page').waitFor();
    assert.equal(await page.title(), 'Ovoz');
  });
  await context.close();
}

async function spoken(): Promise<void> {
  await step('in the language of the page', async () => {
    for (const locale of ['ru', 'uz-Cyrl', 'zh']) {
      const { page, context } = await practising(320, locale);
      await sound(page, `practice-queue-${locale}`);
      await context.close();
    }
  });
}

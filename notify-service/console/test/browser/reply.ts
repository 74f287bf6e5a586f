// Answering, in a real Chromium against the mock desk: phrases, scripts, warnings, and drafts that nothing loses.
import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { someCases } from '../mock/cases.ts';
import { MockDesk } from '../mock/desk.ts';
import { World } from '../mock/world.ts';
import { byId, fromMenu, SHOTS, sound } from './page.ts';

const world = await World.create();
const cases = await someCases(world);
const K7Q2 = cases['K7Q2']!;
const desk = new MockDesk(world, 'dist');
await desk.start();
const folder = await mkdtemp(join(tmpdir(), 'ovoz-console-'));
const keyFile = join(folder, 'aziza.json');
await writeFile(keyFile, JSON.stringify(world.keyFile('aziza')));
if (SHOTS !== undefined) await mkdir(SHOTS, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] });
const errors: string[] = [];
try {
  await writing(await context(1280, 900));
  await losingNothing(await context(1280, 900));
  await narrow(await context(320, 640));
  assert.deepEqual(errors, []);
  assert.deepEqual(desk.violations, []);
  console.log('answering: all steps passed');
} finally {
  await browser.close();
  desk.stop();
  await rm(folder, { recursive: true });
}

function context(width: number, height: number): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width, height }, locale: 'en' });
}

/** Signed in, with the key open, at a case. */
async function at(where: BrowserContext, id = K7Q2.view.id): Promise<Page> {
  const page = await where.newPage();
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (failure) => errors.push(String(failure)));
  page.on('console', (message) => message.type() === 'error' && !/status of 4|status of 5|ERR_EMPTY|ERR_INCOMPLETE|ERR_CONNECTION|ERR_FAILED|integrity/.test(message.text()) && errors.push(message.text()));
  await page.goto(`${desk.origin}/console/#/case/${id}`);
  await opened(page);
  return page;
}

async function opened(page: Page): Promise<void> {
  await byId(page, 'sign-in').click();
  await byId(page, 'key-file').setInputFiles(keyFile);
  await byId(page, 'lock').waitFor();
}

async function claimed(page: Page): Promise<void> {
  await byId(page, 'claim').click();
  await byId(page, 'reply-text').waitFor();
}

async function step(name: string, work: () => Promise<void>): Promise<void> {
  const from = performance.now();
  await work();
  console.log(`${String(Math.round(performance.now() - from)).padStart(6)} ms  ${name}`);
}

function field(page: Page) {
  return byId(page, 'reply-text');
}

async function says(page: Page, text: string): Promise<void> {
  await page.waitForFunction((wanted) => (document.querySelector('[data-testid=reply-text]') as HTMLTextAreaElement | null)?.value === wanted, text);
}

/** Sends it, and no answer comes: the order was executed, and nobody knows. */
async function lost(page: Page): Promise<void> {
  desk.drop = Infinity;
  await byId(page, 'send-reply').click();
  await page.locator('[data-testid=send-problem][data-reason=unreachable]').waitFor();
  desk.drop = 0;
}

function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.id);
}

async function writing(where: BrowserContext): Promise<void> {
  const page = await at(where);
  await claimed(page);
  await step('a phrase is found by its meaning and put in, by keyboard alone', async () => {
    await byId(page, 'phrases-open').focus();
    await page.keyboard.press('Enter');
    await byId(page, 'phrases-filter').waitFor();
    assert.equal(await focused(page), 'phrases-filter');
    assert.equal(await byId(page, 'phrases').getAttribute('data-language'), 'uz-Latn');
    await byId(page, 'phrases-unreviewed').waitFor();
    await sound(page, 'phrases');
    await page.keyboard.type('where are');
    await page.locator('[data-testid=phrase][data-phrase="place.where"][aria-selected=true]').waitFor();
    assert.equal(await byId(page, 'phrase').count(), 1);
    await page.keyboard.press('Enter');
    await says(page, "Qayerdasiz? Yaqindagi do'kon yoki ko'cha nomi yetadi.");
    assert.equal(await focused(page), 'reply-text');
    assert.match(await byId(page, 'segments').innerText(), /Texts: 1 · .* of 160/);
  });
  await step('arrow keys move, and the active phrase stays in sight', async () => {
    await byId(page, 'phrases-open').click();
    await byId(page, 'phrases-filter').fill('');
    for (let n = 0; n < 30; n += 1) await page.keyboard.press('ArrowDown');
    const active = page.locator('[data-testid=phrase][aria-selected=true]');
    assert.equal(await active.count(), 1);
    assert.equal(await byId(page, 'phrases-filter').getAttribute('aria-activedescendant'), await active.getAttribute('id'));
    const seen = await active.evaluate((one) => {
      const [box, list] = [one.getBoundingClientRect(), one.closest('[role=listbox]')!.getBoundingClientRect()];
      return box.top >= list.top && box.bottom <= list.bottom + 1;
    });
    assert.equal(seen, true);
    await page.keyboard.press('Escape');
    assert.equal(await focused(page), 'phrases-open');
  });
  await step('what a phrase leaves open is selected, and has to be filled in', async () => {
    await byId(page, 'phrases-open').click();
    await byId(page, 'phrases-filter').fill('write again at');
    await page.keyboard.press('Control+Enter');
    await says(page, 'Soat {time} da yana yozamiz.');
    await page.locator('[data-testid=reply-open][data-reason=hole]').waitFor();
    assert.equal(await byId(page, 'send-reply').isDisabled(), true);
    await sound(page, 'reply-hole');
    await page.keyboard.press('End');
    await byId(page, 'to-hole').click();
    await page.keyboard.type('18:40');
    await says(page, 'Soat 18:40 da yana yozamiz.');
    assert.equal(await byId(page, 'send-reply').isDisabled(), false);
  });
  await step('what was done for the person is undone, and done again', async () => {
    await byId(page, 'reply-undo').click();
    await says(page, "Qayerdasiz? Yaqindagi do'kon yoki ko'cha nomi yetadi.");
    await byId(page, 'reply-undo').click();
    await says(page, 'Soat 18:40 da yana yozamiz.');
  });
  await step('Uzbek changes its script, and back', async () => {
    await byId(page, 'other-script').click();
    await says(page, 'Соат 18:40 да яна ёзамиз.');
    assert.match(await byId(page, 'segments').innerText(), /of 70 characters/);
    await byId(page, 'other-script').click();
    await says(page, 'Soat 18:40 da yana yozamiz.');
    await field(page).press('Control+a');
    await page.keyboard.type('Ona tili');
    await byId(page, 'other-script').click();
    await says(page, 'Она тили');
    await byId(page, 'reply-undo').click();
    await says(page, 'Ona tili');
  });
  await step('it is shown what makes a text dear, and made plain by hand', async () => {
    await field(page).fill('Soʻrang');
    assert.match(await byId(page, 'forcing').innerText(), /: ʻ$/);
    await byId(page, 'plainer').click();
    await says(page, "So'rang");
    assert.equal(await byId(page, 'forcing').count(), 0);
  });
  await step('a text that tells something is sent at the second press only', async () => {
    await field(page).fill("Politsiyaga aytmang, pasport qayerda?");
    assert.deepEqual(await byId(page, 'telling').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['kind'])), ['authority', 'papers']);
    await byId(page, 'send-reply').click();
    assert.equal(await focused(page), 'reply-tellings');
    assert.equal(await byId(page, 'send-reply').innerText(), 'Send it all the same');
    await sound(page, 'reply-tellings');
    assert.deepEqual(desk.delivered, []);
    await field(page).press('End');
    await page.keyboard.type(' Pasportni bering, sudga.');
    await byId(page, 'send-reply').click();
    assert.deepEqual(desk.delivered, [], 'another word, another look');
    await byId(page, 'send-reply').click();
    await page.locator('[data-testid=line][data-kind=reply]').waitFor();
    assert.equal(desk.delivered.length, 1);
    await says(page, '');
  });
  await step('phrases of another language; a file that does not come is asked for again', async () => {
    await page.route('**/phrases.vi.json', (route) => route.abort());
    await byId(page, 'phrases-open').click();
    await byId(page, 'phrases-language').selectOption('vi');
    await byId(page, 'phrases-missed').waitFor();
    await page.unroute('**/phrases.vi.json');
    await byId(page, 'phrases-again').click();
    await page.locator('[data-testid=phrases][data-language=vi] [data-testid=phrase]').first().waitFor();
    await byId(page, 'phrases-language').selectOption('ru');
    await page.locator('[data-testid=phrase][data-phrase="end.alone"]').click();
    await says(page, 'Вы не одни.');
    assert.equal(await byId(page, 'other-script').count(), 1, 'the reporter’s language is still Uzbek');
    await field(page).fill('');
  });
  await page.context().close();
}

async function losingNothing(where: BrowserContext): Promise<void> {
  let page = await at(where);
  await byId(page, 'reply-text').waitFor();
  await step('a claim that lapses while one writes loses nothing', async () => {
    await field(page).fill('Hali yozyapman');
    desk.change(K7Q2, 'claim-lapsed', { state: 'waiting', claimedBy: null, leaseUntil: null }, null);
    await byId(page, 'draft-kept').waitFor();
    assert.equal(await field(page).count(), 0);
    await sound(page, 'draft-kept');
    await claimed(page);
    await says(page, 'Hali yozyapman');
  });
  await step('a reload loses nothing, and storage holds nothing readable', async () => {
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('ovoz.draft.')));
    const stored = await page.evaluate(() => JSON.stringify(localStorage));
    assert.ok(!stored.includes('yozyapman') && !stored.includes(K7Q2.view.id));
    await page.reload();
    await opened(page);
    await says(page, 'Hali yozyapman');
  });
  await step('an answer whose fate was unknown is the same one after a reload, and arrives once', async () => {
    const before = desk.delivered.length;
    await lost(page);
    await byId(page, 'undecided').waitFor();
    await page.reload();
    await opened(page);
    await says(page, 'Hali yozyapman');
    await byId(page, 'undecided').waitFor();
    await byId(page, 'send-reply').click();
    await says(page, '');
    assert.deepEqual(desk.delivered.slice(before), ['+12025550111 Hali yozyapman']);
  });
  await step('the same after the case was left and entered again', async () => {
    const before = desk.delivered.length;
    await field(page).fill('Yana bir');
    await lost(page);
    await byId(page, 'back').click();
    await byId(page, 'queue').waitFor();
    await page.goBack();
    await says(page, 'Yana bir');
    await byId(page, 'send-reply').click();
    await says(page, '');
    assert.deepEqual(desk.delivered.slice(before), ['+12025550111 Yana bir']);
  });
  await step('a text that was changed does not go out after one that had arrived', async () => {
    const before = desk.delivered.length;
    await field(page).fill('Birinchi');
    await lost(page);
    await field(page).fill('Ikkinchi');
    await byId(page, 'send-reply').click();
    await page.locator('[data-testid=send-problem][data-reason=arrived-before]').waitFor();
    await page.locator('[data-testid=line-text]', { hasText: 'Birinchi' }).waitFor();
    assert.deepEqual(desk.delivered.slice(before), ['+12025550111 Birinchi']);
    await field(page).fill('');
  });
  await step('two tabs write beside each other, and the next one has both', async () => {
    await field(page).fill('birinchi varaq');
    await byId(page, 'note-text').fill('birinchi eslatma');
    const second = await at(where);
    await byId(second, 'reply-text').waitFor();
    await says(second, '');
    await field(second).fill('ikkinchi varaq');
    await byId(second, 'note-text').fill('ikkinchi eslatma');
    await second.waitForFunction(() => Object.keys(localStorage).filter((key) => key.startsWith('ovoz.draft.')).length === 4);
    await page.close();
    await second.close();
    page = await at(where);
    const beside = page.locator('[data-testid=other-drafts][data-kind=reply]');
    await beside.waitFor();
    await sound(page, 'other-drafts');
    const both = async () => [await field(page).inputValue(), await beside.getByTestId('other-draft').innerText()];
    assert.deepEqual((await both()).sort(), ['birinchi varaq', 'ikkinchi varaq']);
    const before = await both();
    await beside.getByTestId('use-other').click();
    assert.deepEqual(await both(), before.reverse());
    assert.equal(await focused(page), 'reply-text');
    await beside.getByTestId('drop-other').click();
    await beside.waitFor({ state: 'detached' });
    const notes = page.locator('[data-testid=other-drafts][data-kind=note]');
    assert.deepEqual([await byId(page, 'note-text').inputValue(), await notes.getByTestId('other-draft').innerText()].sort(), ['birinchi eslatma', 'ikkinchi eslatma']);
  });
  await step('signing out leaves no draft', async () => {
    await fromMenu(page, 'sign-out');
    await byId(page, 'login-page').waitFor();
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('ovoz.draft.'))), []);
  });
  await where.close();
}

async function narrow(where: BrowserContext): Promise<void> {
  const page = await at(where);
  await byId(page, 'reply-text').waitFor();
  await step('a phone of 320 px', async () => {
    await byId(page, 'phrases-open').click();
    await byId(page, 'phrase').first().waitFor();
    await sound(page, 'phrases');
    await byId(page, 'phrases-filter').fill('time');
    await page.locator('[data-testid=phrase][data-phrase="contact.call"]').click();
    await says(page, "Sizga qo'ng'iroq qilsak bo'ladimi? Qachon?");
    await field(page).press('End');
    await page.keyboard.type(' Politsiya, +1 202 555 0111, https://example.org/bu-juda-uzun-manzil-uzun-manzil 🙏');
    await byId(page, 'tellings').waitFor();
    await sound(page, 'reply');
  });
  await where.close();
}

// What came with messages, in a real Chromium against the mock desk: part of `npm run test:browser`. SCREENSHOTS=folder keeps pictures.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import type { Locator, Page } from 'playwright-core';
import { MockDesk } from '../mock/desk.ts';
import { page as text, png, wav } from '../mock/pictures.ts';
import { World } from '../mock/world.ts';
import type { MockCase } from '../mock/world.ts';
import { SHOTS, byId, sound } from './page.ts';

const world = await World.create();
const desk = new MockDesk(world, 'dist');
await desk.start();
const keyFile = { name: 'aziza.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(world.keyFile('aziza'))) };
if (SHOTS !== undefined) await mkdir(SHOTS, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] });
try {
  await pictures();
  await liars();
  await forgotten();
  await narrow();
  console.log('attachment: all steps passed');
} finally {
  await browser.close();
  desk.stop();
}

async function opened(width: number, height: number): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const errors: string[] = [];
  page.on('pageerror', (failure) => errors.push(String(failure)));
  page.on('console', (message) => message.type() === 'error' && !/status of 4|status of 5|ERR_/.test(message.text()) && errors.push(message.text()));
  page.on('dialog', (dialog) => {
    errors.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('download', (download) => errors.push(`a download: ${download.suggestedFilename()}`));
  await page.goto(`${desk.origin}/console/`);
  await unlock(page);
  return { page, errors };
}

async function unlock(page: Page): Promise<void> {
  const signIn = byId(page, 'sign-in');
  await signIn.or(byId(page, 'key-file')).first().waitFor();
  if (await signIn.isVisible()) await signIn.click();
  await byId(page, 'key-file').setInputFiles(keyFile);
  await byId(page, 'lock').waitFor();
}

async function open(page: Page, one: MockCase): Promise<void> {
  await page.goto(`${desk.origin}/console/#/case/${one.view.id}`);
  await page.locator('.short-id', { hasText: one.view.shortId }).waitFor();
  if (one.view.claimedBy === null) await byId(page, 'claim').click();
  await byId(page, 'line').first().waitFor();
}

/** The only attachment of the only message, or the one with that place. */
function attachment(page: Page, place = 0): Locator {
  return byId(page, 'attachment').nth(place);
}

function part(page: Page, id: string, place = 0): Locator {
  return attachment(page, place).getByTestId(id);
}

/** A picture as a phone takes it: a real JPEG with a place in its data, made where a browser is at hand. */
async function photograph(page: Page): Promise<Uint8Array> {
  const url = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 1600;
    canvas.height = 1200;
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#336699';
    context.fillRect(0, 0, 1600, 1200);
    context.fillStyle = '#ffcc00';
    context.fillRect(200, 200, 600, 400);
    return canvas.toDataURL('image/jpeg');
  });
  const bare = Buffer.from(url.split(',')[1]!, 'base64');
  const place = Buffer.from('Exif\0\0GPS 43.238949 76.889709 Almaty');
  const app1 = Buffer.from([0xff, 0xe1, 0, place.length + 2, ...place]);
  return Buffer.concat([bare.subarray(0, 2), app1, bare.subarray(2)]);
}

async function step(name: string, work: () => Promise<void>): Promise<void> {
  const from = performance.now();
  await work();
  console.log(`${String(Math.round(performance.now() - from)).padStart(6)} ms  ${name}`);
}

async function pictures(): Promise<void> {
  const { page, errors } = await opened(1280, 900);
  const one = await world.addCase({ shortId: 'K7Q2' }, ['Bizni shu yerda ushlab turishibdi']);
  await step('a picture is named and not fetched before somebody opens it', async () => {
    await world.attach(one, await photograph(page), 'image/jpeg');
    await open(page, one);
    assert.match(await attachment(page).innerText(), /Picture · \d+ KB/);
    assert.deepEqual(desk.brought, []);
    assert.equal(await page.locator('canvas').count(), 0);
    await sound(page, 'attachment-closed');
  });
  await step('opened, it is pixels on a canvas: no picture, no address, no place', async () => {
    await part(page, 'attachment-switch').click();
    await part(page, 'picture').locator('canvas').waitFor();
    assert.deepEqual(desk.brought, [0]);
    const seen = await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => ({
      size: [canvas.width, canvas.height],
      colour: [...canvas.getContext('2d')!.getImageData(500, 400, 1, 1).data.subarray(0, 2)].map((value) => Math.round(value / 16)),
      again: canvas.toDataURL('image/jpeg').length,
    }));
    assert.deepEqual(seen.size, [1600, 1200]);
    assert.deepEqual(seen.colour, [16, 13]);
    const drawnAgain = await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => atob(canvas.toDataURL('image/jpeg').split(',')[1]!));
    assert.equal(drawnAgain.includes('Almaty'), false);
    assert.equal(await page.locator('canvas').getAttribute('aria-label'), 'Picture without description');
    assert.equal(await page.locator('img[src^=blob], img[src^=data]').count(), 0);
    await sound(page, 'attachment-picture');
  });
  await step('it can be looked at as large as it is, and put away', async () => {
    await part(page, 'enlarge').click();
    assert.equal(await part(page, 'enlarge').getAttribute('aria-pressed'), 'true');
    await sound(page, 'attachment-large');
    await part(page, 'attachment-switch').click();
    await page.locator('canvas').waitFor({ state: 'detached' });
    assert.deepEqual(await leftovers(page), {});
  });
  const large = await world.addCase({ shortId: 'M3XT' }, ['Mana']);
  await step('a large one comes some chunks at a time, and only what opens counts', async () => {
    desk.brought.length = 0;
    const whole = Buffer.concat([png(900, 900), randomBytes(1_400_000)]);
    await world.attach(large, whole, 'image/png');
    await open(page, large);
    await part(page, 'attachment-switch').click();
    await part(page, 'picture').waitFor();
    assert.deepEqual(desk.brought, [0, 4]);
    assert.match(await attachment(page).innerText(), /Picture · 1\.3 MB/);
  });
  await step('a chunk that is another one is noticed, and nothing of it is shown', async () => {
    await part(page, 'attachment-switch').click();
    const [id, chunks] = [...large.chunks][0]!;
    large.chunks.set(id, chunks.toReversed());
    await part(page, 'attachment-switch').click();
    await part(page, 'attachment-problem').waitFor();
    assert.equal(await part(page, 'attachment-problem').getAttribute('data-reason'), 'forged');
    assert.equal(await page.locator('canvas').count(), 0);
    await sound(page, 'attachment-forged');
    large.chunks.set(id, chunks.slice(0, 4));
    await part(page, 'attachment-switch').click();
    await part(page, 'attachment-switch').click();
    await part(page, 'attachment-problem').waitFor();
    assert.equal(await part(page, 'attachment-problem').getAttribute('data-reason'), 'forged');
    large.chunks.set(id, chunks);
  });
  await step('without a connection it says so, and can be tried again', async () => {
    await part(page, 'attachment-switch').click();
    desk.refuseNext = { status: 503, slug: 'intake-unreachable' };
    await part(page, 'attachment-switch').click();
    await part(page, 'attachment-again').waitFor();
    await part(page, 'attachment-again').click();
    await part(page, 'picture').waitFor();
  });
  const later = await world.addCase({ shortId: 'P9RW' }, []);
  await step('what is still on its way is told, what could not be had too', async () => {
    await world.store(later, { kind: 'message', text: 'Uchta rasm', channel: 'sms', at: new Date().toISOString(), attachments: 3 });
    const of = later.items.find((item) => item.kind === 'message')!.id;
    const lost = { kind: 'attachment', of, label: 'image/jpeg', size: 0, chunks: 0, at: new Date().toISOString() } as const;
    await world.store(later, { ...lost, failed: 'too-large' });
    await open(page, later);
    assert.match(await attachment(page).innerText(), /Picture: could not be fetched, it is too large/);
    assert.match(await byId(page, 'attachments-coming').innerText(), /: 2/);
    await sound(page, 'attachment-coming');
    await world.attach(later, png(40, 30), 'image/png');
    await world.store(later, { ...lost, failed: 'a word of a later time' });
    await byId(page, 'look-again').click();
    await byId(page, 'attachments-coming').waitFor({ state: 'detached' });
    assert.equal(await byId(page, 'attachment').count(), 3);
  });
  assert.deepEqual(errors, []);
  assert.deepEqual(desk.violations, []);
}

async function liars(): Promise<void> {
  const { page, errors } = await opened(1280, 900);
  const script = '<script>parent.hacked = top.hacked = window.hacked = 1; alert(1)</script>';
  const cases: readonly (readonly [name: string, bytes: Uint8Array, label: string, why: string, says: RegExp])[] = [
    ['HTML that is called a picture', text(`<!doctype html>${script}`), 'image/jpeg', 'page', /web page.*sent as a picture/s],
    ['SVG with a script', text(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`), 'image/png', 'page', /web page/],
    ['a document', text('%PDF-1.7 /OpenAction'), 'audio/mpeg', 'document', /document.*sent as a sound/s],
    ['a program', Buffer.concat([Buffer.from('MZ'), randomBytes(3000)]), 'image/gif', 'unknown', /cannot be told/],
    ['a picture that says it is of 2,500 megapixels', png(3, 2, { width: 50_000, height: 50_000 }), 'image/png', 'too-many-pixels', /so large/],
    ['a very long one', png(3, 2, { width: 1_000_000, height: 2 }), 'image/png', 'too-many-pixels', /so large/],
    ['a script that begins like a picture', text(`GIF89a=1;/*${' '.repeat(300)}*/${script}`), 'image/gif', 'broken', /damaged or something else/],
    ['the header of a picture and nothing else', png(3, 2).subarray(0, 40), 'image/png', 'broken', /damaged/],
    ['a sound that this browser has no player for', Buffer.concat([Buffer.from('#!AMR\n'), randomBytes(2000)]), 'audio/amr', 'no-player', /cannot play/],
    ['a picture of another kind', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), 'image/jpeg', 'heic', /screenshot/],
  ];
  for (const [index, [name, bytes, label, why, says]] of cases.entries()) {
    await step(`${name} is not shown, and it is said why`, async () => {
      const one = await world.addCase({ shortId: `L${index}AR` }, ['Mana']);
      await world.attach(one, bytes, label);
      await open(page, one);
      await part(page, 'attachment-switch').click();
      await part(page, 'not-shown').waitFor();
      assert.equal(await part(page, 'not-shown').getAttribute('data-why'), why);
      assert.match(await part(page, 'not-shown').innerText(), says);
      assert.deepEqual(await leftovers(page), {});
      if (index === 0) await sound(page, 'attachment-liar');
    });
  }
  await step('a picture with a page behind its end is drawn as a picture, and nothing else of it is there', async () => {
    const one = await world.addCase({ shortId: 'P0LY' }, ['Mana']);
    await world.attach(one, Buffer.concat([png(64, 48), text(`<html>${script}</html>`)]), 'text/html');
    await open(page, one);
    assert.match(await attachment(page).innerText(), /File/);
    await part(page, 'attachment-switch').click();
    await part(page, 'picture').waitFor();
  });
  await step('a sound that is called a picture is a sound', async () => {
    const one = await world.addCase({ shortId: 'S0ND' }, ['Mana']);
    await world.attach(one, wav(2), 'image/jpeg');
    await open(page, one);
    await part(page, 'attachment-switch').click();
    await page.waitForFunction(() => document.querySelector('audio')?.duration === 2);
    await sound(page, 'attachment-sound');
  });
  assert.equal(await page.evaluate(() => 'hacked' in window), false);
  assert.deepEqual(errors, []);
  assert.deepEqual(desk.violations, []);
}

/** What is left in the page of something that was opened. */
function leftovers(page: Page): Promise<object> {
  return page.evaluate(() => Object.fromEntries(['canvas', 'audio', 'iframe', 'object', 'embed', 'video', '[src^=blob]', '[href^=blob]']
    .map((selector) => [selector, document.querySelectorAll(selector).length]).filter(([, count]) => count !== 0)));
}

async function forgotten(): Promise<void> {
  const { page, errors } = await opened(1280, 900);
  const one = await world.addCase({ shortId: 'F0RG' }, ['Mana']);
  await world.attach(one, png(64, 48), 'image/png');
  await world.attach(one, wav(), 'audio/wav');
  const openBoth = async (): Promise<string> => {
    await open(page, one);
    for (const place of [0, 1]) await part(page, 'attachment-switch', place).click();
    await part(page, 'picture').waitFor();
    await page.waitForFunction(() => document.querySelector('audio')?.duration === 1);
    return page.evaluate(() => document.querySelector('audio')!.src);
  };
  const isPlayable = (url: string) => page.evaluate((address) => new Promise((resolve) => {
    const audio = new Audio(address);
    audio.onloadedmetadata = () => resolve(true);
    audio.onerror = () => resolve(false);
  }), url);
  for (const [name, leave] of [
    ['a lock', () => byId(page, 'lock').click()],
    ['leaving the page', () => byId(page, 'back').click()],
    ['hiding everything', async () => { await page.keyboard.press('Escape'); await page.keyboard.press('Escape'); }],
  ] as const) {
    await step(`${name} forgets pictures and sounds at once`, async () => {
      const url = await openBoth();
      assert.equal(await isPlayable(url), true);
      await leave();
      await page.locator('canvas').waitFor({ state: 'detached' });
      assert.deepEqual(await leftovers(page), {});
      assert.equal(await isPlayable(url), false);
      if (name === 'a lock') {
        await byId(page, 'key-file').setInputFiles(keyFile);
        await byId(page, 'lock').waitFor();
      }
    });
  }
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, document.title]));
  assert.doesNotMatch(kept, /image|audio|blob/);
  assert.deepEqual(errors, []);
}

async function narrow(): Promise<void> {
  const { page, errors } = await opened(320, 640);
  await step('at 320 px, by keyboard alone: opened, and put away, without losing one’s place', async () => {
    const one = await world.addCase({ shortId: 'N4RW' }, ['Mana rasm']);
    await world.attach(one, await photograph(page), 'image/jpeg');
    await world.attach(one, wav(), 'audio/wav');
    await open(page, one);
    await sound(page, 'attachment-closed');
    await part(page, 'attachment-switch').focus();
    await page.keyboard.press('Enter');
    await part(page, 'picture').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), `Put away: ${await nameIn(page)}`);
    await part(page, 'attachment-switch', 1).press('Enter');
    await page.waitForFunction(() => document.querySelector('audio')?.duration === 1);
    await sound(page, 'attachment-open');
    await part(page, 'enlarge').press('Space');
    await page.keyboard.press('Shift+Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-testid')), 'picture');
    await sound(page, 'attachment-large');
    await part(page, 'attachment-switch').press('Enter');
    await page.locator('canvas').waitFor({ state: 'detached' });
  });
  assert.deepEqual(errors, []);
}

async function nameIn(page: Page): Promise<string> {
  return attachment(page).locator('.attachment-head span').innerText();
}

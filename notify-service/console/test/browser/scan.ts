// A fingerprint is shown as a picture and read by a camera, in real Chromiums against the mock desk; part of `npm run test:browser`.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { fingerprint } from '../../src/keys/fingerprint.ts';
import { kidOf } from '../../src/sealing/keys.ts';
import { codeOf } from '../../src/scan/code.ts';
import { fieldsOf } from '../../src/scan/picture.ts';
import { MockDesk } from '../mock/desk.ts';
import { World, pair } from '../mock/world.ts';
import { byId, fromMenu, sound } from './page.ts';

const folder = await mkdtemp(join(tmpdir(), 'ovoz-scan-'));
const world = await World.create();
const desk = new MockDesk(world, 'dist');
desk.keys.colleague = await pair();
await desk.start();
const kid = await kidOf(desk.keys.colleague.public);
const film = join(folder, 'held-before-the-camera.y4m');
await writeFile(film, filmOf(fieldsOf(codeOf(kid))));
const errors: string[] = [];
let words: string[] = [];
try {
  await withCamera(['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`], reads);
  await withCamera(['--deny-permission-prompts'], types);
  assert.deepEqual(errors, []);
  assert.deepEqual(desk.violations, []);
  console.log('fingerprints and cameras: all steps passed');
} finally {
  desk.stop();
  await rm(folder, { recursive: true });
}

async function reads(page: Page): Promise<void> {
  await byId(page, 'make-key').click();
  await byId(page, 'words').waitFor();
  words = await byId(page, 'words').locator('li').allTextContents();
  for (const name of ['word-one', 'word-other']) await byId(page, name).fill(words[Number(await byId(page, name).getAttribute('data-number')) - 1]!);
  await byId(page, 'keep').click();
  await byId(page, 'picture').locator('summary').click();
  await byId(page, 'qr').waitFor();
  await sound(page, 'scan-picture');
  await desk.keys.letIn();
  await byId(page, 'look-again').click();
  await fromMenu(page, 'keys-link');
  const bek = page.locator('[data-testid=team-keys][data-team=catch-all] [data-testid=holder][data-handle=bek]');
  await bek.getByTestId('scan').click();
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('[data-team=catch-all] [data-handle=bek] textarea')?.value !== '');
  assert.equal(await bek.getByTestId('admit-fingerprint').inputValue(), fingerprint(kid).join(' '));
  assert.equal(await page.locator('video').count(), 0, 'the camera is off');
  assert.equal(desk.keys.given.has('catch-all bek'), false, 'a person still says that it is meant');
  await bek.getByTestId('admit-button').click();
  await page.locator('[data-team=catch-all] [data-handle=bek][data-standing=holds]').waitFor();
  await page.locator('[data-team=north-central-asia] [data-handle=bek]').getByTestId('scan').click();
  await byId(page, 'lock').click();
  assert.equal(await page.locator('video').count(), 0, 'a lock turns it off, too');
}

async function types(page: Page): Promise<void> {
  await byId(page, 'words-typed').fill(words.join(' '));
  await byId(page, 'open-words').click();
  await fromMenu(page, 'keys-link');
  const bek = page.locator('[data-team=north-central-asia] [data-handle=bek]');
  await bek.getByTestId('scan').click();
  await bek.locator('[data-testid=scanning][data-state=refused]').waitFor();
  await sound(page, 'scan-refused');
  await bek.getByTestId('admit-fingerprint').fill(fingerprint(kid).join(' '));
  await bek.getByTestId('admit-button').click();
  await page.locator('[data-team=north-central-asia] [data-handle=bek][data-standing=holds]').waitFor();
}

async function withCamera(args: string[], work: (page: Page) => Promise<void>): Promise<void> {
  const browser: Browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking', ...args] });
  try {
    const page = await (await browser.newContext({ viewport: { width: 420, height: 800 }, locale: 'en' })).newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (failure) => errors.push(String(failure)));
    await page.goto(`${desk.origin}/console/`);
    await byId(page, 'sign-in').click();
    await byId(page, 'handle').waitFor();
    await work(page);
  } finally {
    await browser.close();
  }
}

/** What a camera sees of such a picture: uncompressed frames in which the fields lie on grey, a little turned out of the middle. */
function filmOf(fields: readonly (readonly boolean[])[]): Buffer {
  const [width, height, field, left, top] = [640, 480, 8, 150, 70];
  const bright = Buffer.alloc(width * height, 140);
  const side = fields.length;
  for (let y = 0; y < side * field; y++) {
    for (let x = 0; x < side * field; x++) {
      const isDark = fields[Math.floor(y / field)]?.[Math.floor(x / field)] === true;
      bright[(top + y) * width + left + x] = isDark ? 25 : 230;
    }
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), bright, Buffer.alloc((width * height) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), ...Array.from({ length: 10 }, () => frame)]);
}

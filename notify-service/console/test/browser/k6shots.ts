import { chromium } from 'playwright-core';
import { someCases } from '../mock/cases.ts';
import { MockDesk } from '../mock/desk.ts';
import { World } from '../mock/world.ts';
const world = await World.create();
const cases = await someCases(world);
const desk = new MockDesk(world, 'dist');
await desk.start();
const keyFile = { name: 'aziza.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(world.keyFile('aziza'))) };
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [width, locale] of [[320, 'ru'], [768, 'en'], [1280, 'en'], [1280, 'ru']] as const) {
  const context = await browser.newContext({ viewport: { width, height: width === 320 ? 640 : 800 }, locale });
  const page = await context.newPage();
  page.setDefaultTimeout(10000);
  await page.goto(`${desk.origin}/console/#/open`);
  await page.getByTestId('sign-in').click();
  await page.getByTestId('key-file').setInputFiles(keyFile);
  await page.getByTestId('lock').waitFor();
  await page.locator('[data-short-id=K7Q2]').first().waitFor();
  await page.screenshot({ path: `/tmp/w/k6-shots/queue-${width}-${locale}.png` });
  const one = cases['K7Q2']!;
  if (one.view.state === 'waiting') { await page.goto(`${desk.origin}/console/#/case/${one.view.id}`); await page.getByTestId('claim').click(); }
  else await page.goto(`${desk.origin}/console/#/case/${one.view.id}`);
  await page.getByTestId('reply-text').fill('Мы из Ovoz, police, рабство');
  await page.getByTestId('reply-text').scrollIntoViewIfNeeded();
  await page.screenshot({ path: `/tmp/w/k6-shots/case-${width}-${locale}.png` });
  await page.screenshot({ path: `/tmp/w/k6-shots/casefull-${width}-${locale}.png`, fullPage: true });
  await context.close();
}
await browser.close();
desk.stop();

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { byId, sound } from './page.ts';

/** The header's menu: sound while it is open, and folded away by Esc, by a press elsewhere, by going on, and by what was chosen. */
export async function menu(page: Page): Promise<void> {
  const opener = byId(page, 'menu').locator('summary');
  const isOpen = () => byId(page, 'menu').evaluate((details) => (details as HTMLDetailsElement).open);
  await opener.press('Enter');
  await byId(page, 'keys-link').waitFor();
  await sound(page, 'menu');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['testid']), 'services-link');
  await page.keyboard.press('Escape');
  assert.equal(await isOpen(), false);
  assert.ok(await opener.evaluate((summary) => summary === document.activeElement), 'the focus is back');
  await opener.click();
  await page.locator('h1').click();
  assert.equal(await isOpen(), false, 'a press elsewhere');
  await opener.click();
  await page.locator('h1').focus();
  assert.equal(await isOpen(), false, 'the focus went on');
  await opener.click();
  await byId(page, 'settings').click();
  await byId(page, 'set-sound').waitFor();
  assert.equal(await isOpen(), false, 'a page was chosen');
  await page.goBack();
}

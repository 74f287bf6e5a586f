import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');
export const SHOTS = process.env['SCREENSHOTS'];

export const byId = (page: Page, id: string) => page.getByTestId(id);

/** Chooses something that lies in the menu. */
export async function fromMenu(page: Page, id: string): Promise<void> {
  await byId(page, 'menu').locator('summary').click();
  await byId(page, id).click();
}

/** As a reader of that language has it. */
export async function speak(page: Page, tag: string): Promise<void> {
  await byId(page, 'menu').locator('summary').click();
  await byId(page, 'language').selectOption(tag);
  await byId(page, 'menu').locator('summary').click();
}

/** No fault by axe, WCAG 2.2 AA and best practices; nothing wider than the window. */
export async function sound(page: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, `${name}-${page.viewportSize()!.width}-${scheme}.png`), fullPage: await isOfASize(page) });
    const faults = await page.evaluate(async (source) => {
      // The page's policy allows neither inline scripts nor eval; the test looks in from a world of its own.
      const run = new Function(`${source}; return window.axe.run(document, { resultTypes: ['violations'] });`);
      const { violations } = (await run()) as { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] };
      return violations.flatMap((fault) => fault.nodes.map((node) => `${fault.id}: ${node.html} ${node.failureSummary}`));
    }, AXE);
    assert.deepEqual(faults, [], `${name} ${scheme}`);
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(overflow <= 0, `${name} is ${overflow} px too wide`);
}

/** A list of thousands is shown as it is on screen. */
function isOfASize(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollHeight < 10_000);
}

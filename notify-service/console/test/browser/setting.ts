import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { openingKey } from '../../src/sealing/keys.ts';
import { openItem } from '../../src/sealing/open.ts';
import { MockDesk } from '../mock/desk.ts';
import { World } from '../mock/world.ts';
import type { MockCase } from '../mock/world.ts';
import { SHOTS, byId } from './page.ts';

/** A desk with some reports, and a browser in which one responder's key is open. */
export class Setting {
  private constructor(
    readonly world: World,
    readonly desk: MockDesk,
    private readonly browser: Browser,
  ) {}

  static async begin(): Promise<Setting> {
    const world = await World.create();
    const desk = new MockDesk(world, 'dist');
    await desk.start();
    if (SHOTS !== undefined) await mkdir(SHOTS, { recursive: true });
    const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] });
    return new Setting(world, desk, browser);
  }

  async end(): Promise<void> {
    await this.browser.close();
    this.desk.stop();
  }

  async opened(width: number, height: number): Promise<{ page: Page; errors: string[] }> {
    const context = await this.browser.newContext({ viewport: { width, height }, locale: 'en' });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const errors: string[] = [];
    page.on('pageerror', (failure) => errors.push(String(failure)));
    page.on('console', (message) => message.type() === 'error' && !/status of 4|status of 5|ERR_/.test(message.text()) && errors.push(message.text()));
    await page.goto(`${this.desk.origin}/console/`);
    await this.unlock(page);
    return { page, errors };
  }

  /** Signs in, where that is asked for, and opens the key. */
  async unlock(page: Page): Promise<void> {
    const signIn = byId(page, 'sign-in');
    await signIn.or(byId(page, 'key-file')).first().waitFor();
    if (await signIn.isVisible()) await signIn.click();
    const keyFile = { name: 'aziza.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(this.world.keyFile('aziza'))) };
    await byId(page, 'key-file').setInputFiles(keyFile);
    await byId(page, 'lock').waitFor();
  }

  /** Claims it, too, so that it is readable. */
  async open(page: Page, which: MockCase): Promise<void> {
    await page.goto(`${this.desk.origin}/console/#/case/${which.view.id}`);
    await page.locator('.short-id', { hasText: which.view.shortId }).waitFor();
    if (which.view.claimedBy === null) await byId(page, 'claim').click();
    await byId(page, 'triage').waitFor();
  }

  /** What a colleague reads, opened with the key of another team. */
  async read(which: MockCase, kind: 'triage' | 'note'): Promise<readonly Record<string, any>[]> {
    const team = this.world.teams[1]!;
    const key = await openingKey(team.encryption.private);
    return Promise.all(which.items.filter((item) => item.kind === kind).map(async (item) => ({ ...(await openItem(which.view.id, { ...item, grant: item.grants.get(team.id)! }, key)) })));
  }

  async facts(which: MockCase): Promise<Record<string, any>> {
    return (await this.read(which, 'triage')).at(-1)!['facts'];
  }
}

export function answer(page: Page, field: string, code: string): Locator {
  return byId(page, `triage-${field}`).locator(`input[value=${code}]`);
}

export function saved(page: Page): Promise<void> {
  return page.locator('[data-testid=triage-state][data-saved=true]', { hasText: 'Saved' }).waitFor();
}

/** A condition of the desk's, which no page waits for. */
export async function until(page: Page, isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await isSo())) {
    assert.ok(Date.now() < end, what);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

export async function step(name: string, work: () => Promise<void>): Promise<void> {
  const from = performance.now();
  await work();
  console.log(`${String(Math.round(performance.now() - from)).padStart(6)} ms  ${name}`);
}

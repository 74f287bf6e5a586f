// People and shifts, in a real Chromium against the mock desk: part of `npm run test:browser`. SCREENSHOTS=folder keeps pictures.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { MockDesk } from '../mock/desk.ts';
import { World } from '../mock/world.ts';
import { SHOTS, byId } from './page.ts';
import { peopleJourney } from './people.ts';
import { shiftsJourney } from './shifts.ts';

if (SHOTS !== undefined) await mkdir(SHOTS, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] });
try {
  for (const [width, height] of [[1280, 900], [320, 640]] as const) {
    await played(width, height, peopleJourney);
    await played(width, height, shiftsJourney);
  }
  console.log('administration: all steps passed');
} finally {
  await browser.close();
}

async function played(width: number, height: number, journey: (page: Page, desk: MockDesk, world: World) => Promise<void>): Promise<void> {
  const world = await World.create();
  const desk = new MockDesk(world, 'dist');
  await desk.start();
  try {
    const page = await (await browser.newContext({ viewport: { width, height }, locale: 'en', timezoneId: 'Asia/Almaty' })).newPage();
    page.setDefaultTimeout(10_000);
    const errors: string[] = [];
    page.on('pageerror', (failure) => errors.push(String(failure)));
    page.on('console', (message) => message.type() === 'error' && !/status of 4|status of 5|ERR_/.test(message.text()) && errors.push(message.text()));
    await page.goto(`${desk.origin}/console/`);
    await byId(page, 'sign-in').waitFor();
    await journey(page, desk, world);
    assert.deepEqual(errors, []);
    assert.deepEqual(desk.violations, []);
  } finally {
    desk.stop();
  }
}

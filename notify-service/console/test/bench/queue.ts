// Times the queue with thousands of open reports in a real Chromium over the mock desk: `npm run bench:queue`. CASES and EVENTS change how many.
// Fails when an update takes longer than it may; CI_LOAD=ignore prints only, for a machine that does other things besides.
import { execFileSync } from 'node:child_process';
import { setTimeout as rest } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import type { CDPSession, Page } from 'playwright-core';
import { manyCases } from '../mock/cases.ts';
import { MockDesk } from '../mock/desk.ts';
import { World, later } from '../mock/world.ts';
import type { MockCase } from '../mock/world.ts';

const CASES = Number(process.env['CASES'] ?? 5000);
const EVENTS = Number(process.env['EVENTS'] ?? 400);
const MOST_MS = 50;
const PAUSE_MS = 15;

const world = await World.create();
manyCases(world, CASES);
const desk = new MockDesk(world, 'dist');
await desk.start();
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking', '--enable-precise-memory-info'] });
let worst = Infinity;
let due = Date.now() - 1_000_000;
try {
  console.log(`${CASES} open reports, load of the machine before: ${loadOfTheMachine()}`);
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en' })).newPage();
  await page.addInitScript(watch);
  await firstPaint(page);
  worst = await updates(page, 'one after the other', EVENTS, 1);
  await updates(page, 'ten at once', EVENTS, 10);
  await scrolling(page);
  await memory(page);
} finally {
  await browser.close();
  desk.stop();
}
if (worst > MOST_MS && process.env['CI_LOAD'] !== 'ignore') {
  console.log(`an update took ${worst.toFixed(1)} ms (p99), more than ${MOST_MS}`);
  process.exitCode = 1;
}

interface Watched {
  /** When rows were first painted, and when the list first was all there; by the page's clock. */
  first?: number;
  whole?: number;
  painted: Record<string, number>;
}

/** Runs in the page: notes when what was drawn was painted. A task that is posted in a frame runs after that frame's painting. */
function watch(): void {
  const seen: Watched = { painted: {} };
  Object.assign(globalThis, { seen });
  const afterThisFrame = (work: () => void) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = work;
    port2.postMessage('');
  };
  const nextFrame = requestAnimationFrame.bind(globalThis);
  let isInFrame = false;
  globalThis.requestAnimationFrame = (work) => nextFrame((at) => {
    isInFrame = true;
    afterThisFrame(() => (isInFrame = false));
    work(at);
  });
  const atPaint = (note: (at: number) => void) => {
    const noteIt = () => note(performance.timeOrigin + performance.now());
    if (isInFrame) afterThisFrame(noteIt);
    else nextFrame(() => afterThisFrame(noteIt));
  };
  new MutationObserver(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-testid=case-row]')];
    if (rows.length === 0) return;
    if (seen.first === undefined) (seen.first = NaN), atPaint((at) => (seen.first = at - performance.timeOrigin));
    const whole = document.querySelector('[data-testid=tab-all] .count')?.textContent;
    if (seen.whole === undefined && Number(whole) >= 100 && rows[0]!.getAttribute('aria-setsize') === whole && Number(whole) % 100 === 0 && Number(whole) > 1000) (seen.whole = NaN), atPaint((at) => (seen.whole = at - performance.timeOrigin));
    for (const row of rows) {
      const at = row.querySelector('time')?.dateTime;
      const what = `${row.dataset['shortId']} ${at}`;
      if (!(what in seen.painted)) (seen.painted[what] = NaN), atPaint((painted) => (seen.painted[what] = painted));
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

function seenIn(page: Page): Promise<Watched> {
  return page.evaluate(() => (globalThis as unknown as { seen: Watched }).seen);
}

async function firstPaint(page: Page): Promise<void> {
  await page.goto(`${desk.origin}/console/#/all`);
  await page.getByTestId('sign-in').click();
  await page.locator(`[aria-setsize="${CASES}"]`).first().waitFor();
  const { first, whole } = await seenIn(page);
  console.log(`first paint of rows   ${ms(first!)} after the page was asked for, back from signing in`);
  console.log(`the whole list there  ${ms(whole!)} (${desk.pages.length} pages)`);
}

/** Each event makes a report due first of all, so that its row has to come on screen from wherever it was. */
async function updates(page: Page, how: string, count: number, together: number): Promise<number> {
  const all = [...world.cases.values()];
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Performance.enable');
  const before = await spent(devTools);
  const sent = new Map<string, number>();
  for (let n = 0; n < count; n += together) {
    for (let one = n; one < Math.min(n + together, count); one += 1) {
      const changed = all[(one * 7919) % all.length]!;
      sent.set(bringToTheTop(changed, one), performance.timeOrigin + performance.now());
    }
    await rest(PAUSE_MS + (n % 17));
  }
  const last = [...sent.keys()].at(-1)!;
  await page.waitForFunction((what) => !Number.isNaN((globalThis as unknown as { seen: Watched }).seen.painted[what] ?? NaN), last);
  const { painted } = await seenIn(page);
  const took = [...sent].map(([what, at]) => (painted[what] ?? NaN) - at).filter((one) => !Number.isNaN(one)).sort((a, b) => a - b);
  const p99 = took[Math.ceil(took.length * 0.99) - 1]!;
  console.log(`event to screen       p50 ${ms(took[took.length >> 1]!)}  p99 ${ms(p99)}  worst ${ms(took.at(-1)!)}  of ${took.length} (${how})`);
  const after = await spent(devTools);
  const each = (what: keyof typeof after) => ms((1000 * (after[what] - before[what])) / count);
  console.log(`  the page’s own work for each: script ${each('script')}, style ${each('style')}, layout ${each('layout')}`);
  return p99;
}

/** Seconds that the page's thread has spent. */
async function spent(devTools: CDPSession): Promise<Record<'script' | 'style' | 'layout', number>> {
  const { metrics } = await devTools.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((one) => one.name === name)!.value;
  return { script: of('ScriptDuration'), style: of('RecalcStyleDuration'), layout: of('LayoutDuration') };
}

function bringToTheTop(changed: MockCase, n: number): string {
  due -= 1000 + n;
  const readBy = new Date(due).toISOString();
  changed.view = { ...changed.view, state: 'waiting', claimedBy: null, leaseUntil: null, readBy, lastWroteAt: later(readBy, 0) };
  desk.publish(changed);
  return `${changed.view.shortId} ${readBy}`;
}

/** A wheel turned through the whole list: the longest time between two frames. */
async function scrolling(page: Page): Promise<void> {
  const gaps = await page.evaluate(() => new Promise<number[]>((resolve) => {
    const between: number[] = [];
    let before = performance.now();
    const turn = () => {
      const now = performance.now();
      between.push(now - before);
      before = now;
      scrollBy({ top: 1200 });
      if (between.length < 200) requestAnimationFrame(turn);
      else resolve(between.sort((a, b) => a - b));
    };
    requestAnimationFrame(turn);
  }));
  console.log(`between two frames while scrolling fast  p50 ${ms(gaps[100]!)}  p99 ${ms(gaps[197]!)}`);
}

async function memory(page: Page): Promise<void> {
  const devTools: CDPSession = await page.context().newCDPSession(page);
  await devTools.send('HeapProfiler.collectGarbage');
  await devTools.send('Performance.enable');
  const { metrics } = await devTools.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((one) => one.name === name)!.value;
  const rows = await page.getByTestId('case-row').count();
  console.log(`memory                ${(of('JSHeapUsedSize') / 1e6).toFixed(1)} MB of script, ${of('Nodes')} nodes, ${rows} rows drawn`);
}

function ms(time: number): string {
  return `${time.toFixed(1)} ms`;
}

function loadOfTheMachine(): string {
  return execFileSync('uptime').toString().split('load average: ')[1]!.trim();
}

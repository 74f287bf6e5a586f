// Draws icon.svg as the PNG files that phones want. Their bytes depend on the browser that draws, so they are kept, not built: run this when icon.svg changes.
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const svg = await readFile(new URL('icon.svg', import.meta.url), 'utf8');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const size of [180, 192, 512]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`);
  await writeFile(new URL(`icon-${size}.png`, import.meta.url), await page.screenshot({ omitBackground: true }));
}
await browser.close();

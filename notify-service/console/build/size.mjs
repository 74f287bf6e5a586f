// `npm run size`: what the first views weigh in each language. Fails where the queue is dearer than the console allows itself.
import { fileURLToPath } from 'node:url';
import { firstViews } from './sizes.mjs';

const ALLOWED = 90 * 1024;
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`.padStart(8);
const sizes = await firstViews(fileURLToPath(new URL('../dist', import.meta.url)));
for (const { tag, login, queue } of sizes) console.log(`${tag.padEnd(8)} sign-in ${kilobytes(login)}   queue ${kilobytes(queue)}   gzipped`);
const heavy = sizes.filter(({ queue }) => queue > ALLOWED).map(({ tag }) => tag);
if (heavy.length > 0) {
  console.error(`more than ${kilobytes(ALLOWED).trim()}: ${heavy.join(', ')}`);
  process.exit(1);
}

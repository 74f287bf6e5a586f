// `npm run size`: what the first views weigh in each language. Fails where one is dearer than the console allows itself.
import { fileURLToPath } from 'node:url';
import { firstViews } from './sizes.mjs';

const ALLOWED = { login: 42 * 1024, queue: 85 * 1024 };
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`.padStart(8);
const sizes = await firstViews(fileURLToPath(new URL('../dist', import.meta.url)));
for (const { tag, login, queue } of sizes) console.log(`${tag.padEnd(8)} sign-in ${kilobytes(login)}   queue ${kilobytes(queue)}   gzipped`);
for (const [view, allowed] of Object.entries(ALLOWED)) {
  const heavy = sizes.filter((size) => size[view] > allowed).map(({ tag }) => tag);
  if (heavy.length === 0) continue;
  console.error(`${view} is more than ${kilobytes(allowed).trim()}: ${heavy.join(', ')}`);
  process.exitCode = 1;
}

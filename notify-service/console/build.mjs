// Builds dist/ (the bundle that is served) or, with --tests, .tests/ (the tests, for Node's runner).
// The same sources and the same lock file give the same bytes: no dates, no absolute paths, no random names.
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const hash = (bytes, algorithm, form) => createHash(algorithm).update(bytes).digest(form);

async function bundle() {
  const dist = join(here, 'dist');
  await rm(dist, { recursive: true, force: true });
  await build({
    absWorkingDir: here,
    entryPoints: { console: 'src/main.ts' },
    outdir: 'dist',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022'],
    charset: 'utf8',
    legalComments: 'linked',
  });
  await build({ absWorkingDir: here, entryPoints: ['src/console.css'], outfile: 'dist/console.css', minify: true, charset: 'utf8' });
  await cp(join(here, 'icon.svg'), join(dist, 'icon.svg'));
  await writeFile(join(dist, 'index.html'), await page(dist));
  await report(dist);
}

/** The page pins script and style by their hashes, so the page's hash stands for all of them. */
async function page(dist) {
  const html = await readFile(join(here, 'index.html'), 'utf8');
  const pins = await Promise.all(['console.css', 'console.js'].map(async (name) => [name, `sha384-${hash(await readFile(join(dist, name)), 'sha384', 'base64')}`]));
  return pins.reduce((text, [name, pin]) => text.replace(`%${name}%`, pin), html);
}

/** `sha256sum -c` reads the list; the bundle's published hash is that of the list. */
async function report(dist) {
  const names = (await readdir(dist)).sort();
  const sums = [];
  for (const name of names) {
    const bytes = await readFile(join(dist, name));
    sums.push(`${hash(bytes, 'sha256', 'hex')}  ${name}\n`);
    console.log(`${name.padEnd(24)} ${String(bytes.length).padStart(7)} bytes ${String(gzipSync(bytes, { level: 9 }).length).padStart(6)} gzipped`);
  }
  const list = sums.join('');
  await writeFile(join(dist, 'SHA256SUMS'), list);
  await writeFile(join(here, 'dist.sha256'), `${hash(list, 'sha256', 'hex')}  dist/SHA256SUMS\n`);
  console.log(`console bundle SHA-256   ${hash(list, 'sha256', 'hex')}`);
}

async function tests() {
  const out = join(here, '.tests');
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await build({
    absWorkingDir: here,
    entryPoints: (await readdir(join(here, 'test'), { recursive: true })).filter((name) => name.endsWith('.ts')).map((name) => join('test', name)),
    outdir: '.tests',
    outbase: 'test',
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: ['node20'],
    sourcemap: 'inline',
  });
}

await (process.argv.includes('--tests') ? tests() : bundle());

// Builds dist/ (the bundle that is served) or, with --tests, .tests/ (the tests, for Node's runner).
// The same sources and the same lock file give the same bytes: no dates, no absolute paths, no random names.
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { catalogues } from './build/catalogues.mjs';
import { firstView, mainIn, page } from './build/page.mjs';
import { hash, pinOf } from './build/pin.mjs';
import { saidBy } from './build/said.mjs';
import { report } from './build/sizes.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

async function bundle() {
  const dist = join(here, 'dist');
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist);
  const define = await catalogues(here, dist, await firstSaid());
  const { metafile } = await parts(define, { legalComments: 'linked' });
  await boot(define, mainIn(metafile));
  await build({ absWorkingDir: here, entryPoints: ['src/console.css'], outfile: 'dist/console.css', minify: true, charset: 'utf8' });
  for (const name of ['icon.svg', 'icon-practice.svg', 'icon-180.png', 'icon-192.png', 'icon-512.png', 'console.webmanifest']) await cp(join(here, 'install', name), join(dist, name));
  await writeFile(join(dist, 'index.html'), await page(here, dist, metafile));
  await worker(dist);
  const list = await report(dist);
  await writeFile(join(dist, 'SHA256SUMS'), list);
  await writeFile(join(here, 'dist.sha256'), `${hash(list, 'sha256', 'hex')}  dist/SHA256SUMS\n`);
  console.log(`console bundle SHA-256   ${hash(list, 'sha256', 'hex')}`);
}

function parts(define, options) {
  return build({
    absWorkingDir: here,
    define,
    entryPoints: ['src/main.ts'],
    outdir: 'dist',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    splitting: true,
    metafile: true,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022'],
    charset: 'utf8',
    ...options,
  });
}

/** Which messages the first view says: its scripts tell, built once without any catalogue. */
async function firstSaid() {
  const none = Object.fromEntries(['CATALOGUES', 'PHRASES', 'PRACTICE'].map((name) => [`OVOZ_${name}`, '""']));
  const { metafile, outputFiles } = await parts(none, { write: false, legalComments: 'none' });
  const first = firstView(metafile);
  return saidBy(outputFiles.filter(({ path }) => first.has(basename(path))).map(({ text }) => text));
}

/** What the page names as its script: by itself, so that it imports nothing which the page has not pinned before. */
async function boot(define, main) {
  await build({
    absWorkingDir: here,
    define: { ...define, OVOZ_MAIN: JSON.stringify(`./${main}`) },
    entryPoints: { console: 'src/boot.ts' },
    outdir: 'dist',
    external: [`./${main}`],
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022'],
    charset: 'utf8',
  });
}

/** In a file and a scope of its own: a browser keeps it, and runs it without the page. It pins all that the page can load. */
async function worker(dist) {
  const names = (await readdir(dist)).filter((name) => !name.endsWith('.LEGAL.txt')).sort();
  const shell = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await pinOf(dist, name)])));
  await build({
    absWorkingDir: here,
    define: { OVOZ_SHELL: JSON.stringify(shell) },
    entryPoints: { worker: 'src/worker/worker.ts' },
    outdir: 'dist',
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2022'],
    charset: 'utf8',
  });
}

async function tests() {
  const out = join(here, '.tests');
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await build({
    absWorkingDir: here,
    define: await catalogues(here, out, (key) => !key.startsWith('happened.')),
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

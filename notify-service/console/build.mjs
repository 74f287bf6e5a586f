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
const pin = (bytes) => `sha384-${hash(bytes, 'sha384', 'base64')}`;

/** What the script holds itself (src/language/catalogues.ts); every other language is a file that it fetches when somebody chooses it. */
const IN_THE_SCRIPT = ['en.json', 'kk.json', 'ru.json', 'uz-Latn.json'];

async function bundle() {
  const dist = join(here, 'dist');
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist);
  await build({
    absWorkingDir: here,
    define: await languages(dist),
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
  for (const name of ['icon.svg', 'icon-180.png', 'icon-192.png', 'icon-512.png', 'console.webmanifest']) await cp(join(here, 'install', name), join(dist, name));
  await writeFile(join(dist, 'index.html'), await page(dist));
  await worker(dist);
  await report(dist);
}

/** In a file and a scope of its own: a browser keeps it, and runs it without the page. It pins all that the page can load. */
async function worker(dist) {
  const names = (await readdir(dist)).filter((name) => !name.endsWith('.LEGAL.txt')).sort();
  const shell = Object.fromEntries(await Promise.all(names.map(async (name) => [name, pin(await readFile(join(dist, name)))])));
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

/** Writes the languages that are fetched, and gives the script their names and hashes, by which it pins them. */
async function languages(folder) {
  const fetched = {};
  for (const name of (await readdir(join(here, 'messages'))).filter((one) => one.endsWith('.json') && !IN_THE_SCRIPT.includes(one)).sort()) {
    const [messages, { language, region }] = await Promise.all([`messages/${name}`, `messages/names/${name}`].map(async (path) => JSON.parse(await readFile(join(here, path), 'utf8'))));
    const bytes = JSON.stringify({ messages, names: { language, region } });
    await writeFile(join(folder, `messages.${name}`), bytes);
    fetched[name.replace('.json', '')] = { language: messages.language, integrity: pin(bytes) };
  }
  return { OVOZ_FETCHED: JSON.stringify(fetched), OVOZ_PHRASES: JSON.stringify(await phrases(folder)) };
}

/** The phrases for answers, a file per language, and by which hash the script knows each. */
async function phrases(folder) {
  const pins = {};
  for (const name of (await readdir(join(here, 'phrases'))).sort()) {
    const bytes = JSON.stringify(JSON.parse(await readFile(join(here, 'phrases', name), 'utf8')));
    await writeFile(join(folder, `phrases.${name}`), bytes);
    pins[name.replace('.json', '')] = pin(bytes);
  }
  return pins;
}

/** The page pins script and style by their hashes, and the script the languages, so the page's hash stands for all of them. */
async function page(dist) {
  const html = await readFile(join(here, 'index.html'), 'utf8');
  const pins = await Promise.all(['console.css', 'console.js'].map(async (name) => [name, pin(await readFile(join(dist, name)))]));
  return pins.reduce((text, [name, its]) => text.replace(`%${name}%`, its), html);
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
    define: await languages(out),
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

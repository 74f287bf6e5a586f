// What the bundle weighs, file by file, and what somebody waits for before the first page is there.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { hash } from './pin.mjs';

/** Prints them; gives the list that `sha256sum -c` reads, whose own hash is the bundle's. */
export async function report(dist) {
  const sums = [];
  for (const name of (await readdir(dist)).sort()) {
    const bytes = await readFile(join(dist, name));
    sums.push(`${hash(bytes, 'sha256', 'hex')}  ${name}\n`);
    console.log(`${name.padEnd(28)} ${String(bytes.length).padStart(7)} bytes ${String(zipped(bytes)).padStart(6)} gzipped`);
  }
  return sums.join('');
}

/** What is loaded until the sign-in is there, and until the queue is: the page, style, script with what it imports, one language. */
export async function firstViews(dist) {
  const html = await readFile(join(dist, 'index.html'), 'utf8');
  const beside = [...html.matchAll(/rel="modulepreload" href="([^"]+)"/g)].map(([, name]) => name);
  const work = html.match(/data-part="work" content="([^"]+)"/)[1].split(' ').filter((_, i) => i % 2 === 0);
  const files = new Set(['index.html', 'console.css', 'console.js', ...beside]);
  const [login, queue] = [await sum(dist, files), await sum(dist, new Set([...files, ...work]))];
  const languages = (await readdir(dist)).filter((name) => name.startsWith('messages.'));
  return Promise.all(languages.map(async (name) => {
    const words = await sum(dist, [name]);
    return { tag: name.split('.')[1], login: login + words, queue: queue + words };
  }));
}

async function sum(dist, names) {
  const sizes = await Promise.all([...names].map(async (name) => zipped(await readFile(join(dist, name)))));
  return sizes.reduce((all, one) => all + one, 0);
}

function zipped(bytes) {
  return gzipSync(bytes, { level: 9 }).length;
}

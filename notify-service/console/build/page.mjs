// The page pins style and script, and every part that the script may load, so the page's hash stands for all of them.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pinOf } from './pin.mjs';

const MAIN = 'src/main.ts';
const WORK = 'src/app/work.ts';

export async function page(here, dist, metafile) {
  const html = await readFile(join(here, 'index.html'), 'utf8');
  const pins = await Promise.all(['console.css', 'console.js'].map(async (name) => [`%${name}%`, await pinOf(dist, name)]));
  const parts = await partsOf(dist, metafile);
  const files = [['<!-- parts -->', parts.map(meta).join('\n    ')], ['<!-- main -->', parts.find(({ name }) => name === 'main').files.map(link).join('\n    ')]];
  return [...pins, ...files].reduce((text, [name, its]) => text.replace(name, () => its), html);
}

const meta = ({ name, files }) => `<meta name="part" data-part="${name}" content="${files.map(({ file, pin }) => `${file} ${pin}`).join(' ')}">`;

/** Asked for with the page, so that it is on its way while the script comes that imports it. */
const link = ({ file, pin }) => `<link rel="modulepreload" href="${file}" integrity="${pin}">`;

export function mainIn(metafile) {
  return basename(madeFrom(metafile, MAIN));
}

/** The files that have to be there until the queue is. */
export function firstView(metafile) {
  return new Set([MAIN, WORK].map((source) => madeFrom(metafile, source)).flatMap((path) => [basename(path), ...imported(metafile, path)]));
}

function madeFrom(metafile, source) {
  return Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === source)[0];
}

/** Each part by the name of what it was made from, with all that it imports. */
async function partsOf(dist, metafile) {
  const made = Object.entries(metafile.outputs).filter(([, { entryPoint }]) => entryPoint !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return Promise.all(made.map(async ([path, { entryPoint }]) => {
    const names = [...imported(metafile, path), basename(path)];
    return { name: basename(entryPoint, '.ts'), files: await Promise.all(names.map(async (file) => ({ file, pin: await pinOf(dist, file) }))) };
  }));
}

function imported(metafile, path, known = new Set()) {
  for (const { path: next, kind } of metafile.outputs[path].imports) {
    if (kind !== 'import-statement' || known.has(basename(next))) continue;
    known.add(basename(next));
    imported(metafile, next, known);
  }
  return known;
}

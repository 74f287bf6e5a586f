// Whatever is said in a language is a file of its own that the script fetches when somebody reads that language, and knows by its hash.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pin } from './pin.mjs';

const read = async (...path) => JSON.parse(await readFile(join(...path), 'utf8'));
const tagsIn = async (folder) => (await readdir(folder)).filter((name) => name.endsWith('.json')).map((name) => name.replace('.json', '')).sort();

/** Said of the language itself. */
const ALWAYS = ['language', 'reviewed'];

/**
 * Writes the files, and gives the script their hashes, and what it says when none of them comes. All as texts: what is put in as an object
 * becomes a file that the whole bundle shares.
 *
 * @param isFirst whether the first view says a message; what it does not comes in a second file, with the first part that is not of it
 */
export async function catalogues(here, to, isFirst) {
  const [OVOZ_CATALOGUES, OVOZ_CANNOT_START] = await Promise.all([messages(here, to, isFirst), cannotStart(here)]);
  const [OVOZ_PHRASES, OVOZ_PRACTICE] = await Promise.all([plain(here, to, 'phrases'), plain(here, to, 'practice')]);
  return Object.fromEntries(Object.entries({ OVOZ_CATALOGUES, OVOZ_CANNOT_START, OVOZ_PHRASES, OVOZ_PRACTICE }).map(([name, value]) => [name, JSON.stringify(JSON.stringify(value))]));
}

async function cannotStart(here) {
  const folder = join(here, 'messages');
  const said = (await tagsIn(folder)).map(async (tag) => [tag, (await read(folder, `${tag}.json`))['app.cannotStart']]);
  return Object.fromEntries(await Promise.all(said));
}

async function messages(here, to, isFirst) {
  const known = {};
  for (const tag of await tagsIn(join(here, 'messages'))) {
    const all = Object.entries(await read(here, 'messages', `${tag}.json`));
    const isEarly = ([key]) => ALWAYS.includes(key) || isFirst(key);
    const first = Object.fromEntries(all.filter(isEarly));
    const { language, region } = await read(here, 'messages', 'names', `${tag}.json`);
    known[tag] = {
      language: first.language,
      integrity: await write(to, `messages.${tag}.json`, { messages: first, names: { language, region } }),
      more: await write(to, `more.${tag}.json`, Object.fromEntries(all.filter((one) => !isEarly(one)))),
    };
  }
  return known;
}

async function plain(here, to, kind) {
  const pins = {};
  for (const tag of await tagsIn(join(here, kind))) pins[tag] = await write(to, `${kind}.${tag}.json`, await read(here, kind, `${tag}.json`));
  return pins;
}

async function write(to, name, value) {
  const bytes = JSON.stringify(value);
  await writeFile(join(to, name), bytes);
  return pin(bytes);
}

// Compares what a desk serves as its console with the published hash: node verify/served.mjs https://desk.example/console/ [hash]
// Without a hash, that of the bundle built here (dist.sha256). Ends with 1 and a line for each difference. It sees what the desk serves to
// whoever runs it: run it from where responders work, as they are served, and now and then.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

const [address, given] = process.argv.slice(2);
if (!URL.canParse(address ?? '')) {
  console.error('usage: node verify/served.mjs https://desk.example/console/ [published hash]');
  process.exit(2);
}
const published = given ?? (await readFile(new URL('../dist.sha256', import.meta.url), 'utf8')).split(' ')[0];
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const differences = [];

/** Nothing but the console's own scripts may run in it, and it may speak with nobody but the desk and the login. */
const SCRIPTS = "script-src 'self' 'wasm-unsafe-eval'";
const WANTED = ["default-src 'none'", SCRIPTS, "base-uri 'none'", "require-trusted-types-for 'script'"];

async function served(name) {
  const answer = await fetch(new URL(name, address), { redirect: 'error' });
  if (!answer.ok) throw new Error(`${name || 'the page'}: ${answer.status}`);
  return { bytes: Buffer.from(await answer.arrayBuffer()), headers: answer.headers };
}

function differs(what) {
  differences.push(what);
  console.error(what);
}

async function look(name, sum, what = name) {
  try {
    const { bytes, headers } = await served(name);
    if (sha256(bytes) !== sum) differs(`${what} is not the published one`);
    return headers;
  } catch (failure) {
    differs(`${what} cannot be read: ${failure.message}`);
    return undefined;
  }
}

function judgePolicy(headers) {
  const policy = (headers?.get('content-security-policy') ?? '').split(';').map((one) => one.trim());
  if (WANTED.some((one) => !policy.includes(one))) differs('the policy of what the page may run is not the published one');
}

const list = await served('SHA256SUMS').then(({ bytes }) => bytes, () => Buffer.alloc(0));
if (sha256(list) !== published) differs('the list of files, SHA256SUMS, is not the published one');
const sums = new Map(list.toString('utf8').trim().split('\n').map((line) => line.split('  ').reverse()));
for (const [name, sum] of sums) if (name !== undefined && sum !== undefined) await look(name, sum);
judgePolicy(await look('', sums.get('index.html'), 'the page'));
if (differences.length === 0) console.log(`${sums.size} files, all as published: ${published}`);
process.exitCode = differences.length === 0 ? 0 : 1;

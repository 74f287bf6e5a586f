// Opens every vector of a folder (by default what Java made) with the console's code, and says what does not hold.
// Usage: node check-vectors.mjs [folder]. Exits with 1 on the first kind of trouble, naming each file concerned.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { compactDecrypt } from 'jose';
import { console_, folder } from './console.mjs';

const { Assembly, contentOf, kidOf, openBytes, openGrant, openingKey, refuseUnless, verified, verifyingKey } = console_;

const utf8 = (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

async function openItem({ rid, mid, kind, item, keys }, { kid, jwe }) {
  const own = await openingKey(keys[kid]);
  if (own.kid !== kid) throw new Error('the kid is not the thumbprint');
  return utf8(await openBytes(rid, { id: mid, kind, jwe: item, grant: jwe }, own)).trimEnd();
}

/** Its hash, put together as the console does it. */
async function openAttachment({ rid, mid, item, chunks, keys }, { kid, jwe }) {
  const own = await openingKey(keys[kid]);
  const head = contentOf(await openBytes(rid, { id: mid, kind: 'attachment', jwe: item, grant: jwe }, own), 'attachment');
  const assembly = new Assembly(rid, mid, head.size, await openGrant(rid, mid, jwe, own));
  if (head.chunks !== assembly.count) throw new Error('the head counts otherwise');
  for (const chunk of chunks) await assembly.add(chunk);
  return Buffer.from(await crypto.subtle.digest('SHA-256', assembly.whole())).toString('base64url');
}

/** What must not open any more. */
function tamperedWith(vector) {
  const { chunks } = vector;
  const other = vector.mid.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
  return [
    { ...vector, chunks: chunks.slice(1) },
    { ...vector, chunks: chunks.slice(0, -1) },
    { ...vector, chunks: [...chunks, chunks.at(-1)] },
    { ...vector, chunks: [chunks[0], ...chunks] },
    ...(chunks.length > 1 ? [{ ...vector, chunks: chunks.toReversed() }] : []),
    { ...vector, rid: other },
    { ...vector, mid: other },
  ];
}

function attachmentAttempts(vector) {
  const [grant] = vector.grants;
  const spoilt = vector.refused ? [] : tamperedWith(vector).map((bad) => ({ attempt: () => openAttachment(bad, grant), refused: true }));
  return [...vector.grants.map((one) => ({ attempt: () => openAttachment(vector, one), expected: vector.sha256 })), ...spoilt];
}

async function openContact({ rid, contact, key }) {
  refuseUnless(contact, { typ: 'ovoz-contact', alg: 'ECDH-ES+A256KW', rid, kid: await kidOf(key) });
  const own = await openingKey(key);
  const inner = JSON.parse(utf8((await compactDecrypt(contact, own.key)).plaintext));
  if (inner.rid !== rid) throw new Error('the contact names another report');
  return inner.number;
}

/** What a vector holds: each attempt gives the value that it must give. */
const FORMS = {
  attachment: attachmentAttempts,
  item: (vector) => vector.grants.map((grant) => ({ attempt: () => openItem(vector, grant), expected: vector.plaintext })),
  contact: (vector) => [{ attempt: () => openContact(vector), expected: vector.number }],
  signed: (vector) => [{ attempt: async () => verified(vector.jws, vector.typ, await verifyingKey(vector.key)), expected: vector.payload }],
};

async function faultsOf(name, vector) {
  const attempts = FORMS[name.split('-')[0]]?.(vector) ?? [];
  if (attempts.length === 0) return ['holds nothing that could be checked'];
  const faults = await Promise.all(attempts.map(({ attempt, expected, refused = vector.refused === true }) => faultOf(attempt, expected, refused)));
  return faults.filter((fault) => fault !== undefined);
}

async function faultOf(attempt, expected, mustFail) {
  const outcome = await attempt().then((value) => ({ value }), (failure) => ({ failure }));
  if (mustFail) return outcome.failure ? undefined : 'was opened, but must be refused';
  if (outcome.failure) return `was refused: ${outcome.failure.message}`;
  return isDeepStrictEqual(outcome.value, expected) ? undefined : 'opened to something else than it must';
}

const from = folder('nimbus');
const files = (await readdir(from)).filter((name) => name.endsWith('.json')).sort();
const kinds = new Set(files.map((name) => name.split('-')[0]));
const faults = ['attachment', 'item', 'contact', 'signed'].filter((kind) => !kinds.has(kind)).map((kind) => `no ${kind}-*.json in the folder`);
for (const name of files) {
  const vector = JSON.parse(await readFile(join(from, name), 'utf8'));
  for (const fault of await faultsOf(name, vector)) faults.push(`${name} (${vector.name}): ${fault}`);
}
for (const fault of faults) console.error(`vector does not hold: ${fault}`);
if (faults.length > 0) process.exit(1);
console.log(`${files.length} vectors hold`);

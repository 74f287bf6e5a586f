// Makes the vectors that Java must open or refuse, with the console's code and keys made for the occasion.
// Usage: node make-vectors.mjs [folder].
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CompactEncrypt, CompactSign, exportJWK, generateKeyPair } from 'jose';
import { console_, folder } from './console.mjs';

const { CHUNK, TermsForm, chunksOf, grantBody, grantTo, kidOf, kidOfSecret, newId, newSecret, openingKey, paddedLength, regrant, sealItem, sealSecret, sealingKey, signOrder, signVouch, signingKey } = console_;

const AT = '2026-11-24T04:00:00Z';
const bytes = (value) => new TextEncoder().encode(JSON.stringify(value));

async function newKey() {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const { kty, crv, x, y, d } = await exportJWK(privateKey);
  const kid = await kidOf({ kty, crv, x, y });
  return { secret: { kty, crv, x, y, d, kid }, open: { kty, crv, x, y, kid }, kid };
}

const [administration, intake, team, escalation, relay, vault] = await Promise.all(Array.from({ length: 6 }, newKey));
const readers = [team, escalation];
const rid = newId();

async function item(name, content, recipients = readers) {
  const mid = newId();
  const dek = crypto.getRandomValues(new Uint8Array(32));
  const grants = await Promise.all(recipients.map(async (to) => grantTo(await sealingKey(to.open), rid, mid, dek)));
  return vector(name, content, mid, await sealItem(rid, mid, content, dek), grants, recipients);
}

/** As intake makes them, which alone seals attachments; `inChunk` changes the header of each chunk. */
async function attachment(name, size, inChunk = {}, options = {}) {
  const mid = newId();
  const dek = crypto.getRandomValues(new Uint8Array(32));
  const content = Uint8Array.from({ length: size }, (_, at) => (at * 31 + (at >> 8)) & 0xff);
  const padded = new Uint8Array(paddedLength(size));
  padded.set(content);
  const count = chunksOf(size);
  const chunks = await Promise.all(Array.from({ length: count }, (_, idx) => new CompactEncrypt(padded.subarray(idx * CHUNK, (idx + 1) * CHUNK))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: 'ovoz-chunk', rid, mid, idx, end: idx === count - 1, ...inChunk }).encrypt(dek, options)));
  const head = { kind: 'attachment', of: newId(), label: 'image/png', size, chunks: count, at: AT };
  const grants = await Promise.all(readers.map(async (to) => grantTo(await sealingKey(to.open), rid, mid, dek)));
  const keys = Object.fromEntries(readers.map((to) => [to.kid, to.secret]));
  const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', content)).toString('base64url');
  return { name, keys, rid, mid, item: await sealItem(rid, mid, head, dek), grants, chunks, sha256 };
}

/** The key of an item, handed on in the browser by a team that could open it. */
async function handedOn(name, content, [first, next]) {
  const given = await item(name, content, [first]);
  const own = await openingKey(first.secret);
  const { jwe } = await regrant(rid, { id: given.mid, grant: given.grants[0].jwe }, own, await sealingKey(next.open));
  return { ...given, keys: { [first.kid]: first.secret, [next.kid]: next.secret }, grants: [...given.grants, { kid: next.kid, jwe }] };
}

/** The body of an order that lets a team in, as the console makes it of what it fetched. */
async function grantOrder() {
  const given = await Promise.all([item('', message, [team]), item('', { kind: 'note', text: 'x', at: AT }, [team])]);
  const items = given.map(({ mid, kind, item: jwe, grants }) => ({ id: mid, kind, jwe, grant: grants[0].jwe }));
  const to = { id: 'steppe', encryption: await sealingKey(escalation.open) };
  const body = await grantBody({ reportId: rid, items }, { opening: await openingKey(team.secret), older: [] }, to, 'north-central-asia');
  return { name: 'the body of a grant order', act: 'grant', rid, key: escalation.secret, body: JSON.stringify(body) };
}

async function triageOrder() {
  const made = await item('', { kind: 'triage', facts: { danger: 'yes' }, at: AT }, [team]);
  const body = { item: { id: made.mid, jwe: made.item }, grants: made.grants };
  return { name: 'the body of a triage order', act: 'triage', rid, key: team.secret, body: JSON.stringify(body) };
}

/** The person's word as the form of the console makes it, with what they said in words sealed beside it. */
async function contractOrder() {
  const words = { codeWord: 'heron', whoAnswers: '', opener: '' };
  const form = new TermsForm(undefined, words, 'KZ', () => {});
  form.set({ texts: 'allowed', calls: true, limited: true });
  form.line(0, { days: '7', from: '22:30', to: '00:15' });
  const made = await item('', { kind: 'note', text: 'heron', said: words, at: AT }, [team]);
  const body = { terms: form.terms(), note: { item: { id: made.mid, jwe: made.item }, grants: made.grants } };
  return { name: 'the body of a contract order', act: 'contract', rid, key: team.secret, body: JSON.stringify(body) };
}

function vector(name, content, mid, jwe, grants, recipients = readers) {
  const keys = Object.fromEntries(recipients.map((to) => [to.kid, to.secret]));
  return { name, keys, rid, mid, kind: content.kind, item: jwe, grants, plaintext: JSON.stringify(content) };
}

/** The same containers with another header than the one there may be; `change` may replace any entry. */
async function strange(name, { inItem = {}, inGrant = {}, dekLength = 32, options = {} }) {
  const content = { kind: 'note', text: 'x', at: AT };
  const mid = newId();
  const dek = crypto.getRandomValues(new Uint8Array(dekLength));
  const itemHeader = { alg: 'dir', enc: 'A256GCM', typ: 'ovoz-item', rid, mid, kind: 'note', ...inItem };
  const jwe = await new CompactEncrypt(bytes(content)).setProtectedHeader(itemHeader).encrypt(dek, options);
  const grants = await Promise.all(readers.map(async ({ kid, open }) => {
    const header = { alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'ovoz-grant', kid, rid, mid, ...inGrant };
    return { kid, jwe: await new CompactEncrypt(dek).setProtectedHeader(header).encrypt((await sealingKey(open)).key, options) };
  }));
  return refused(vector(name, content, mid, jwe, grants));
}

function refused(what) {
  return { ...what, ...('plaintext' in what ? { plaintext: '' } : {}), refused: true };
}

async function contact() {
  const number = '+12025550111';
  const header = { alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'ovoz-contact', kid: vault.kid, rid };
  const jwe = await new CompactEncrypt(bytes({ number, rid })).setProtectedHeader(header).encrypt((await sealingKey(vault.open)).key);
  return { name: 'a contact', key: vault.secret, rid, contact: jwe, number };
}

async function signed(name, typ, by, payload, header = {}) {
  const jws = await new CompactSign(bytes(payload)).setProtectedHeader({ alg: 'ES256', typ, kid: by.kid, ...header }).sign((await signingKey(by.secret)).key);
  return { name, typ, key: by.open, jws, payload };
}

async function order(name, act, body) {
  const by = { team: 'north-central-asia', order: await signingKey(team.secret) };
  const made = await signOrder(by, rid, act, body, Date.parse(AT) / 1000);
  const payload = JSON.parse(Buffer.from(made.jws.split('.')[1], 'base64url').toString());
  return { name, typ: 'ovoz-order', key: team.open, jws: made.jws, payload };
}

async function linkVouch() {
  const secret = newSecret();
  const to = await sealingKey(escalation.open);
  const payload = {
    organisation: 'north', kid: await kidOfSecret(secret), generation: 2, team: 'catch-all', teamVersion: 5, teamKid: to.kid, by: 'north-central-asia',
    jwe: await sealSecret(secret, 'catch-all', to),
  };
  return { name: "an organisation's key for marks, vouched for", typ: 'ovoz-link-vouch', key: team.open, jws: await signVouch(payload, await signingKey(team.secret)), payload };
}

const record = {
  id: 'north-central-asia', organisation: 'north', version: 1, languages: ['uz-Latn', 'tg'], regions: ['RU', 'ZZ'], needs: [],
  childQualified: false, escalation: false, suspended: false, encryptionKey: team.open, orderKey: team.open,
};
const message = { kind: 'message', text: 'Menga yordam kerak \u{1F64F}', channel: 'sms', at: AT };
const good = await item('a message', message);
const vouched = await contact();
const linkKey = await linkVouch();
const teamRecord = await signed('a team record', 'ovoz-team', administration, record);

const files = {
  'item-message': good,
  'item-long': await item('a note beyond 2 KiB', { kind: 'note', text: 'Пасспортим йўқ. '.repeat(400), at: AT }),
  'item-reply': await item('a reply, granted to the relay key too', { kind: 'reply', text: 'Salom', at: AT }, [...readers, relay]),
  'item-contact': await item('the outer layer of a contact', { kind: 'contact', inner: vouched.contact }),
  'item-handed-on': await handedOn('an item whose key was handed on to another team', message, readers),
  'item-triage': await item('triage', { kind: 'triage', facts: { danger: 'yes' }, at: AT }),
  'item-other-report-refused': refused({ ...good, name: 'an item that is asked for under another report', rid: newId() }),
  'item-other-item-refused': refused({ ...good, name: 'an item that is asked for under another id', mid: newId() }),
  'item-other-kind-refused': refused({ ...good, name: 'a message that is asked for as a note', kind: 'note' }),
  'item-zip-refused': await strange('an item that was compressed first', { inItem: { zip: 'DEF' } }),
  'item-zip-grant-refused': await strange('a grant that was compressed first', { inGrant: { zip: 'DEF' } }),
  'item-crit-refused': await strange('an item with a critical header', { inItem: { crit: ['x'], x: 1 }, options: { crit: { x: true } } }),
  'item-enc-refused': await strange('an item sealed with A256CBC-HS512', { inItem: { enc: 'A256CBC-HS512' }, dekLength: 64 }),
  'item-alg-refused': await strange('a grant with ECDH-ES+A128KW', { inGrant: { alg: 'ECDH-ES+A128KW' } }),
  'item-typ-refused': await strange('a grant that says it is something else', { inGrant: { typ: 'ovoz-contact' } }),
  'attachment-small': await attachment('a small sound', 3000),
  'attachment-two-chunks': await attachment('a picture of two chunks', CHUNK + 10),
  'attachment-zip-refused': refused(await attachment('a chunk that was compressed first', 3000, { zip: 'DEF' })),
  'attachment-crit-refused': refused(await attachment('a chunk with a critical header', 3000, { crit: ['x'], x: 1 }, { crit: { x: true } })),
  'attachment-typ-refused': refused(await attachment('an item in the place of a chunk', 3000, { typ: 'ovoz-item', kind: 'attachment' })),
  'attachment-index-refused': refused(await attachment('a chunk whose index is a text', 3000, { idx: '0' })),
  'attachment-no-end-refused': refused(await attachment('a last chunk that is not the end', 3000, { end: false })),
  'body-grant': await grantOrder(),
  'body-triage': await triageOrder(),
  'body-contract': await contractOrder(),
  'contact-vault': vouched,
  'contact-other-report-refused': refused({ ...vouched, name: 'a contact of another report', rid: newId(), number: '' }),
  'signed-team': teamRecord,
  'signed-line': await signed('a line record', 'ovoz-line', administration, { version: 1, signingKey: intake.open }),
  'signed-relay': await signed('a relay key', 'ovoz-relay', intake, { key: relay.open, notAfter: '2026-12-01T04:00:00Z' }),
  'signed-order': await order('an order', 'fetch', {}),
  'signed-order-grant': await order('an order that lets a team in', 'grant', { team: 'steppe', kid: escalation.kid, items: [] }),
  'signed-link-vouch': linkKey,
  'signed-link-vouch-refused': refused({ ...linkKey, name: 'a key for marks that another key vouched for', key: intake.open }),
  'signed-other-key-refused': refused({ ...teamRecord, name: 'a team record that another key signed', key: intake.open }),
  'signed-other-typ-refused': refused({ ...await signed('a team record signed as an order', 'ovoz-order', administration, record), typ: 'ovoz-team' }),
};

const to = folder('jose');
await mkdir(to, { recursive: true });
for (const [name, content] of Object.entries(files)) await writeFile(join(to, `${name}.json`), `${JSON.stringify(content, null, 2)}\n`);
console.log(`${Object.keys(files).length} vectors made`);

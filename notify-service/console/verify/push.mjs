// Decrypts pushes (RFC 8291, by http_ece) and checks who sent them (RFC 8292, by jose). Reads JSON, prints the texts; fails on anything that is wrong.
import assert from 'node:assert/strict';
import { createECDH } from 'node:crypto';
import { text } from 'node:stream/consumers';
import ece from 'http_ece';
import { importJWK, jwtVerify } from 'jose';

const { origin, applicationServerKey, privateKey, auth, pushes } = JSON.parse(await text(process.stdin));
const browser = createECDH('prime256v1');
browser.setPrivateKey(Buffer.from(privateKey, 'base64url'));
const point = Buffer.from(applicationServerKey, 'base64url');
const sender = await importJWK({ kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') }, 'ES256');

const DAY = 24 * 60 * 60;

async function read({ authorization, encoding, body }) {
  const [, token, key] = /^vapid t=([^,]+), ?k=([^,]+)$/.exec(authorization) ?? [];
  assert.equal(key, applicationServerKey);
  const { payload } = await jwtVerify(token, sender, { audience: origin, algorithms: ['ES256'], requiredClaims: ['exp', 'sub'] });
  assert.ok(payload.exp <= Date.now() / 1000 + DAY, 'a token is good for a day at most');
  assert.match(payload.sub, /^(mailto:|https:)/);
  assert.equal(encoding, 'aes128gcm');
  return ece.decrypt(Buffer.from(body, 'base64'), { version: 'aes128gcm', privateKey: browser, authSecret: auth }).toString('utf8');
}

console.log(JSON.stringify(await Promise.all(pushes.map(read))));

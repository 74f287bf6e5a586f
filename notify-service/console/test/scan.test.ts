import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeQR } from 'qr/decode.js';
import { fingerprint } from '../src/keys/fingerprint.ts';
import { codeOf, groupsIn } from '../src/scan/code.ts';
import { fieldsOf } from '../src/scan/picture.ts';
import { kidOf } from '../src/sealing/keys.ts';
import { pair } from './mock/world.ts';

test('a fingerprint is the same groups again, by way of a picture', async () => {
  const kid = await kidOf((await pair()).public);
  const fields = fieldsOf(codeOf(kid));
  const scale = 3;
  const size = fields.length * scale;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (fields[Math.floor(y / scale)]?.[Math.floor(x / scale)]) data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
    }
  }
  assert.equal(groupsIn(decodeQR({ width: size, height: size, data })), fingerprint(kid).join(' '));
});

test('another picture is none', () => {
  for (const code of ['', 'https://example.org', 'OVOZ:', 'OVOZ:0123', `ovoz:${'0'.repeat(52)}`, `OVOZ:${'0'.repeat(53)}`]) assert.equal(groupsIn(code), undefined);
});

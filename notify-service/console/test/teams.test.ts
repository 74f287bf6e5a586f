import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyingKey } from '../src/sealing/keys.ts';
import { verifiedRecipients } from '../src/teams/recipients.ts';
import { World, pair, signed } from './mock/world.ts';

const world = await World.create();
const line = await verifyingKey(world.line.public);
const honest = { recipients: world.teams.map((team) => team.record), line: world.lineRecord, relay: world.relayRecord };
const record = (version: number, suspended = false) => ({
  id: 'steppe-turkic', organisation: 'steppe', version, suspended,
  encryptionKey: world.teams[0]!.encryption.public, orderKey: world.teams[0]!.order.public,
});

test('what the administration key vouches for is believed: teams, and the relay key by way of intake', async () => {
  const { teams, relay } = await verifiedRecipients(honest, line, new Map());
  assert.deepEqual(teams.map((team) => team.id), ['north-central-asia', 'catch-all']);
  assert.equal(relay.kid, (await verifyingKey(world.relay.public)).kid);
});

test('one forged team record and nothing is sealed to anybody', async () => {
  const forged = await signed('ovoz-team', await pair('ES256'), record(1));
  await assert.rejects(verifiedRecipients({ ...honest, recipients: [...honest.recipients, forged] }, line, new Map()), { name: 'ForgedRecord' });
});

test('a record signed for another purpose is no team record', async () => {
  const misused = await signed('ovoz-order', world.line, record(1));
  await assert.rejects(verifiedRecipients({ ...honest, recipients: [misused] }, line, new Map()), { name: 'ForgedRecord' });
});

test('a relay key that intake did not sign is refused', async () => {
  const relay = await signed('ovoz-relay', await pair('ES256'), { key: world.relay.public, notAfter: '2099-01-01T00:00:00Z' });
  await assert.rejects(verifiedRecipients({ ...honest, relay }, line, new Map()), { name: 'ForgedRecord' });
});

test('a team record older than one seen before is refused', async () => {
  const seen = new Map<string, number>();
  const at = async (version: number) => ({ ...honest, recipients: [await signed('ovoz-team', world.line, record(version))] });
  await verifiedRecipients(await at(3), line, seen);
  await assert.rejects(verifiedRecipients(await at(2), line, seen), { name: 'ForgedRecord' });
  await verifiedRecipients(await at(3), line, seen);
});

test('nothing is sealed to a suspended team', async () => {
  const recipients = [await signed('ovoz-team', world.line, record(1, true))];
  assert.deepEqual((await verifiedRecipients({ ...honest, recipients }, line, new Map())).teams, []);
});

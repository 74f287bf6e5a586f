import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OpenConversation } from '../src/case/open-conversation.ts';
import { Write } from '../src/case/write.ts';
import { Keyring } from '../src/keys/keyring.ts';
import { IntakeClock } from '../src/orders/intake-clock.ts';
import type { SignedOrder } from '../src/orders/order.ts';
import { Ordering } from '../src/orders/ordering.ts';
import { contentOf } from '../src/sealing/content.ts';
import { openingKey } from '../src/sealing/keys.ts';
import { openItem } from '../src/sealing/open.ts';
import type { SealedForMany } from '../src/sealing/seal.ts';
import { World } from './mock/world.ts';

const world = await World.create();
const ring = await Keyring.open(world.keyFile('aziza'));
const keys = ring.forCase(['north-central-asia'])!;
const clock = new IntakeClock(() => Date.parse('2026-11-24T04:00:00Z'));

async function opened() {
  const made = await world.addCase({ shortId: 'K7Q2' }, ['Yordam kerak']);
  const at = (minute: number) => `2026-11-24T04:0${minute}:00Z`;
  await world.store(made, { kind: 'triage', facts: { danger: 'yes' }, at: at(2) });
  await world.store(made, { kind: 'triage', facts: { danger: 'no' }, at: at(1) });
  const ordering = new Ordering({ order: () => Promise.resolve(Response.json(world.fetch(made, keys.team))) }, clock);
  return { made, ordering, conversation: await new OpenConversation(ordering).open(made.view.id, ring, keys) };
}

test('of all triage the latest holds, and none of it is a line of the conversation', async () => {
  const { conversation } = await opened();
  assert.deepEqual(conversation.triages.at(-1)?.facts, { danger: 'yes' });
  assert.deepEqual(conversation.lines.map((line) => ('content' in line ? line.content.kind : line.unopened)), ['message']);
});

test('triage is sealed to every reader and to nobody else', async () => {
  const { made, ordering, conversation } = await opened();
  const order: SignedOrder = await new Write(ordering, clock).triage(made.view.id, keys, conversation, { child: 'unknown' });
  assert.equal(order.act, 'triage');
  const body = JSON.parse(new TextDecoder().decode(order.body)) as SealedForMany;
  assert.equal(body.grants.length, world.teams.length);
  for (const team of world.teams) {
    const own = await openingKey(team.encryption.private);
    const grant = body.grants.find((one) => one.kid === own.kid)!.jwe;
    const content = await openItem(made.view.id, { ...body.item, kind: 'triage', grant }, own);
    assert.deepEqual(content, { kind: 'triage', facts: { child: 'unknown' }, at: '2026-11-24T04:00:00Z' });
  }
});

test('what has no facts is no triage', () => {
  const bytes = (value: object) => new TextEncoder().encode(JSON.stringify(value));
  for (const facts of [undefined, null, 'danger', ['danger']]) {
    assert.equal(contentOf(bytes({ kind: 'triage', facts, at: '2026-11-24T04:00:00Z' }), 'triage'), undefined);
  }
});

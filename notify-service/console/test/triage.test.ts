import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts } from '../src/case/drafts.ts';
import { OpenConversation } from '../src/case/open-conversation.ts';
import { Write } from '../src/case/write.ts';
import { Problem } from '../src/desk/problem.ts';
import { Keyring } from '../src/keys/keyring.ts';
import { IntakeClock } from '../src/orders/intake-clock.ts';
import type { SignedOrder } from '../src/orders/order.ts';
import { Ordering } from '../src/orders/ordering.ts';
import { contentOf } from '../src/sealing/content.ts';
import { openingKey } from '../src/sealing/keys.ts';
import { openItem } from '../src/sealing/open.ts';
import type { SealedForMany } from '../src/sealing/seal.ts';
import { valueOf } from '../src/triage/facts.ts';
import { fieldOf } from '../src/triage/fields.ts';
import { heldIn } from '../src/triage/merge.ts';
import { Sheet } from '../src/triage/sheet.ts';
import { TriageShelf } from '../src/triage/shelf.ts';
import { Told } from '../src/triage/told.ts';
import { World } from './mock/world.ts';
import type { MockCase } from './mock/world.ts';

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

/** The desk as intake answers it; `lost` takes the order and loses the answer. */
async function shelfOn(made: MockCase, storage: Storage | null = null, held = true) {
  const carried: SignedOrder[] = [];
  const line = { lost: false };
  const carrier = {
    order: async (order: SignedOrder) => {
      if (order.act === 'fetch') return Response.json(world.fetch(made, keys.team));
      carried.push(order);
      const body = JSON.parse(new TextDecoder().decode(order.body)) as SealedForMany;
      if (!made.items.some(({ id }) => id === body.item.id)) await keep(made, body);
      if (line.lost) throw new Problem('unreachable', 0);
      return Response.json({ outcome: 'stored' });
    },
  };
  const ordering = new Ordering(carrier, clock);
  const drafts = new Drafts(undefined, storage);
  await drafts.unlock(ring);
  const opening = new OpenConversation(ordering);
  const show = () => opening.open(made.view.id, ring, keys);
  const means = { drafts, ordering, write: new Write(ordering, clock), me: { handle: 'aziza' } };
  let open = true;
  const asked: string[] = [];
  const ask = <T>(method: string, path: string, body?: object): Promise<T> => {
    asked.push(`${method} ${path} ${JSON.stringify(body ?? null)}`);
    return Promise.resolve((method === 'GET' ? { dues: [] } : undefined) as T);
  };
  const told = new Told(made.view.id, { ask }, () => made.view);
  const page = { isOpen: () => open, isWatched: () => true, isHeld: () => held, show };
  const shelf = new TriageShelf(made.view.id, means, keys, page, await show(), told);
  return { shelf, asked, drafts, carried, line, lock: () => { open = false; drafts.lock(ring); } };
}

async function keep(made: MockCase, { item, grants }: SealedForMany): Promise<void> {
  const byTeam = new Map<string, string>();
  for (const team of world.teams) byTeam.set(team.id, grants.find((grant) => grant.kid === team.encryption.public.kid)!.jwe);
  made.items.push({ id: item.id, kind: 'triage', at: '2026-11-24T04:05:00Z', jwe: item.jwe, grants: byTeam });
}

const place = fieldOf('urgent.place');

test('a sheet is saved by an order and read again by whoever opens the report', async () => {
  const made = await world.addCase({ shortId: 'K7Q2' }, ['Yordam kerak']);
  const { shelf, drafts } = await shelfOn(made);
  const sheet = new Sheet([], shelf, () => {});
  sheet.type(place, 'bozor');
  assert.match(drafts.get(made.view.id, 'triage'), /bozor/);
  await sheet.saveNow();
  sheet.stop();
  assert.deepEqual((await shelf.fetch()).map(({ facts }) => facts), [{ v: 1, by: 'aziza', on: [], urgent: { place: 'bozor' } }]);
  assert.equal(drafts.get(made.view.id, 'triage'), '');
});

test('when the answer is lost, the same order is known again and nothing is stored twice', async () => {
  const made = await world.addCase({ shortId: 'K7Q2' }, ['Yordam kerak']);
  const { shelf, line, carried, drafts } = await shelfOn(made);
  const sheet = new Sheet([], shelf, () => {});
  sheet.type(place, 'bozor');
  line.lost = true;
  await sheet.saveNow();
  assert.deepEqual([sheet.isUnsaved, sheet.problem?.slug, drafts.isUndecided(made.view.id, 'triage')], [true, 'unreachable', true]);
  line.lost = false;
  await sheet.saveNow();
  sheet.stop();
  assert.deepEqual([carried.length, sheet.isUnsaved, sheet.held.apart, drafts.isUndecided(made.view.id, 'triage')], [1, false, undefined, false]);
});

test('once the keys are locked nothing is saved and nothing is readable; with them it is there again', async () => {
  const made = await world.addCase({ shortId: 'K7Q2' }, ['Yordam kerak']);
  const { shelf, lock, carried, drafts } = await shelfOn(made);
  const sheet = new Sheet([], shelf, () => {});
  sheet.type(place, 'bozor');
  lock();
  await sheet.saveNow();
  sheet.type(place, 'bozor orqasi');
  sheet.stop();
  assert.deepEqual([carried.length, drafts.get(made.view.id, 'triage')], [0, '']);
  await drafts.unlock(ring);
  assert.equal(valueOf(heldIn(drafts.get(made.view.id, 'triage'))!.facts, place), 'bozor');
});

test('the desk is told by whoever holds the report, while the keys are open, and what is counted only after saving', async () => {
  const made = await world.addCase({ shortId: 'K7Q2' }, ['Yordam kerak']);
  const facts = { urgent: { danger: 'yes', due: '2026-11-27T15:40:00.000Z' }, consent: { statistics: 'yes 2026-11-20' }, counted: { row: 'some-id' } };
  const { shelf, asked, lock } = await shelfOn(made);
  assert.equal(await shelf.tell(facts, false), true);
  assert.deepEqual(asked.map((one) => one.split(' ').slice(0, 2).join(' ')), [`GET cases/${made.view.id}/dues`, `PUT cases/${made.view.id}/dues`, `PUT cases/${made.view.id}/labels`]);
  await shelf.tell(facts, true);
  assert.match(asked.at(-1)!, /^PUT statistics\/rows\/some-id /);
  const before = asked.length;
  lock();
  assert.equal(await shelf.tell(facts, true), false);
  const other = await shelfOn(made, null, false);
  assert.equal(await other.shelf.tell(facts, true), false);
  assert.deepEqual([asked.length, other.asked.length], [before, 0]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseView } from '../src/desk/api.ts';
import { Problem } from '../src/desk/problem.ts';
import { HandoverDesk } from '../src/handover/handover-desk.ts';
import type { HandoverLine } from '../src/handover/handover-desk.ts';
import { Handover } from '../src/handover/handover.ts';
import { LetIn, grantBody } from '../src/handover/let-in.ts';
import type { GrantBody } from '../src/handover/let-in.ts';
import { isAsked, leftover } from '../src/handover/offers.ts';
import { Keyring } from '../src/keys/keyring.ts';
import { IntakeClock } from '../src/orders/intake-clock.ts';
import type { SignedOrder } from '../src/orders/order.ts';
import { Ordering } from '../src/orders/ordering.ts';
import { openingKey, verifyingKey } from '../src/sealing/keys.ts';
import { openItem } from '../src/sealing/open.ts';
import { byFitness, verifiedDirectory } from '../src/teams/directory.ts';
import { World, pair, signed } from './mock/world.ts';
import type { MockCase } from './mock/world.ts';

const AT = '2026-11-24T04:00:00Z';
const NORTH = 'north-central-asia';
const world = await World.create();
const line = await verifyingKey(world.line.public);
const ring = await Keyring.open(world.keyFile('aziza'));
const keys = ring.forCase([NORTH])!;
const steppe = world.others[0]!;

async function aCase(): Promise<MockCase> {
  const made = await world.addCase({ shortId: 'K7Q2' }, ['Yordam kerak']);
  await world.store(made, { kind: 'note', text: 'Opasi biladi', at: AT });
  return made;
}

async function reader() {
  const { teams } = await verifiedDirectory([steppe.record], line, new Map());
  return teams[0]!;
}

test('the other team opens every item with what was made for it, the number too', async () => {
  const made = await aCase();
  const fetched = world.fetch(made, NORTH);
  const body = await grantBody(fetched, keys, await reader());
  const theirs = await openingKey(steppe.encryption.private);
  assert.equal(body.team, 'steppe-turkic');
  assert.equal(body.kid, theirs.kid);
  assert.deepEqual(body.items.map((item) => item.id).sort(), made.items.map((item) => item.id).sort());
  const kinds = await Promise.all(fetched.items.map(async (item) => {
    const grant = body.items.find((one) => one.id === item.id)!.jwe;
    return (await openItem(made.view.id, { ...item, grant }, theirs)).kind;
  }));
  assert.deepEqual(kinds.sort(), ['contact', 'message', 'note']);
});

test('what was sealed before the team’s keys were replaced is handed on with the key of then', async () => {
  const made = await aCase();
  const replaced = { ...ring.forCase(['catch-all'])!, older: [keys.opening] };
  const body = await grantBody(world.fetch(made, NORTH), replaced, await reader());
  assert.equal(body.items.length, made.items.length);
  await assert.rejects(grantBody(world.fetch(made, NORTH), { ...replaced, older: [] }, await reader()), { reason: 'another-key' });
});

test('a grant of one item does not open another', async () => {
  const made = await aCase();
  const fetched = world.fetch(made, NORTH);
  const body = await grantBody(fetched, keys, await reader());
  const theirs = await openingKey(steppe.encryption.private);
  const [first, second] = fetched.items;
  const other = body.items.find((item) => item.id === second!.id)!.jwe;
  await assert.rejects(openItem(made.view.id, { ...first!, grant: other }, theirs), { reason: 'another-item' });
});

test('an item whose key does not open stops it all: nobody is let in by halves', async () => {
  const made = await aCase();
  const fetched = world.fetch(made, NORTH);
  const damaged = fetched.items.map((item, i) => (i === 1 ? { ...item, grant: fetched.items[0]!.grant } : item));
  await assert.rejects(grantBody({ ...fetched, items: damaged }, keys, await reader()), { name: 'CannotOpen' });
});

test('a team that the line’s key did not sign is left out and counted', async () => {
  const forger = await pair('ES256');
  const forged = await signed('ovoz-team', forger, { ...record(1), id: 'ghost' });
  const { teams, forged: count } = await verifiedDirectory([steppe.record, forged, 'nonsense'], line, new Map());
  assert.deepEqual(teams.map((team) => team.id), ['steppe-turkic']);
  assert.equal(count, 2);
});

test('a record that is older than one seen before is forged, a suspended one is not offered', async () => {
  const seen = new Map<string, number>();
  await verifiedDirectory([await signed('ovoz-team', world.line, record(3))], line, seen);
  const older = await verifiedDirectory([await signed('ovoz-team', world.line, record(2))], line, seen);
  assert.deepEqual(older, { teams: [], forged: 1 });
  const suspended = await verifiedDirectory([await signed('ovoz-team', world.line, { ...record(4), suspended: true })], line, seen);
  assert.deepEqual(suspended, { teams: [], forged: 0 });
});

test('who reads the language comes first, then who works in the place', async () => {
  const named = (id: string, languages: string[], regions: string[]) => signed('ovoz-team', world.line, { ...record(1), id, languages, regions });
  const records = await Promise.all([named('a-none', ['ko'], ['KP']), named('b-place', ['ru'], ['KZ']), named('c-both', ['kk'], ['KZ']), named('d-language', ['kk'], ['RU'])]);
  const { teams } = await verifiedDirectory(records, line, new Map());
  assert.deepEqual(byFitness(teams, 'kk', 'KZ-10').map((team) => team.id), ['c-both', 'd-language', 'b-place', 'a-none']);
});

/** Intake and desk as far as a hand-over needs them. */
class Both {
  readonly bodies: GrantBody[] = [];
  readonly asked: string[] = [];
  onGrant: (body: GrantBody) => Promise<Response> | Response = () => Response.json({ outcome: 'granted' });
  /** So many looks until the desk has heard of the new reader. */
  heardAfter = 0;

  constructor(readonly made: MockCase) {}

  readonly carrier = {
    order: async (order: SignedOrder): Promise<Response> => {
      if (order.act === 'fetch') return Response.json(world.fetch(this.made, NORTH));
      assert.equal(order.act, 'grant');
      const body = JSON.parse(new TextDecoder().decode(order.body)) as GrantBody;
      this.bodies.push(body);
      return this.onGrant(body);
    },
  };

  readonly desk = {
    ask: async (method: string, path: string, body?: object) => {
      this.asked.push(`${method} ${path.replace(this.made.view.id, 'ID')} ${JSON.stringify(body ?? {})}`);
      return path === 'teams' ? { records: [steppe.record] } : path.endsWith('handover') && method === 'GET' ? { handovers: [] } : this.made.view;
    },
    one: async () => {
      const teams = this.heardAfter-- <= 0 ? [...this.made.view.teams, 'steppe-turkic'] : this.made.view.teams;
      return { ...this.made.view, teams, timeline: [] };
    },
  };

  letIn(): LetIn {
    return new LetIn(new Ordering(this.carrier, new IntakeClock(() => Date.now())));
  }

  handover(): Handover {
    const desk = new HandoverDesk(this.desk as unknown as ConstructorParameters<typeof HandoverDesk>[0], () => Promise.resolve());
    return new Handover(this.made.view.id, { desk, letIn: this.letIn(), seen: new Map(), ring: () => ring }, () => {});
  }
}

test('what the reporter writes meanwhile is granted too', async () => {
  const both = new Both(await aCase());
  both.onGrant = async () => {
    if (both.bodies.length > 1) return Response.json({ outcome: 'granted' });
    await world.store(both.made, { kind: 'message', text: 'Bozor yonida', channel: 'sms', at: AT });
    return refusal(409, 'grants-missing');
  };
  await both.letIn().letIn(both.made.view.id, keys, await reader());
  assert.deepEqual(both.bodies.map((body) => body.items.length), [3, 4]);
});

test('another refusal ends it, and so does one that comes again and again', async () => {
  const both = new Both(await aCase());
  both.onGrant = () => refusal(409, 'recipient-suspended');
  await assert.rejects(both.letIn().letIn(both.made.view.id, keys, await reader()), { slug: 'recipient-suspended' });
  assert.equal(both.bodies.length, 1);
  both.onGrant = () => refusal(409, 'grants-missing');
  await assert.rejects(both.letIn().letIn(both.made.view.id, keys, await reader()), { slug: 'grants-missing' });
  assert.equal(both.bodies.length, 5);
});

test('taking a team out names it and grants the own team what it has', async () => {
  const both = new Both(await aCase());
  await both.letIn().takeOut(both.made.view.id, keys, 'catch-all');
  assert.equal(both.bodies[0]!.drop, 'catch-all');
  assert.equal(both.bodies[0]!.team, NORTH);
  assert.equal(both.bodies[0]!.kid, keys.sealing.kid);
});

test('a report is offered only once the keys are there and the desk has heard of it', async () => {
  const both = new Both(await aCase());
  both.heardAfter = 2;
  const handover = both.handover();
  await handover.look();
  handover.chosen = 'steppe-turkic';
  assert.ok(await handover.offer(both.made.view as CaseView, keys));
  assert.equal(both.bodies.length, 1);
  assert.deepEqual(both.asked.slice(1), ['POST cases/ID/handover {"team":"steppe-turkic","leaves":true}']);
});

test('without the keys nothing is offered, and why is kept', async () => {
  const both = new Both(await aCase());
  both.onGrant = () => refusal(503, 'intake-unreachable');
  const handover = both.handover();
  await handover.look();
  handover.chosen = 'steppe-turkic';
  assert.equal(await handover.offer(both.made.view as CaseView, keys), undefined);
  assert.equal(handover.problem?.slug, 'intake-unreachable');
  assert.equal(handover.doing, undefined);
  assert.deepEqual(both.asked.length, 1);
});

test('a desk that never hears of the reader is waited for, not for ever', async () => {
  let now = 0;
  const desk = { one: () => Promise.resolve({ teams: [NORTH] }), ask: () => Promise.reject(new Problem('other', 500)) };
  const pause = (ms: number) => Promise.resolve(void (now += ms));
  const waiting = new HandoverDesk(desk as never, pause, () => now);
  await assert.rejects(waiting.awaitReader('x', 'steppe-turkic'), { slug: 'not-let-in' });
  assert.ok(now >= 15_000);
});

test('a correction that passes the report on lets in who reads it first', async () => {
  const both = new Both(await aCase());
  const handover = both.handover();
  await handover.look();
  handover.correction = { language: 'kk', to: 'steppe-turkic' };
  await handover.correct(both.made.view as CaseView, keys);
  assert.equal(both.bodies[0]!.team, 'steppe-turkic');
  assert.equal(both.asked.at(-1), 'PUT cases/ID/language {"language":"kk","region":"RU-MOW","passOn":true}');
  handover.correction = { region: 'KZ', to: '' };
  await handover.correct(both.made.view as CaseView, keys);
  assert.equal(both.bodies.length, 1);
  assert.equal(both.asked.at(-1), 'PUT cases/ID/language {"language":"uz-Latn","region":"KZ","passOn":false}');
});

test('a team that nobody vouched for cannot be chosen', async () => {
  const both = new Both(await aCase());
  const handover = both.handover();
  await handover.look();
  handover.chosen = 'ghost';
  assert.equal(await handover.offer(both.made.view as CaseView, keys), undefined);
  assert.equal(both.bodies.length, 0);
});

const me = { teams: [{ id: NORTH, label: NORTH, organisation: 'north' }] };
const offered = (from: string, to: string) => ({ teams: [from, to], offer: { from, to, acceptBy: AT } }) as unknown as CaseView;
const ended = (how: HandoverLine['ended'], leaves = true): HandoverLine[] => [{ from: NORTH, by: 'aziza', to: 'steppe-turkic', leaves, offeredAt: AT, acceptBy: AT, ended: how! }];

test('who is asked, and who asks', () => {
  assert.equal(isAsked(me, offered('steppe-turkic', NORTH)), true);
  assert.equal(isAsked(me, offered(NORTH, 'steppe-turkic')), false);
  assert.equal(isAsked(me, { ...offered(NORTH, 'x'), offer: null }), false);
});

test('a team that declined, or that wanted to leave, can be taken out by the others', () => {
  const view = { teams: [NORTH, 'steppe-turkic'], offer: null } as unknown as CaseView;
  const theirs = { teams: [{ id: 'steppe-turkic', label: '', organisation: '' }] };
  assert.equal(leftover(me, view, ended('declined'))?.team, 'steppe-turkic');
  assert.equal(leftover(me, view, ended('withdrawn'))?.team, 'steppe-turkic');
  assert.equal(leftover(theirs, view, ended('accepted'))?.team, NORTH);
  assert.equal(leftover(theirs, view, ended('accepted', false)), undefined);
  assert.equal(leftover(me, view, ended('accepted')), undefined);
  assert.equal(leftover(me, { ...view, teams: [NORTH] }, ended('declined')), undefined);
  assert.equal(leftover(me, offered(NORTH, 'steppe-turkic'), ended('declined')), undefined);
});

function record(version: number) {
  return {
    id: 'steppe-turkic', organisation: 'steppe', version, languages: ['kk', 'ky'], regions: ['KZ'], suspended: false, childQualified: true,
    encryptionKey: steppe.encryption.public, orderKey: steppe.order.public,
  };
}

function refusal(status: number, slug: string): Response {
  return new Response(JSON.stringify({ type: `urn:ovoz:problem:${slug}` }), { status });
}

import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { LinkApi } from '../src/desk/link-api.ts';
import type { ServedKey } from '../src/desk/link-api.ts';
import { Problem } from '../src/desk/problem.ts';
import { Keyring } from '../src/keys/keyring.ts';
import type { TeamSecrets } from '../src/keys/package.ts';
import { kidOfSecret, markOf, newSecret, sealSecret } from '../src/links/link-key.ts';
import type { LinkKey } from '../src/links/link-key.ts';
import { LinkKeys } from '../src/links/link-keys.ts';
import { claimed, signVouch } from '../src/links/vouch.ts';
import { sealingKey, signingKey } from '../src/sealing/keys.ts';
import { pair, signed } from './mock/world.ts';
import type { Pair } from './mock/world.ts';

interface TestTeam {
  readonly id: string;
  readonly organisation: string;
  readonly version: number;
  readonly encryption: Pair;
  readonly order: Pair;
}

const line = await pair('ES256');

async function aTeam(id: string, organisation = 'north', version = 1): Promise<TestTeam> {
  return { id, organisation, version, encryption: await pair(), order: await pair('ES256') };
}

const secretsOf = ({ id, encryption, order }: TestTeam): TeamSecrets => ({ line: line.public, team: id, encryption: encryption.private, order: order.private });
const record = ({ id, organisation, version, encryption, order }: TestTeam) =>
  signed('ovoz-team', line, { id, organisation, version, encryptionKey: encryption.public, orderKey: order.public });

/** The desk: keeps what it is given, and lets one of two win. */
class TestDesk {
  keys: ServedKey[] = [];
  readonly calls: string[] = [];
  teams: TestTeam[] = [];
  /** What happens between a browser's look and its making of a key. */
  meanwhile: (() => Promise<unknown>) | undefined;

  async ask(method: string, path: string, body?: object): Promise<unknown> {
    this.calls.push(`${method} ${path.split('/')[0]}`);
    if (method === 'GET') return { keys: structuredClone(this.keys) };
    if (method === 'POST') {
      const meanwhile = this.meanwhile;
      this.meanwhile = undefined;
      await meanwhile?.();
      const made = body as ServedKey;
      if (made.generation !== this.keys.length + 1) throw new Problem('link-key-exists', 409);
      this.keys = [made, ...this.keys];
      return undefined;
    }
    const { vouches } = body as { vouches: string[] };
    const place = (jws: string) => `${claimed(jws)!.team} ${claimed(jws)!.teamKid}`;
    this.keys = this.keys.map((key) => (path.includes(key.kid) ? { ...key, vouches: [...key.vouches.filter((old) => !vouches.some((one) => place(one) === place(old))), ...vouches] } : key));
    return undefined;
  }

  sealedTo(generation: number): string[] {
    return this.keys.find((key) => key.generation === generation)!.vouches.map((jws) => `${claimed(jws)!.team} by ${claimed(jws)!.by}`).sort();
  }
}

let desk: TestDesk;
let north: TestTeam;
let sister: TestTeam;

/** Somebody's browser: what it remembers, and the teams whose keys it holds, of today and earlier. */
async function browser(today: readonly TestTeam[], earlier: readonly TestTeam[] = [], remembered = { at: 0 }) {
  const ring = await Keyring.of('aziza', today.map(secretsOf), earlier.map(secretsOf));
  const memory = { generation: () => remembered.at, remember: (_: string, generation: number) => void (remembered.at = Math.max(remembered.at, generation)) };
  const keys = new LinkKeys(new LinkApi(desk as never), () => Promise.all(desk.teams.map(record)), new Map(), memory);
  return { keys, ring, remembered, of: () => keys.of(ring) };
}

const generations = (keys: readonly LinkKey[]) => keys.map(({ generation }) => generation);
const lack = (what: string) => ({ name: 'NoLinkKey', lack: what });

async function forged(by: TestTeam, orderKey: Pair, to: TestTeam, change: object = {}): Promise<ServedKey> {
  const secret = newSecret();
  const kid = await kidOfSecret(secret);
  const encryption = await sealingKey(to.encryption.public);
  const jwe = await sealSecret(secret, to.id, encryption);
  const vouch = { organisation: 'north', kid, generation: 1, team: to.id, teamVersion: to.version, teamKid: encryption.kid, by: by.id, jwe, ...change };
  return { kid, generation: vouch.generation, vouches: [await signVouch(vouch, await signingKey(orderKey.private))] };
}

beforeEach(async () => {
  desk = new TestDesk();
  [north, sister] = await Promise.all([aTeam('north'), aTeam('sister')]);
  desk.teams = [north, sister, await aTeam('stranger', 'steppe')];
});

describe('an organisation’s key for marks', () => {
  it('is made by the first who needs it, for every team of the organisation and no other', async () => {
    const aziza = await browser([north]);
    const [key] = await aziza.of();
    assert.deepEqual(desk.sealedTo(1), ['north by north', 'sister by north']);
    const theirs = await browser([sister]);
    const [same] = await theirs.of();
    assert.equal(await markOf('golianov', key!), await markOf('golianov', same!));
    assert.deepEqual(desk.sealedTo(1), ['north by north', 'sister by sister'], 'each team vouches for itself as soon as it can');
    const before = desk.calls.length;
    await aziza.of();
    assert.deepEqual(desk.calls.slice(before), ['GET link-keys'], 'and then there is nothing more to do');
  });

  it('is one even if two browsers make it at once: the other adopts it', async () => {
    const [one, other] = await Promise.all([browser([north]), browser([sister])]);
    let winner: readonly LinkKey[] = [];
    desk.meanwhile = async () => (winner = await other.of());
    const mine = await one.of();
    assert.equal(desk.keys.length, 1);
    assert.deepEqual(mine.map(({ kid }) => kid), winner.map(({ kid }) => kid));
  });

  it('is not taken from the desk, nor from who is no team of the organisation', async () => {
    const aziza = await browser([north]);
    const [thief, stranger] = [await pair('ES256'), desk.teams[2]!];
    for (const key of [await forged(north, thief, north), await forged(stranger, stranger.order, north), await forged(stranger, stranger.order, north, { by: 'north' }),
      await forged(north, north.order, north, { organisation: 'steppe' })]) {
      desk.keys = [key];
      await assert.rejects(aziza.of(), lack('unvouched'));
    }
    assert.ok(desk.calls.every((call) => call === 'GET link-keys'), 'and none is made behind anybody’s back');
    await aziza.keys.startAnew(aziza.ring);
    assert.deepEqual(generations(await aziza.of()), [2]);
  });

  it('is the one that was vouched for: another secret under its name does not open', async () => {
    const honest = await forged(north, north.order, north);
    const other = await forged(north, north.order, north, { kid: honest.kid });
    desk.keys = [{ ...honest, vouches: other.vouches }];
    await assert.rejects((await browser([north])).of(), lack('waiting'));
  });

  it('comes to a team that was founded later by whoever holds it', async () => {
    const aziza = await browser([north]);
    await aziza.of();
    const late = await aTeam('late');
    desk.teams.push(late);
    const theirs = await browser([late]);
    await assert.rejects(theirs.of(), lack('waiting'));
    await aziza.of();
    assert.deepEqual(generations(await theirs.of()), [1]);
  });

  it('is followed by the next one when a team’s keys were replaced, and then only asks', async () => {
    const aziza = await browser([north]);
    const [first] = await aziza.of();
    const next = await aTeam('north', 'north', 2);
    await aziza.keys.handOn(aziza.ring, secretsOf(next), 2);
    assert.deepEqual(generations(await aziza.of()), [1], 'until the line has signed, all is as it was');
    desk.teams[0] = next;
    const after = await browser([next], [north]);
    const keys = await after.of();
    assert.deepEqual(generations(keys), [2, 1]);
    assert.equal(keys[1]!.kid, first!.kid);
    const newcomer = await browser([next]);
    assert.deepEqual(generations(await newcomer.of()), [2, 1], 'handed on to the next keys themselves');
    assert.deepEqual(generations(await (await browser([sister])).of()), [2, 1]);
    await assert.rejects(aziza.of(), 'whoever left has no key that counts');
  });

  it('is not made only to be handed on', async () => {
    const aziza = await browser([north]);
    await aziza.keys.handOn(aziza.ring, secretsOf(await aTeam('north', 'north', 2)), 2);
    assert.deepEqual([desk.keys, aziza.remembered.at], [[], 0]);
  });

  it('is followed by the next one when a team is no more', async () => {
    await (await browser([north, sister])).of();
    desk.teams = desk.teams.filter((team) => team !== sister);
    assert.deepEqual(generations(await (await browser([north])).of()), [2, 1]);
    assert.deepEqual(desk.sealedTo(2), ['north by north']);
  });

  it('counts no more when nobody handed it on, and a person begins anew', async () => {
    await (await browser([north])).of();
    desk.teams = [await aTeam('north', 'north', 2)];
    const after = await browser([desk.teams[0]!], [north]);
    await assert.rejects(after.of(), lack('unvouched'));
    await after.keys.startAnew(after.ring);
    assert.deepEqual(generations(await after.of()), [2]);
  });

  it('is never an older one than this browser has seen', async () => {
    const aziza = await browser([north]);
    await aziza.of();
    await aziza.keys.startAnew(aziza.ring);
    await aziza.of();
    assert.equal(aziza.remembered.at, 2);
    desk.keys = desk.keys.filter(({ generation }) => generation === 1);
    await assert.rejects(aziza.of(), lack('older'));
    desk.keys = [];
    await assert.rejects(aziza.of(), lack('older'));
  });

  it('is nobody’s where a team record is forged or older than one seen before', async () => {
    const aziza = await browser([north]);
    await aziza.of();
    const thief = await pair('ES256');
    const keys = new LinkKeys(new LinkApi(desk as never), async () => [await signed('ovoz-team', thief, { id: 'north', organisation: 'north', version: 9 })], new Map(), { generation: () => 0, remember: () => {} });
    await assert.rejects(keys.of(aziza.ring), { name: 'ForgedRecord' });
    const older = new LinkKeys(new LinkApi(desk as never), () => Promise.all(desk.teams.map(record)), new Map([['north', 2]]), { generation: () => 0, remember: () => {} });
    await assert.rejects(older.of(aziza.ring), { name: 'ForgedRecord' });
  });
});

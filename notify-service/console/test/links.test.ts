import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Links, Marks } from '../src/desk/link-api.ts';
import { Problem } from '../src/desk/problem.ts';
import { linkKeyOf, markOf, newSecret } from '../src/links/link-key.ts';
import { NoLinkKey } from '../src/links/served.ts';
import { LinkRoom, NOTHING } from '../src/links/link-room.ts';
import { termsOf } from '../src/links/terms.ts';

const [key, earlier, newer] = await Promise.all([linkKeyOf(newSecret(), 2), linkKeyOf(newSecret(), 1), linkKeyOf(newSecret(), 3)]);
const terms = termsOf(['Гольяново']);
const other = { id: 'b', shortId: 'B2CD', month: '2024-03', region: 'RU' };
const ring = {} as never;

let calls: string[];
let compared: { today: Marks; earlier: readonly Marks[] }[];
let answer: () => Promise<Links>;
let compare: (today: Marks) => Promise<Links>;
let keys: () => Promise<unknown>;
let drawn: () => void;

const api = {
  links: async (report: string) => calls.push(`look ${report}`) && answer(),
  compare: async (report: string, today: Marks, before: readonly Marks[]) => {
    calls.push(`compare ${report}`);
    compared.push({ today, earlier: before });
    return compare(today);
  },
  say: async (report: string, which: string, verdict: string) => void calls.push(`say ${report} ${which} ${verdict}`),
};

function aRoom(acted: string[] = []): { room: LinkRoom; settled: () => Promise<void> } {
  const room = new LinkRoom(api as never, { of: () => keys() } as never, () => ring, async (report) => void acted.push(report), () => drawn());
  return { room, settled: () => new Promise((resolve) => (drawn = resolve)) };
}

beforeEach(() => {
  calls = [];
  compared = [];
  answer = async () => NOTHING;
  compare = async ({ marks }) => ({ ...NOTHING, proposed: [{ ...other, marks }] });
  keys = async () => [key, earlier];
  drawn = () => {};
});

test('what is saved is told as marks of today’s key, and asked with earlier ones; the words stay here', async () => {
  const { room, settled } = aRoom();
  const done = settled();
  room.follow('a', terms);
  room.follow('a', terms);
  await done;
  assert.deepEqual(calls, ['compare a'], 'once for each state');
  assert.deepEqual(compared, [{
    today: { kid: key.kid, marks: [await markOf('golianov', key)] },
    earlier: [{ kid: earlier.kid, marks: [await markOf('golianov', earlier)] }],
  }]);
  assert.deepEqual(room.wordsOf(room.links.proposed[0]!.marks), ['Гольяново']);
  assert.deepEqual(room.wordsOf([await markOf('golianov', earlier)]), ['Гольяново'], 'also where an earlier key matched');
});

test('what is being typed is not told', async () => {
  const { room, settled } = aRoom();
  let done = settled();
  room.follow('a', 'unsaved');
  await done;
  done = settled();
  room.follow('a', terms);
  await done;
  room.follow('a', 'unsaved');
  assert.deepEqual(calls, ['look a', 'compare a']);
  assert.deepEqual(room.terms, terms, 'what is shown stays meanwhile');
});

test('of another report, or once it is closed here, nothing stays', async () => {
  const { room, settled } = aRoom();
  let done = settled();
  room.follow('a', terms);
  await done;
  const marks = room.links.proposed[0]!.marks;
  done = settled();
  room.follow('a', undefined);
  await done;
  assert.deepEqual([room.terms, room.wordsOf(marks)], [undefined, []]);
  room.follow('b', undefined);
  assert.equal(room.links, NOTHING);
});

test('an answer that comes after a later one changes nothing', async () => {
  const { room, settled } = aRoom();
  let release!: (links: Links) => void;
  answer = () => new Promise((resolve) => (release = resolve));
  room.follow('a', undefined);
  const done = settled();
  room.follow('a', terms);
  await done;
  const late = settled();
  release({ ...NOTHING, same: [{ ...other, by: 'vera', at: '2026-11-26T07:00:00Z' }] });
  await late;
  assert.equal(room.links.same.length, 0);
  assert.equal(room.links.proposed.length, 1);
});

test('with a key that was replaced it begins once more, and not for ever', async () => {
  let { room, settled } = aRoom();
  compare = async ({ kid, marks }) => {
    if (kid !== newer.kid) throw new Problem('link-key-replaced', 409);
    return { ...NOTHING, proposed: [{ ...other, marks }] };
  };
  const rounds = [[key], [newer, key]];
  keys = async () => rounds.shift();
  let done = settled();
  room.follow('a', terms);
  await done;
  assert.deepEqual([compared.length, room.links.proposed.length, room.lack], [2, 1, undefined]);
  ({ room, settled } = aRoom());
  keys = async () => [key];
  calls = [];
  done = settled();
  room.follow('a', terms);
  await done;
  room.follow('a', terms);
  assert.deepEqual([calls, room.lack], [['compare a', 'look a'], 'waiting']);
});

test('without a key that counts nothing is told, and links are shown all the same', async () => {
  const { room, settled } = aRoom();
  keys = async () => Promise.reject(new NoLinkKey('unvouched'));
  const done = settled();
  room.follow('a', terms);
  await done;
  assert.deepEqual([calls, room.lack], [['look a'], 'unvouched']);
});

test('a claim that ended meanwhile is no fault', async () => {
  const { room, settled } = aRoom();
  compare = async () => Promise.reject(new Problem('claim-needed', 409));
  const done = settled();
  room.follow('a', terms);
  await done;
  assert.deepEqual(calls, ['compare a', 'look a']);
});

test('what a person says is kept, looked at anew, and told to whoever shows the report', async () => {
  const acted: string[] = [];
  const { room, settled } = aRoom(acted);
  const done = settled();
  room.follow('a', undefined);
  await done;
  assert.equal(await room.say('b', 'same'), true);
  assert.deepEqual([calls, acted], [['look a', 'say a b same', 'look a'], ['a']]);
});

test('it has news when somebody else has said something', async () => {
  const { room, settled } = aRoom();
  const done = settled();
  room.follow('a', undefined);
  await done;
  assert.equal(await room.hasNews('a'), false);
  assert.equal(await room.hasNews('b'), false);
  answer = async () => ({ ...NOTHING, same: [{ ...other, by: 'vera', at: '2026-11-26T07:00:00Z' }] });
  assert.equal(await room.hasNews('a'), true);
  assert.equal(room.links.same.length, 1);
});

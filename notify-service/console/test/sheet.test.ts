import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import type { Triage } from '../src/case/open-conversation.ts';
import { Problem } from '../src/desk/problem.ts';
import { AFTER_MS, AGAIN_MS, Autosave } from '../src/triage/autosave.ts';
import type { Attempt } from '../src/triage/autosave.ts';
import { VERSION, differing, signedBy, valueOf, withValue } from '../src/triage/facts.ts';
import { FIELDS, fieldOf } from '../src/triage/fields.ts';
import type { Facts, Raw } from '../src/triage/facts.ts';
import { localTime, utcTime } from '../src/triage/field-view.ts';
import { chosen, heldIn, heldOf, isChanged, met, typed } from '../src/triage/merge.ts';
import { Sheet } from '../src/triage/sheet.ts';
import type { Shelf } from '../src/triage/sheet.ts';

const [danger, place, next, needs] = ['urgent.danger', 'urgent.place', 'urgent.next', 'help.needs'].map(fieldOf) as [typeof FIELDS[0], typeof FIELDS[0], typeof FIELDS[0], typeof FIELDS[0]];
let minute = 0;
const triage = (id: string, urgent: object, on: readonly string[] = [], by = 'vera', more: object = {}): Triage =>
  ({ id, at: new Date(Date.UTC(2026, 10, 24, 4, minute++)).toISOString(), facts: { v: 1, by, on, urgent, ...more } });

beforeEach(() => {
  minute = 0;
  mock.timers.enable({ apis: ['setTimeout'] });
});
afterEach(() => mock.timers.reset());

/** What is under way between two turns of the clock. */
const settle = async () => { for (let turn = 0; turn < 50; turn += 1) await Promise.resolve(); };

/** Where every sheet of one report lies: what is kept in this browser, and what intake has stored. */
class Stored implements Shelf {
  draft = '';
  others: string[] = [];
  failing: Problem | undefined;
  orders = 0;
  looks = 0;
  watched = true;
  underWay = 0;
  unanswered = new Set<string>();
  /** What the desk was told, and whether somebody had saved it here. */
  told: { facts: Raw; isSaved: boolean }[] = [];
  deaf: Problem | undefined;
  /** What happens between looking and saving. */
  meanwhile = () => {};

  constructor(readonly by: string, readonly triages: Triage[]) {}

  kept() { return this.draft; }
  keep(text: string) { this.draft = text; }
  takeOthers() { return this.others.splice(0); }
  isWatched() { return this.watched; }
  isArrived(id: string) { return this.unanswered.has(id); }
  async tell(facts: Raw, isSaved: boolean) {
    if (this.deaf !== undefined) throw this.deaf;
    this.told.push({ facts, isSaved });
    return true;
  }

  async fetch() {
    this.looks += 1;
    if (this.failing !== undefined) throw this.failing;
    return [...this.triages];
  }

  async store(facts: Facts) {
    this.orders += 1;
    this.underWay += 1;
    assert.equal(this.underWay, 1, 'one order at a time');
    this.meanwhile();
    await settle();
    this.underWay -= 1;
    const { urgent = {}, on, v: _, by, ...more } = facts;
    const stored = triage(`${by}-${this.orders}`, urgent, on, by, more);
    this.triages.push(stored);
    return stored.id;
  }
}

const sheetOn = (stored: Stored) => {
  const sheet = new Sheet([...stored.triages], stored, () => {}, () => 0);
  sheet.follow(stored.triages);
  return sheet;
};
const nowKnown = (stored: Stored) => stored.triages.at(-1)!.facts;

test('a field is changed, and what a later console wrote stays as it is', () => {
  const later = { v: 7, by: 'vera', urgent: { place: 'bozor', smell: 'tea' }, weather: ['rain'], people: 'many' };
  const saved = signedBy(withValue(later, place, 'doʻkon'), 'aziza', ['x']) as unknown;
  assert.deepEqual(saved, { v: 7, by: 'aziza', on: ['x'], urgent: { place: 'doʻkon', smell: 'tea' }, weather: ['rain'], people: 'many' });
  assert.equal(signedBy({}, 'aziza', []).v, VERSION);
});

test('every field holds what it is given, and is empty again', () => {
  for (const field of FIELDS) {
    const value = field.kind === 'many' ? [field.codes[0] ?? 'x'] : 'codes' in field ? field.codes[0]! : '3';
    const facts = withValue({}, field, value);
    assert.deepEqual(valueOf(facts, field), value, field.id);
    assert.deepEqual(differing(facts, {}), [field]);
    assert.equal(valueOf(withValue(facts, field, undefined), field), undefined, field.id);
  }
});

test('what is no value is none, and is not destroyed by reading it', () => {
  const odd = { urgent: { danger: 42, place: '' }, help: { needs: 'food' }, work: null };
  assert.deepEqual(FIELDS.filter((field) => valueOf(odd, field) !== undefined), []);
  assert.deepEqual(met(heldOf([]), { id: 'a', at: '', facts: odd }, []).facts, odd);
});

test('a time is entered by this device’s clock and sealed as UTC', () => {
  const at = utcTime('2026-11-24T18:40');
  assert.equal(at, new Date(2026, 10, 24, 18, 40).toISOString());
  assert.equal(localTime(at), '2026-11-24T18:40');
  assert.deepEqual([utcTime(''), localTime('soon'), localTime(undefined)], [undefined, undefined, undefined]);
});

test('two who wrote different fields are joined without a question', () => {
  const first = triage('o', { place: 'bozor' });
  const theirs = triage('t', { place: 'bozor', next: 'call' }, ['o'], 'vera', { later: 1 });
  const held = met(typed(heldOf([first]), danger, 'yes'), theirs, [first, theirs]);
  assert.equal(held.apart, undefined);
  assert.deepEqual([valueOf(held.facts, danger), valueOf(held.facts, place), valueOf(held.facts, next), held.facts['later']], ['yes', 'bozor', 'call', 1]);
  assert.ok(isChanged(held, [first, theirs]));
});

test('two who wrote the same field differently are asked; both values are there until one is chosen', () => {
  const first = triage('o', { place: 'bozor' });
  const theirs = triage('t', { place: 'metro' }, ['o']);
  const held = met(typed(heldOf([first]), place, 'doʻkon'), theirs, [first, theirs]);
  assert.deepEqual(held.apart, { by: 'vera', at: theirs.at, theirs: { 'urgent.place': 'metro' } });
  assert.equal(valueOf(held.facts, place), 'doʻkon');
  assert.deepEqual([chosen(held, 'urgent.place', 'mine'), chosen(held, 'urgent.place', 'theirs')].map(({ facts, apart }) => [valueOf(facts, place), apart]), [['doʻkon', undefined], ['metro', undefined]]);
  assert.equal(typed(held, place, 'metro').apart, undefined, 'it came to the same');
  assert.deepEqual(heldIn(JSON.stringify(held)), held, 'a reload asks again');
});

test('what a colleague emptied and this person changed is asked, too', () => {
  const first = triage('o', { place: 'bozor' });
  const theirs = triage('t', {}, ['o']);
  assert.deepEqual(met(typed(heldOf([first]), place, 'doʻkon'), theirs, [first, theirs]).apart?.theirs, { 'urgent.place': null });
  assert.equal(valueOf(met(heldOf([first]), theirs, [first, theirs]).facts, place), undefined, 'who changed nothing follows');
});

test('a list in another order is the same list', () => {
  const held = typed(heldOf([triage('o', {}, undefined, 'vera', { help: { needs: ['food', 'legal'] } })]), needs, ['legal', 'food']);
  assert.equal(isChanged(held, [triage('o', {}, undefined, 'vera', { help: { needs: ['food', 'legal'] } })]), false);
});

test('it is saved three seconds after the last change, once', async () => {
  const stored = new Stored('aziza', []);
  const sheet = sheetOn(stored);
  sheet.type(danger, 'yes');
  mock.timers.tick(AFTER_MS - 1);
  sheet.type(place, 'bozor');
  mock.timers.tick(AFTER_MS - 1);
  await settle();
  assert.deepEqual([stored.orders, sheet.isUnsaved, stored.draft === ''], [0, true, false]);
  mock.timers.tick(1);
  await sheet.saveNow();
  assert.deepEqual(nowKnown(stored), { v: 1, by: 'aziza', on: [], urgent: { danger: 'yes', place: 'bozor' } });
  assert.deepEqual([stored.orders, sheet.isUnsaved, sheet.savedAt, stored.draft], [1, false, 0, '']);
  await sheet.saveNow();
  assert.equal(stored.orders, 1, 'nothing is saved twice');
});

test('what is typed while it is being saved is saved next', async () => {
  const stored = new Stored('aziza', []);
  const sheet = sheetOn(stored);
  sheet.type(danger, 'yes');
  stored.meanwhile = () => stored.orders === 1 && sheet.type(next, 'call');
  await sheet.saveNow();
  assert.equal(stored.orders, 2);
  assert.deepEqual(nowKnown(stored)['urgent'], { danger: 'yes', next: 'call' });
  assert.deepEqual(nowKnown(stored)['on'], ['aziza-1']);
});

test('without a connection it stays kept, and is saved when there is one again', async () => {
  const stored = new Stored('aziza', []);
  const sheet = sheetOn(stored);
  stored.failing = new Problem('unreachable', 0);
  sheet.type(danger, 'yes');
  await sheet.saveNow();
  assert.deepEqual([sheet.isUnsaved, sheet.problem?.slug, valueOf(heldIn(stored.draft)!.facts, danger)], [true, 'unreachable', 'yes']);
  stored.failing = undefined;
  mock.timers.tick(AGAIN_MS);
  await settle();
  await sheet.saveNow();
  assert.deepEqual([stored.orders, sheet.isUnsaved, sheet.problem, stored.draft], [1, false, undefined, '']);
});

test('a refusal is not tried again by itself', async () => {
  const attempts: Attempt[] = ['again', 'refused'];
  let made = 0;
  const autosave = new Autosave(() => Promise.resolve(attempts[made++]!), () => {});
  autosave.changed();
  for (const ms of [AFTER_MS, AGAIN_MS, AGAIN_MS, AGAIN_MS]) {
    mock.timers.tick(ms);
    await settle();
  }
  assert.equal(made, 2);
});

test('what was kept before the keys were locked is there again, and is saved', async () => {
  const stored = new Stored('aziza', [triage('o', { place: 'bozor' })]);
  const before = sheetOn(stored);
  before.type(danger, 'yes');
  before.stop();
  mock.timers.tick(AGAIN_MS);
  await settle();
  assert.equal(stored.orders, 0);
  const after = sheetOn(stored);
  assert.equal(valueOf(after.held.facts, danger), 'yes');
  mock.timers.tick(AFTER_MS);
  await after.saveNow();
  assert.deepEqual(nowKnown(stored)['urgent'], { place: 'bozor', danger: 'yes' });
});

test('an order whose answer was lost is this person’s own, not a colleague’s', async () => {
  const stored = new Stored('aziza', []);
  const sheet = sheetOn(stored);
  sheet.type(danger, 'yes');
  stored.triages.push(triage('lost', { danger: 'yes' }, undefined, 'aziza'));
  stored.unanswered.add('lost');
  sheet.type(danger, 'no');
  await sheet.saveNow();
  assert.equal(sheet.held.apart, undefined);
  assert.deepEqual(nowKnown(stored)['urgent'], { danger: 'no' });
});

test('a colleague’s later words are met before anything is saved over them', async () => {
  const stored = new Stored('aziza', [triage('o', {})]);
  const sheet = sheetOn(stored);
  sheet.type(place, 'doʻkon');
  stored.triages.push(triage('t', { place: 'metro', danger: 'yes' }, ['o']));
  await sheet.saveNow();
  assert.deepEqual([stored.orders, sheet.isUnsaved, sheet.held.apart?.by], [0, true, 'vera']);
  sheet.choose('urgent.place', 'mine');
  await sheet.saveNow();
  assert.deepEqual(nowKnown(stored)['urgent'], { place: 'doʻkon', danger: 'yes' });
  assert.equal(stored.triages.length, 3, 'theirs is still stored');
});

test('two who save at the same moment lose nothing', async () => {
  const triages = [triage('o', { place: 'bozor' })];
  const [aziza, vera] = [new Stored('aziza', triages), new Stored('vera', triages)];
  const [hers, theirs] = [sheetOn(aziza), sheetOn(vera)];
  hers.type(danger, 'yes');
  theirs.type(next, 'call');
  await Promise.all([hers.saveNow(), theirs.saveNow()]);
  await Promise.all([hers.saveNow(), theirs.saveNow()]);
  assert.deepEqual({ ...(nowKnown(aziza)['urgent'] as object) }, { place: 'bozor', danger: 'yes', next: 'call' });
});

test('what another tab left is joined to what is here', () => {
  const stored = new Stored('aziza', []);
  const sheet = sheetOn(stored);
  sheet.type(danger, 'yes');
  stored.others = [JSON.stringify(typed(typed(heldOf([]), next, 'call'), danger, 'no'))];
  sheet.follow(stored.triages);
  assert.deepEqual([valueOf(sheet.held.facts, danger), valueOf(sheet.held.facts, next)], ['yes', 'call']);
  assert.deepEqual(sheet.held.apart?.theirs, { 'urgent.danger': 'no' });
});

test('a page that nobody looks at fetches nothing: new words in it would count as read', async () => {
  const stored = new Stored('aziza', [triage('o', {})]);
  const sheet = sheetOn(stored);
  sheet.type(danger, 'yes');
  await sheet.saveLeaving();
  assert.deepEqual([stored.orders, stored.looks, sheet.isUnsaved], [1, 0, false]);
  stored.watched = false;
  sheet.type(danger, 'no');
  await sheet.saveNow();
  assert.deepEqual([stored.orders, stored.looks], [2, 0]);
  stored.watched = true;
  sheet.type(danger, 'unknown');
  await sheet.saveNow();
  assert.ok(stored.looks > 0);
});

test('what two saved without looking is joined, or asked, by whoever opens the report next, and only once', async () => {
  const stored = new Stored('aziza', [
    triage('o', { place: 'bozor' }),
    triage('v', { place: 'metro', next: 'call' }, ['o']),
    triage('a', { place: 'doʻkon', danger: 'yes' }, ['o'], 'aziza'),
  ]);
  const sheet = sheetOn(stored);
  assert.deepEqual([valueOf(sheet.held.facts, danger), valueOf(sheet.held.facts, next), sheet.held.apart?.theirs], ['yes', 'call', { 'urgent.place': 'metro' }]);
  sheet.choose('urgent.place', 'mine');
  await sheet.saveNow();
  assert.deepEqual(nowKnown(stored), { v: 1, by: 'aziza', on: ['v', 'a'], urgent: { place: 'doʻkon', danger: 'yes', next: 'call' } });
  const again = sheetOn(stored);
  assert.deepEqual([again.isUnsaved, again.held.apart], [false, undefined]);
});

test('two who saved the same have nothing to join', () => {
  const stored = new Stored('aziza', [triage('o', {}), triage('v', { next: 'call' }, ['o']), triage('a', { next: 'call' }, ['o'], 'aziza')]);
  assert.equal(sheetOn(stored).isUnsaved, false);
});

test('the desk is told what is stored, once it is stored, and that somebody saved it here', async () => {
  const stored = new Stored('aziza', [triage('o', { place: 'bozor' })]);
  const sheet = sheetOn(stored);
  await settle();
  assert.deepEqual(stored.told.map(({ isSaved }) => isSaved), [false], 'whoever opens it tells what nobody has told');
  sheet.type(danger, 'yes');
  stored.meanwhile = () => assert.equal(stored.told.length, 1, 'not before it is stored');
  await sheet.saveNow();
  assert.deepEqual(stored.told.at(-1)!.isSaved, true);
  assert.deepEqual((stored.told.at(-1)!.facts as Facts)['urgent'], { place: 'bozor', danger: 'yes' });
});

test('a desk that did not hear is told again; what is stored stays so', async () => {
  const stored = new Stored('aziza', []);
  const sheet = sheetOn(stored);
  stored.deaf = new Problem('unreachable', 0);
  sheet.type(danger, 'yes');
  await sheet.saveNow();
  assert.deepEqual([sheet.isUnsaved, sheet.untold?.slug, stored.orders], [false, 'unreachable', 1]);
  stored.deaf = undefined;
  mock.timers.tick(AGAIN_MS);
  await settle();
  assert.deepEqual([sheet.untold, stored.orders, stored.told.length], [undefined, 1, 1]);
});

test('while a choice waits the desk is told nothing', async () => {
  const stored = new Stored('aziza', [triage('o', {})]);
  const sheet = sheetOn(stored);
  await settle();
  sheet.type(place, 'doʻkon');
  stored.triages.push(triage('t', { place: 'metro' }, ['o']));
  await sheet.saveNow();
  assert.equal(stored.told.length, 1);
});

test('what was due is ticked off in triage, too, and saved', async () => {
  const at = '2026-11-27T15:40:00.000Z';
  const stored = new Stored('aziza', [triage('o', { due: at, next: 'call' })]);
  const sheet = sheetOn(stored);
  sheet.done('next-step', at);
  await sheet.saveNow();
  assert.deepEqual(nowKnown(stored)['urgent'], { next: 'call' });
  sheet.done('next-step', at);
  sheet.done('promise', at);
  assert.equal(sheet.isUnsaved, false);
});

test('an id to be counted by is drawn with the yes, and is saved with it', async () => {
  const stored = new Stored('aziza', []);
  const sheet = sheetOn(stored);
  sheet.type(fieldOf('consent.statistics'), 'yes 2026-11-26');
  await sheet.saveNow();
  assert.match((nowKnown(stored)['counted'] as { row: string }).row, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  sheet.type(fieldOf('consent.statistics'), 'no 2026-11-27');
  await sheet.saveNow();
  assert.ok((nowKnown(stored)['counted'] as { row: string }).row, 'or nobody could take the row back');
});

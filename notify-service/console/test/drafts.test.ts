import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Drafts } from '../src/case/drafts.ts';
import { handOver } from '../src/case/hand-over.ts';
import { DRAFTS_LAST_MS } from '../src/case/kept-drafts.ts';
import { Tabs } from '../src/case/tabs.ts';
import { Problem } from '../src/desk/problem.ts';
import { Keyring } from '../src/keys/keyring.ts';
import { signOrder } from '../src/orders/order.ts';
import type { SignedOrder } from '../src/orders/order.ts';
import { signingKey } from '../src/sealing/keys.ts';
import { newId } from '../src/sealing/seal.ts';
import { World, pair } from './mock/world.ts';

const world = await World.create();
const aziza = await Keyring.open(world.keyFile('aziza'));
const vera = await Keyring.open(world.keyFile('vera'));
const orderer = { team: 'north-central-asia', order: await signingKey((await pair('ES256')).private) };
const CASE = newId();

/** A browser's storage, which every tab of it shares. */
class Shelf implements Storage {
  readonly #values = new Map<string, string>();
  full = false;
  [name: string]: unknown;
  get length() { return this.#values.size; }
  key(index: number) { return [...this.#values.keys()][index] ?? null; }
  getItem(key: string) { return this.#values.get(key) ?? null; }
  setItem(key: string, value: string) {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.#values.set(key, value);
  }
  removeItem(key: string) { this.#values.delete(key); }
  clear() { this.#values.clear(); }
  everything() { return JSON.stringify([...this.#values]); }
}

/** A browser's locks. A tab that is closed lets go of its own. */
class Locks {
  readonly #held = new Map<string, object>();
  #turn: Promise<unknown> = Promise.resolve();

  of(tab: object): LockManager {
    return {
      request: (name: string, work: () => Promise<unknown>) => {
        if (name.startsWith('ovoz.tab.')) {
          this.#held.set(name, tab);
          return Promise.resolve().then(work);
        }
        const mine = this.#turn.then(work);
        this.#turn = mine.catch(() => {});
        return mine;
      },
      query: () => Promise.resolve({ held: [...this.#held.keys()].map((name) => ({ name })), pending: [] }),
    } as unknown as LockManager;
  }

  close(tab: object): void {
    for (const [name, by] of this.#held) if (by === tab) this.#held.delete(name);
  }
}

class Browser {
  readonly shelf = new Shelf();
  readonly locks = new Locks();
  now = Date.parse('2026-11-24T04:00:00Z');

  async tab(ring?: Keyring): Promise<{ drafts: Drafts; close: () => void }> {
    const tab = {};
    const drafts = new Drafts(new Tabs(this.locks.of(tab)), this.shelf, () => this.now);
    if (ring !== undefined) await drafts.unlock(ring);
    return { drafts, close: () => this.locks.close(tab) };
  }

  /** Everything typed so far has been sealed and stored. */
  async until(count: number): Promise<void> {
    while (this.shelf.length !== count) await new Promise(setImmediate);
  }
}

const order = (item = newId()) => signOrder(orderer, CASE, 'reply', { item: { id: item, jwe: 'x' }, grants: [] }, 1_795_492_800);

test('a reload finds what was typed, and storage holds it sealed: no text, no report', async () => {
  const browser = new Browser();
  const first = await browser.tab(aziza);
  first.drafts.set(CASE, 'reply', 'Qayerdasiz');
  await browser.until(1);
  first.drafts.set(CASE, 'note', 'Bozor');
  await browser.until(2);
  assert.doesNotMatch(browser.shelf.everything(), new RegExp(`Qayerdasiz|Bozor|${CASE}`));
  first.close();
  const second = await browser.tab(aziza);
  assert.deepEqual([second.drafts.get(CASE, 'reply'), second.drafts.get(CASE, 'note')], ['Qayerdasiz', 'Bozor']);
});

test('the last letter is kept, however fast one types', async () => {
  const browser = new Browser();
  const first = await browser.tab(aziza);
  const text = 'Men hozir yozyapman, shoshmang';
  for (let end = 1; end <= text.length; end += 1) first.drafts.set(CASE, 'reply', text.slice(0, end));
  await browser.until(1);
  first.drafts.lock(aziza);
  await first.drafts.unlock(aziza);
  first.close();
  assert.equal((await browser.tab(aziza)).drafts.get(CASE, 'reply'), text);
});

test('what was sent or emptied is stored no more', async () => {
  const browser = new Browser();
  const { drafts } = await browser.tab(aziza);
  drafts.set(CASE, 'reply', 'Salom');
  await browser.until(1);
  drafts.sent(CASE, 'reply', 'Salom');
  await browser.until(0);
  drafts.set(CASE, 'reply', 'Salom');
  await browser.until(1);
  drafts.set(CASE, 'reply', '');
  await browser.until(0);
});

test('what is typed while the answer before is on its way stays', async () => {
  const { drafts } = await new Browser().tab(aziza);
  drafts.set(CASE, 'reply', 'Salom. Yana');
  drafts.sent(CASE, 'reply', 'Salom');
  assert.equal(drafts.get(CASE, 'reply'), 'Salom. Yana');
});

test('a second tab leaves alone what the first one is writing, and neither overwrites the other', async () => {
  const browser = new Browser();
  const first = await browser.tab(aziza);
  first.drafts.set(CASE, 'reply', 'birinchi');
  await browser.until(1);
  const second = await browser.tab(aziza);
  assert.equal(second.drafts.get(CASE, 'reply'), '');
  second.drafts.set(CASE, 'reply', 'ikkinchi');
  await browser.until(2);
  first.close();
  second.close();
  const later = await browser.tab(aziza);
  const texts = [later.drafts.get(CASE, 'reply'), ...later.drafts.others(CASE, 'reply')];
  assert.deepEqual(texts.sort(), ['birinchi', 'ikkinchi']);
  later.drafts.useOther(CASE, 'reply', 0);
  assert.deepEqual([later.drafts.get(CASE, 'reply'), ...later.drafts.others(CASE, 'reply')].sort(), ['birinchi', 'ikkinchi']);
  later.drafts.dropOther(CASE, 'reply', 0);
  assert.deepEqual(later.drafts.others(CASE, 'reply'), []);
  await browser.until(1);
});

test('two tabs that open at once do not both take what a third one left', async () => {
  const browser = new Browser();
  const gone = await browser.tab(aziza);
  gone.drafts.set(CASE, 'reply', 'qolgan');
  await browser.until(1);
  gone.close();
  const both = await Promise.all([browser.tab(aziza), browser.tab(aziza)]);
  assert.deepEqual(both.map((tab) => tab.drafts.get(CASE, 'reply')).sort(), ['', 'qolgan']);
});

test('a text typed before the key was opened again wins, the kept one stands beside it', async () => {
  const browser = new Browser();
  const { drafts } = await browser.tab(aziza);
  drafts.set(CASE, 'reply', 'avvalgi');
  drafts.lock(aziza);
  drafts.set(CASE, 'reply', 'yangi');
  await drafts.unlock(aziza);
  assert.equal(drafts.get(CASE, 'reply'), 'yangi');
  assert.deepEqual(drafts.others(CASE, 'reply'), ['avvalgi']);
});

test('a colleague on the same computer, with the same team key, does not get it; its writer still does', async () => {
  const browser = new Browser();
  const first = await browser.tab(aziza);
  first.drafts.set(CASE, 'reply', 'Salom');
  await browser.until(1);
  first.close();
  const other = await browser.tab(vera);
  assert.equal(other.drafts.get(CASE, 'reply'), '');
  other.close();
  assert.equal((await browser.tab(aziza)).drafts.get(CASE, 'reply'), 'Salom');
});

test('signing out leaves nothing, not even what is being sealed at that moment', async () => {
  const browser = new Browser();
  const { drafts } = await browser.tab(aziza);
  drafts.set(CASE, 'reply', 'Salom');
  await browser.until(1);
  drafts.set(CASE, 'note', 'Bozor');
  drafts.lock(aziza);
  drafts.forget();
  await drafts.unlock(aziza);
  assert.equal(browser.shelf.length, 0);
  assert.deepEqual([drafts.get(CASE, 'reply'), drafts.get(CASE, 'note')], ['', '']);
});

test('of a report that was erased no draft stays, and others do', async () => {
  const browser = new Browser();
  const { drafts } = await browser.tab(aziza);
  const other = newId();
  drafts.set(CASE, 'reply', 'Salom');
  drafts.set(other, 'reply', 'Boshqa');
  await browser.until(2);
  drafts.set(CASE, 'reply', 'Salom, yana');
  drafts.discard(CASE);
  await browser.until(1);
  drafts.lock(aziza);
  await drafts.unlock(aziza);
  assert.deepEqual([drafts.get(CASE, 'reply'), drafts.get(other, 'reply'), browser.shelf.length], ['', 'Boshqa', 1]);
});

test('what is too old, damaged or exchanged is not opened', async () => {
  const browser = new Browser();
  const first = await browser.tab(aziza);
  first.drafts.set(CASE, 'reply', 'Salom');
  await browser.until(1);
  first.close();
  const [key, value] = JSON.parse(browser.shelf.everything())[0] as [string, string];
  browser.shelf.setItem('ovoz.draft.junk', '{"jwe":');
  browser.shelf.setItem(`ovoz.draft.${newId()}`, value);
  browser.shelf.removeItem(key);
  assert.equal((await browser.tab(aziza)).drafts.get(CASE, 'reply'), '');
  browser.shelf.clear();
  browser.shelf.setItem(key, value);
  browser.now += DRAFTS_LAST_MS + 1;
  assert.equal((await browser.tab(aziza)).drafts.get(CASE, 'reply'), '');
  assert.equal(browser.shelf.length, 0);
});

test('a browser that stores nothing keeps it sealed in memory over a lock, and says so', async () => {
  const browser = new Browser();
  browser.shelf.full = true;
  const { drafts } = await browser.tab(aziza);
  assert.equal(drafts.isVolatile, false);
  drafts.set(CASE, 'reply', 'Salom');
  drafts.lock(aziza);
  await drafts.unlock(aziza);
  assert.equal(drafts.get(CASE, 'reply'), 'Salom');
  assert.equal(drafts.isVolatile, true);
});

test('a change made for the person can be undone and done again, and loses nothing typed since', () => {
  const drafts = new Drafts(new Tabs(null), null);
  drafts.set(CASE, 'reply', 'Salom');
  assert.equal(drafts.canUndo(CASE, 'reply'), undefined);
  drafts.replace(CASE, 'reply', 'Салом');
  drafts.set(CASE, 'reply', 'Салом!');
  assert.equal(drafts.canUndo(CASE, 'reply'), 'undo');
  drafts.undo(CASE, 'reply');
  assert.deepEqual([drafts.get(CASE, 'reply'), drafts.canUndo(CASE, 'reply')], ['Salom', 'redo']);
  drafts.undo(CASE, 'reply');
  assert.deepEqual([drafts.get(CASE, 'reply'), drafts.canUndo(CASE, 'reply')], ['Салом!', 'undo']);
});

test('after a reload an answer whose fate is unknown goes out as the very same order', async () => {
  const browser = new Browser();
  const first = await browser.tab(aziza);
  first.drafts.set(CASE, 'reply', 'Salom');
  const made = await order();
  const sent: SignedOrder[] = [];
  const restarting = first.drafts.sending(CASE, 'reply').send('Salom', () => Promise.resolve(made), (one) => {
    sent.push(one);
    assert.equal(browser.shelf.length, 1, 'kept before it is sent');
    return Promise.reject(new Problem('intake-unreachable', 503));
  });
  await assert.rejects(restarting);
  first.close();
  const second = await browser.tab(aziza);
  assert.equal(second.drafts.isUndecided(CASE, 'reply'), true);
  const never = () => assert.fail('no new order');
  await second.drafts.sending(CASE, 'reply').send('Salom', never, (one) => Promise.resolve(sent.push(one)));
  second.drafts.sent(CASE, 'reply', 'Salom');
  assert.deepEqual(sent.map((one) => [one.jti, one.jws, Buffer.from(one.body).toString()]), Array(2).fill([made.jti, made.jws, Buffer.from(made.body).toString()]));
  await browser.until(0);
});

async function undecided(text: string, item: string) {
  const { drafts } = await new Browser().tab(aziza);
  drafts.set(CASE, 'reply', text);
  const sending = drafts.sending(CASE, 'reply');
  await assert.rejects(sending.send(text, () => order(item), () => Promise.reject(new TypeError('the answer broke off'))));
  assert.equal(sending.isUndecided, true);
  return sending;
}

test('an order that is too old to be repeated counts as sent when the report holds its item', async () => {
  const sending = await undecided('Salom', 'an-item');
  const expired = () => Promise.reject(new Problem('order-expired', 422));
  await handOver({ text: 'Salom', sending, make: () => order(), carry: expired, items: () => Promise.resolve(['an-item']) });
  assert.equal(sending.isUndecided, false);
});

test('an order that is too old and has not arrived is said to be so, and the next one is new', async () => {
  const sending = await undecided('Salom', 'an-item');
  const expired = () => Promise.reject(new Problem('order-expired', 422));
  await assert.rejects(handOver({ text: 'Salom', sending, make: () => order(), carry: expired, items: () => Promise.resolve([]) }), { slug: 'order-expired' });
  assert.equal(sending.isUndecided, false);
});

test('a changed text does not go out as well when the first one had arrived', async () => {
  const sending = await undecided('Salom', 'an-item');
  const sent: string[] = [];
  const again = (items: readonly string[]) => handOver({ text: 'Salom!', sending, make: () => order(), carry: (one) => Promise.resolve(sent.push(one.jti)), items: () => Promise.resolve(items) });
  await assert.rejects(again(['an-item']), { slug: 'arrived-before' });
  assert.deepEqual(sent, []);
  await again(['an-item']);
  assert.equal(sent.length, 1);
});

test('a claim that has ended says nothing of the first time: once claimed again, it is the same order', async () => {
  const sending = await undecided('Salom', 'an-item');
  const first = sending.undecided!.order.jti;
  const noClaim = new Problem('claim-needed', 409);
  await assert.rejects(handOver({ text: 'Salom', sending, make: () => order(), carry: () => Promise.reject(noClaim), items: () => Promise.reject(noClaim) }), { slug: 'claim-needed' });
  const sent: string[] = [];
  await handOver({ text: 'Salom', sending, make: () => order(), carry: (one) => Promise.resolve(sent.push(one.jti)), items: () => assert.fail('nothing to ask') });
  assert.deepEqual(sent, [first]);
});

test('a repetition that is refused is over once the report shows that nothing had arrived', async () => {
  const sending = await undecided('Salom', 'an-item');
  await assert.rejects(handOver({ text: 'Salom', sending, make: () => order(), carry: () => Promise.reject(new Problem('reply-refused', 409, 'contact-refused')), items: () => Promise.resolve([]) }), { slug: 'reply-refused' });
  assert.equal(sending.isUndecided, false);
});

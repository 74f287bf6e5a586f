import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';
import './english.ts';
import { OpenConversation } from '../src/case/open-conversation.ts';
import type { Conversation } from '../src/case/open-conversation.ts';
import { Write } from '../src/case/write.ts';
import type { SafeHours, Terms } from '../src/contract/terms.ts';
import { wordsIn } from '../src/contract/words.ts';
import type { Words } from '../src/contract/words.ts';
import type { Me } from '../src/desk/api.ts';
import { Desk } from '../src/desk/desk.ts';
import { Problem } from '../src/desk/problem.ts';
import { DueApi } from '../src/due/due-api.ts';
import { HandoverDesk } from '../src/handover/handover-desk.ts';
import { LetIn } from '../src/handover/let-in.ts';
import { Keyring } from '../src/keys/keyring.ts';
import { TAGS } from '../src/language/catalogues.ts';
import { IntakeClock } from '../src/orders/intake-clock.ts';
import { Ordering } from '../src/orders/ordering.ts';
import { PracticeDesk } from '../src/practice/desk.ts';
import { PracticeLine } from '../src/practice/line.ts';
import { PracticePeople } from '../src/practice/people.ts';
import { PracticeRecord } from '../src/practice/record.ts';
import { SCENARIOS } from '../src/practice/scenarios.ts';
import type { ScenarioId } from '../src/practice/scenarios.ts';
import { PracticeStream } from '../src/practice/stream.ts';
import { fetchTexts, p } from '../src/practice/texts.ts';
import { windowsOf } from '../src/practice/windows.ts';
import { exercises } from '../src/practice/world.ts';
import { toCyrillic } from '../src/reply/uzbek.ts';
import { sealingKey } from '../src/sealing/keys.ts';

const catalogue = (tag: string): Record<string, string> => JSON.parse(readFileSync(`practice/${tag}.json`, 'utf8'));
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
const ME: Me = { id: '1', handle: 'you', organisation: 'practice', roles: ['responder'], teams: [] };

before(async () => {
  Object.defineProperty(globalThis, 'fetch', { configurable: true, writable: true, value: async (path: string, { integrity }: { integrity: string }) => {
    const bytes = await readFile(`.tests/${path}`);
    assert.equal(integrity, `sha384-${createHash('sha384').update(bytes).digest('base64')}`);
    return new Response(bytes);
  } });
  await fetchTexts('en');
});

/** A practice whose time is moved by hand: what is to happen later happens when it has passed. */
async function practice() {
  let now = Date.now();
  const waiting: { at: number; work: () => Promise<void> }[] = [];
  const line = await PracticeLine.make('en');
  const all = await exercises(line, 'en', ME.handle, now);
  const record = new PracticeRecord(() => now);
  const stream = new PracticeStream();
  const people = new PracticePeople(all, stream, (ms, work) => void waiting.push({ at: now + ms, work }), () => now);
  const practised = new PracticeDesk(line, ME, all, stream, people, record, () => now);
  const desk = new Desk({ accessToken: async () => '', refresh: async () => undefined }, (path, init) => practised.answer(path, init));
  const clock = new IntakeClock(() => Date.now());
  const ordering = new Ordering(desk, clock);
  const ring = await Keyring.open(line.keyFile(ME.handle));
  const keys = ring.forCase([line.mine.id])!;
  const the = (id: ScenarioId) => all.find(({ scenario }) => scenario.id === id)!;
  const open = (id: ScenarioId) => new OpenConversation(ordering).open(the(id).report.id, ring, keys);
  const reply = async (id: ScenarioId, to: Conversation, text: string) => ordering.send(await new Write(ordering, clock).reply(the(id).report.id, keys, to, text));
  return {
    line, desk, ordering, keys, ring, record, practised, the, open, reply,
    now: () => now,
    letWait: async (id: ScenarioId, to: Conversation, text: string) =>
      ordering.send<{ goesAt?: string }>(await new Write(ordering, clock).reply(the(id).report.id, keys, to, text, new Date(now).toISOString())),
    write: async (id: ScenarioId, to: Conversation, terms: Terms, words?: Words) => ordering.send(await new Write(ordering, clock).contract(the(id).report.id, keys, to, terms, words)),
    isDone: (id: ScenarioId) => the(id).scenario.isDone(the(id).report.view, the(id).report.timeline, 'en'),
    pass: async (ms: number) => {
      now += ms;
      for (const due of waiting.splice(0)) if (due.at <= now) await due.work(); else waiting.push(due);
    },
  };
}

const refusedFor = (slug: string, reason?: string) => (failure: unknown) => failure instanceof Problem && failure.slug === slug && failure.reason === reason;
const texts = (conversation: Conversation) => conversation.lines.map((one) => ('content' in one && 'text' in one.content ? one.content.text : undefined));

test('what is said in practice is there in every language, with the same holes, and nothing is left in English', () => {
  const english = catalogue('en');
  assert.deepEqual(readdirSync('practice').map((name) => name.replace('.json', '')).sort(), [...TAGS].sort());
  for (const tag of TAGS) {
    const other = catalogue(tag);
    assert.deepEqual(Object.keys(other), Object.keys(english), tag);
    for (const [key, text] of Object.entries(english)) assert.deepEqual(holes(other[key]!), holes(text), `${tag} ${key}`);
    assert.equal(other['reviewed'], tag === 'en' ? 'source' : 'no');
    const left = Object.entries(other).filter(([key, text]) => tag !== 'en' && text === english[key] && key !== 'silence.1');
    assert.deepEqual(left, [], tag);
    for (const id of SCENARIOS) for (const part of ['title', 'try', 'good', '1']) assert.ok(other[`${id}.${part}`], `${tag} ${id}.${part}`);
  }
});

test('Uzbek in Cyrillic is Uzbek in Latin, letter by letter', () => {
  const cyrillic = catalogue('uz-Cyrl');
  for (const [key, text] of Object.entries(catalogue('uz-Latn'))) {
    const expected = text.split(/(\{\w+\})/).map((piece) => (piece.startsWith('{') ? piece : toCyrillic(piece))).join('');
    if (key !== 'reviewed') assert.equal(cyrillic[key], expected, key);
  }
});

test('every report opens with the keys made for it, and is closed to all others', async () => {
  const { desk, the, open, line } = await practice();
  const other = await practice();
  for (const id of SCENARIOS) {
    if (id !== 'lease') await desk.claim(the(id).report.id);
    const conversation = await open(id);
    assert.deepEqual(texts(conversation), the(id).scenario.said.map(({ text }) => p(text)), id);
    assert.notEqual(conversation.contact, undefined, id);
    assert.deepEqual(conversation.recipients?.teams.map((team) => team.id), ['practice'], id);
  }
  const { report } = the('danger');
  const foreign = await Keyring.open(other.line.keyFile(ME.handle));
  const ordering = new Ordering(desk, new IntakeClock(() => Date.now()));
  await assert.rejects(new OpenConversation(ordering).open(report.id, foreign, foreign.forCase([line.mine.id])!), refusedFor('order-signature'));
});

test('without a claim nothing is opened, and a claim that is not used ends', async () => {
  const { desk, the, open, practised, pass } = await practice();
  await assert.rejects(open('danger'), refusedFor('claim-needed'));
  await desk.claim(the('danger').report.id);
  await pass(15 * 60_000 + 1);
  practised.pass();
  assert.equal(the('danger').report.view.state, 'waiting');
  await assert.rejects(open('danger'), refusedFor('claim-needed'));
});

test('the claim that is there from the start ends after four minutes, unless it is kept', async () => {
  const { desk, the, practised, pass, isDone } = await practice();
  const { report } = the('lease');
  await pass(3 * 60_000);
  practised.pass();
  assert.equal(isDone('lease'), false);
  await desk.claim(report.id);
  assert.equal(isDone('lease'), true);
  await pass(2 * 60_000);
  practised.pass();
  assert.equal(report.view.claimedBy, ME.handle);
  await pass(60 * 60_000);
  practised.pass();
  assert.equal(report.view.state, 'waiting');
});

test('the person writes back once the answer was let out, in the words of the scenario', async () => {
  const { desk, the, open, reply, pass, isDone } = await practice();
  await desk.claim(the('danger').report.id);
  await reply('danger', await open('danger'), 'We are here.');
  assert.equal(isDone('danger'), true);
  assert.deepEqual(texts(await open('danger')), [p('danger.1'), 'We are here.']);
  await pass(5_000);
  assert.deepEqual(texts(await open('danger')), [p('danger.1'), 'We are here.', p('danger.2')]);
  assert.equal(the('danger').report.view.replies.delivered, 1);
  await reply('danger', await open('danger'), 'Thank you.');
  await pass(5_000);
  assert.equal(texts(await open('danger')).at(-1), p('danger.3'));
});

test('whoever says that it is not their phone gets no more texts, even from a page that has not heard of it', async () => {
  const { desk, the, open, reply, pass } = await practice();
  await desk.claim(the('phone').report.id);
  const asItWas = await open('phone');
  await reply('phone', asItWas, 'We are here.');
  await pass(5_000);
  await assert.rejects(reply('phone', asItWas, 'Are you there?'), refusedFor('reply-refused', 'contact-refused'));
  assert.equal(the('phone').report.view.replies.sent, 1);
});

test('silence is no prank, and neither is what nobody has read', async () => {
  const { desk, the, open, reply, ordering, keys, isDone } = await practice();
  const { report } = the('silence');
  const close = (reason: 'prank' | 'no-answer') => ordering.ask(keys, report.id, 'close', {}, reason);
  await desk.claim(report.id);
  await assert.rejects(close('prank'), refusedFor('unread-is-no-prank'));
  await reply('silence', await open('silence'), 'We are here.');
  await assert.rejects(close('prank'), refusedFor('silence-is-no-prank'));
  assert.equal(isDone('silence'), false);
  await close('no-answer');
  assert.equal(isDone('silence'), true);
});

test('the other team takes what is offered once it holds the keys, and not before', async () => {
  const { desk, the, line, ordering, keys, pass, isDone } = await practice();
  const { report } = the('long');
  const hands = new HandoverDesk(desk);
  await desk.claim(report.id);
  await assert.rejects(hands.offer(report.id, line.neighbours.id, true), refusedFor('not-let-in'));
  await new LetIn(ordering).letIn(report.id, keys, { id: line.neighbours.id, encryption: await sealingKey(line.neighbours.encryption.public) });
  await hands.offer(report.id, line.neighbours.id, true);
  await pass(5_000);
  assert.equal(report.view.claimedBy, ME.handle, 'the sender keeps watch');
  await pass(1_000);
  assert.equal(report.view.claimedBy, p('colleague'));
  assert.equal(isDone('long'), true);
});

test('an offer that was taken back is not taken any more', async () => {
  const { desk, the, line, ordering, keys, pass } = await practice();
  const { report } = the('long');
  await desk.claim(report.id);
  await new LetIn(ordering).letIn(report.id, keys, { id: line.neighbours.id, encryption: await sealingKey(line.neighbours.encryption.public) });
  await new HandoverDesk(desk).offer(report.id, line.neighbours.id, true);
  await new HandoverDesk(desk).withdraw(report.id);
  await pass(6_000);
  assert.equal(report.view.claimedBy, ME.handle);
});

test('what a practice has not is refused by name', async () => {
  const { desk, the } = await practice();
  const { id } = the('danger').report;
  await desk.claim(id);
  await assert.rejects(desk.ask('PUT', `cases/${id}/emergency-calls/1`, {}), refusedFor('not-in-practice'));
  await assert.rejects(desk.ask('GET', 'directory/people'), refusedFor('not-in-practice'));
});

test('times are told from one step to the next', async () => {
  const { desk, the, open, record, pass } = await practice();
  const { report } = the('danger');
  await pass(10_000);
  await desk.claim(report.id);
  await pass(4_000);
  await open('danger');
  assert.deepEqual([record.took(report, 'claimed'), record.took(report, 'read'), record.took(report, 'answered')], [10_000, 4_000, undefined]);
});

const EVENING: SafeHours = { zone: 'Asia/Almaty', spans: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '20:00', to: '21:00' })) };
const recorded = (texts: 'allowed' | 'refused' | 'unknown', hours?: SafeHours): Terms => ({ texts, calls: false, voicemail: false, ...(hours === undefined ? {} : { hours }) });

/** The next evening in which it is safe to write, of a time at which it is not. */
async function outsideTheHours() {
  const all = await practice();
  const [open] = windowsOf(EVENING, all.now());
  if (Date.parse(open!.from) <= all.now()) await all.pass(Date.parse(open!.until) - all.now() + 60_000);
  await all.desk.claim(all.the('hours').report.id);
  return { ...all, from: Date.parse(windowsOf(EVENING, all.now())[0]!.from) };
}

test('outside the hours that a person named nothing is let out, and what waits goes out once, in its hour', async () => {
  const { open, write, letWait, reply, pass, practised, isDone, the, from, now } = await outsideTheHours();
  await write('hours', await open('hours'), recorded('allowed', EVENING), { codeWord: 'heron', whoAnswers: '', opener: '' });
  const conversation = await open('hours');
  assert.deepEqual(conversation.reach.terms?.hours, EVENING);
  assert.equal(wordsIn(conversation.lines).codeWord, 'heron');
  await assert.rejects(reply('hours', conversation, 'We are here.'), refusedFor('reply-refused', 'outside-safe-window'));
  assert.equal(isDone('hours'), false);
  assert.equal((await letWait('hours', conversation, 'We are here.')).goesAt, new Date(from).toISOString());
  assert.equal(isDone('hours'), true);
  assert.equal(the('hours').report.view.replies.sent, 0);
  await pass(from - now() - 1000);
  practised.pass();
  assert.equal(the('hours').report.view.replies.sent, 0);
  for (const ms of [1000, 1000]) {
    await pass(ms);
    practised.pass();
  }
  assert.equal(the('hours').report.view.replies.sent, 1);
  assert.equal(the('hours').report.view.replies.scheduled, 0);
  assert.equal(the('hours').report.view.reach, null);
  await pass(5_000);
  assert.equal(the('hours').report.timeline.at(-1)!.what, 'reporter-wrote');
});

test('what waits is taken back, or goes by other hours, or never: as the person says', async () => {
  const { open, write, letWait, ordering, keys, the, practised } = await outsideTheHours();
  const { report } = the('hours');
  await write('hours', await open('hours'), recorded('allowed', EVENING));
  await letWait('hours', await open('hours'), 'One');
  const [waits] = (await open('hours')).reach.waiting;
  await ordering.ask(keys, report.id, 'withdraw', { reply: waits!.itemId });
  await assert.rejects(ordering.ask(keys, report.id, 'withdraw', { reply: waits!.itemId }), refusedFor('not-waiting'));
  assert.deepEqual((await open('hours')).reach.notSent, [waits!.itemId]);
  await letWait('hours', await open('hours'), 'Two');
  await write('hours', await open('hours'), recorded('allowed'));
  assert.equal(report.view.replies.sent, 1, 'at any time is now');
  await write('hours', await open('hours'), recorded('allowed', EVENING));
  await letWait('hours', await open('hours'), 'Three');
  report.reach.saidByPhone('refused');
  practised.pass();
  assert.equal(report.timeline.at(-1)!.reason, 'contact-refused');
  assert.equal(report.view.replies.refused, 1);
  await assert.rejects(write('hours', await open('hours'), recorded('allowed')), refusedFor('contract-refused', 'contact-refused'));
});

test('what is due comes back when it has passed, also after the report was closed, and stays ticked off', async () => {
  const { desk, open, ordering, keys, the, pass, practised, now, reply } = await outsideTheHours();
  const { report } = the('hours');
  const dues = new DueApi(desk);
  const conversation = await open('hours');
  const promise = { kind: 'promise', at: new Date(now() + 60_000).toISOString() } as const;
  await dues.set(report.id, [promise, { kind: 'next-step', at: promise.at }]);
  assert.deepEqual(report.view.due, promise);
  await ordering.ask(keys, report.id, 'close', {}, 'referred');
  await pass(60_000);
  practised.pass();
  practised.pass();
  assert.equal(report.view.state, 'waiting');
  assert.deepEqual(report.timeline.slice(-2).map(({ what }) => what), ['due-came-back', 'due-over']);
  assert.deepEqual(await dues.of(report.id), [promise]);
  await assert.rejects(dues.done(report.id, promise), refusedFor('claim-needed'));
  await desk.claim(report.id);
  await assert.rejects(reply('hours', conversation, 'Too late.'), refusedFor('report-closed'));
  await dues.done(report.id, promise);
  await assert.rejects(dues.done(report.id, promise), refusedFor('not-due'));
  await dues.set(report.id, [promise]);
  assert.deepEqual(await dues.of(report.id), []);
});

test('hours are those of the clock on the person\u2019s wall, on the nights on which it is moved, too', () => {
  const hours = (day: number, from: string, to: string): SafeHours => ({ zone: 'Europe/Kyiv', spans: [{ day, from, to }] });
  const first = (given: SafeHours, now: string) => windowsOf(given, Date.parse(now))[0];
  assert.deepEqual(first(hours(1, '20:00', '21:00'), '2026-11-26T10:00:00Z'), { from: '2026-11-30T18:00:00.000Z', until: '2026-11-30T19:00:00.000Z' });
  assert.deepEqual(first(hours(6, '23:00', '01:00'), '2026-07-04T21:30:00Z'), { from: '2026-07-04T20:00:00.000Z', until: '2026-07-04T22:00:00.000Z' });
  assert.deepEqual(first(hours(7, '05:00', '06:00'), '2026-10-24T22:00:00Z'), { from: '2026-10-25T03:00:00.000Z', until: '2026-10-25T04:00:00.000Z' });
  const touching: SafeHours = { zone: 'UTC', spans: [{ day: 4, from: '10:00', to: '11:00' }, { day: 4, from: '11:00', to: '12:30' }] };
  assert.deepEqual(first(touching, '2026-11-26T10:30:00Z'), { from: '2026-11-26T10:00:00.000Z', until: '2026-11-26T12:30:00.000Z' });
});

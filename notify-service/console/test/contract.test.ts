import assert from 'node:assert/strict';
import { test } from 'node:test';
import { obstacle } from '../src/case/gate.ts';
import { nextSaid } from '../src/contract/her-time.ts';
import { linesOf, spansOf } from '../src/contract/hours.ts';
import { ReplyTime } from '../src/contract/reply-time.ts';
import { NO_REACH, isSafeAt, nextWindow } from '../src/contract/terms.ts';
import type { Reach } from '../src/contract/terms.ts';
import { TermsForm } from '../src/contract/terms-form.ts';
import { NO_WORDS, noteOf, wordsIn } from '../src/contract/words.ts';
import { zoneOf } from '../src/contract/zones.ts';

const NOON = Date.parse('2026-11-26T12:00:00Z');
const SIX = '2026-11-26T18:00:00Z';
const SEVEN = '2026-11-26T19:00:00Z';
const REACH: Reach = {
  ...NO_REACH,
  terms: { texts: 'allowed', calls: false, voicemail: false, hours: { zone: 'UTC', spans: [{ day: 4, from: '18:00', to: '19:00' }] } },
  windows: [{ from: SIX, until: SEVEN }, { from: '2026-12-03T18:00:00Z', until: '2026-12-03T19:00:00Z' }],
};

test('a line for several days becomes a span for each of them, and back', () => {
  const lines = [{ days: '1-5', from: '18:00', to: '19:30' }, { days: '7', from: '23:00', to: '01:00' }];
  const spans = spansOf(lines)!;
  assert.deepEqual(spans.map(({ day }) => day), [1, 2, 3, 4, 5, 7]);
  assert.deepEqual(linesOf(spans.map((span) => ({ ...span, from: `${span.from}:00`, to: `${span.to}:00` }))), lines);
});

test('six days with the same hours are the working days and one more', () => {
  const spans = [1, 2, 3, 4, 5, 6].map((day) => ({ day, from: '08:00', to: '09:00' }));
  assert.deepEqual(linesOf(spans).map(({ days }) => days), ['1-5', '6']);
});

test('a line that is not filled in is none, nor are more than intake takes', () => {
  assert.equal(spansOf([{ days: '1', from: '', to: '19:00' }]), undefined);
  assert.equal(spansOf([{ days: '1', from: '24:00', to: '19:00' }]), undefined);
  assert.equal(spansOf([]), undefined);
  assert.equal(spansOf(Array.from({ length: 4 }, (_, i) => ({ days: '1-7', from: `0${i}:00`, to: `0${i}:30` }))), undefined);
});

test('where hours are limited only their windows are safe', () => {
  assert.equal(isSafeAt(REACH, NOON), false);
  assert.equal(isSafeAt(REACH, Date.parse(SIX)), true);
  assert.equal(isSafeAt(REACH, Date.parse(SEVEN)), false);
  assert.equal(isSafeAt(NO_REACH, NOON), true);
  assert.equal(nextWindow(REACH, NOON)?.from, SIX);
  assert.equal(nextWindow(REACH, Date.parse(SEVEN))?.from, '2026-12-03T18:00:00Z');
});

test('the next window is said by their clock, whatever this one shows', () => {
  const reach: Reach = { ...REACH, terms: { ...REACH.terms!, hours: { zone: 'Asia/Almaty', spans: [] } } };
  assert.match(nextSaid(reach, NOON), /\(23:00–00:00, Asia\/Almaty\)$/);
  assert.equal(nextSaid(NO_REACH, NOON), '–');
});

test('an answer outside the hours is held up before it is sent', () => {
  const known = { conversation: { closed: false, texts: 'allowed', contact: 'jwe', recipients: {} as never }, timeline: [] } as const;
  assert.equal(obstacle({ ...known, isSafe: false }), 'outside-hours');
  assert.equal(obstacle({ ...known, isSafe: true }), undefined);
  assert.equal(obstacle({ ...known, conversation: { ...known.conversation, texts: 'refused' }, isSafe: false }), 'texts-refused');
});

test('an answer that waits goes out in the first window from the time that is wanted', () => {
  const time = new ReplyTime(() => {});
  assert.equal(time.notBefore(NOON), undefined);
  time.choose('window');
  assert.equal(Date.parse(time.goesAt(REACH, NOON)!), Date.parse(SIX));
  time.choose('at');
  assert.equal(time.isUnfinished(NOON), true);
  time.type(local(SIX, 30));
  assert.equal(time.goesAt(REACH, NOON), new Date(Date.parse(SIX) + 30 * 60_000).toISOString());
  time.type(local(SEVEN, 0));
  assert.equal(time.goesAt(REACH, NOON), '2026-12-03T18:00:00Z');
  time.type(local(SIX, -12 * 60));
  assert.equal(time.isUnfinished(NOON), true, 'a time that is over');
  time.reset();
  assert.equal(time.when, 'now');
});

test('a form begins with what was recorded and forgets voicemail with calls', () => {
  const form = new TermsForm(REACH.terms!, NO_WORDS, 'KZ', () => {});
  assert.deepEqual(form.terms(), REACH.terms);
  form.set({ calls: true });
  form.set({ voicemail: true });
  form.set({ calls: false });
  assert.equal(form.terms()!.voicemail, false);
  form.set({ limited: false });
  assert.equal(form.terms()!.hours, undefined);
});

test('hours need a zone, which the region proposes', () => {
  const form = new TermsForm(undefined, NO_WORDS, 'ZZ', () => {});
  form.set({ limited: true });
  form.line(0, { from: '18:00', to: '19:00' });
  assert.equal(form.terms(), undefined);
  form.set({ zone: zoneOf('KZ-SHY') });
  assert.equal(form.terms()!.hours!.zone, 'Asia/Almaty');
  assert.equal(form.terms()!.hours!.spans.length, 7);
  assert.equal(zoneOf('RU-PRI'), 'Asia/Vladivostok');
});

test('every zone that is proposed is one', () => {
  for (const region of 'RU KZ KG UZ TJ UA BY KP MD CN PH NG VN TR AE BH SY LY CF'.split(' ')) {
    assert.doesNotThrow(() => new Intl.DateTimeFormat('en', { timeZone: zoneOf(region) }), region);
    assert.notEqual(zoneOf(region), '', region);
  }
});

test('the latest words that were sealed hold, and other notes are none', () => {
  const words = { codeWord: 'heron', whoAnswers: '', opener: 'Is the sofa still for sale?' };
  const at = '2026-11-26T12:00:00Z';
  const note = (said?: unknown) => ({ id: 'x', at, content: { kind: 'note', text: 'x', at, ...(said === undefined ? {} : { said }) } }) as const;
  assert.deepEqual(wordsIn([note(NO_WORDS), note(words), note(), note({ codeWord: 7 })]), words);
  assert.deepEqual(wordsIn([note()]), NO_WORDS);
  assert.deepEqual(noteOf(words, (key) => key).split('\n'), ['contract.title', 'contract.codeWord: heron', 'contract.opener: Is the sofa still for sale?']);
});

/** As a browser's field has it. */
function local(at: string, minutes: number): string {
  const date = new Date(Date.parse(at) + minutes * 60_000);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

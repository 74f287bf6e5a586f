import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LONGEST, obstacle, unfinished } from '../src/case/gate.ts';
import type { Known } from '../src/case/gate.ts';
import { forcingCharacters, isDearAlphabet, plainer } from '../src/case/segments.ts';
import { firstHole, inserted } from '../src/reply/holes.ts';
import { tellings } from '../src/reply/telling.ts';

const told = (text: string, organisations: readonly string[] = []) => tellings(text, organisations).map(({ words, kind }) => `${kind}: ${words}`);

test('a topic word is named in every language, with its endings, as it was written', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['We will call the Police now', 'authority: Police'],
    ['Завтра позвоним в полицию', 'authority: полицию'],
    ['Подзвонимо до поліції', 'authority: поліції'],
    ['Politsiyaga aytmang', 'authority: Politsiyaga'],
    ['Полицияга айтманг', 'authority: Полицияга'],
    ['Прокурорға айтпаңыз', 'authority: Прокурорға'],
    ['Милицияга айтпаңыз', 'authority: Милицияга'],
    ['Ба сафорат равед', 'authority: сафорат'],
    ['경찰에 말하지 마세요', 'authority: 경찰'],
    ['Đừng gọi công an', 'authority: công an'],
    ['不要报警', 'topic: 报警'],
    ['Это торговля людьми', 'topic: торговля людьми'],
    ["Bu qullik, zo‘ravonlik", "topic: qullik; topic: zo'ravonlik"],
    ['Where is your PASSPORT?', 'papers: PASSPORT'],
    ['Где ваш паспорт?', 'papers: паспорт'],
    ['Ваш адвокат, волонтёры', 'helper: адвокат; helper: волонтёры'],
    ['Вы жертва', 'helper: жертва'],
  ];
  for (const [text, found] of texts) assert.equal(told(text).join('; '), found, text);
});

test('a word that only contains a listed one is nobody’s business', () => {
  for (const text of ['courtyard', 'судьба сюда', 'работа рабочая', 'qulay qulf', 'сотня', 'кулак', 'advisable', 'unfold', 'reporter']) assert.deepEqual(told(text), [], text);
});

test('links, addresses and phone numbers are told, times and dates are not', () => {
  assert.deepEqual(told('https://example.org/x and www.example.org'), ['link: https://example.org/x', 'link: www.example.org']);
  assert.deepEqual(told('example.org/help, help@example.org'), ['link: example.org/help,', 'link: help@example.org']);
  assert.deepEqual(told('+1 (202) 555-0111, 2025550111'), ['number: +1 (202) 555-0111', 'number: 2025550111']);
  assert.deepEqual(told('18:40, 24.11.2026, 2026-11-24, 5-uy, 100 000'), []);
  assert.deepEqual(told('Salom.Men keldim. ok.'), []);
});

test('the names of the organisations and teams that read along are told, whole and in any case', () => {
  assert.deepEqual(told('We are NORTH, of Central  Asia; Ovoz', ['North', 'Central Asia', 'Ovoz', '']), ['organisation: NORTH', 'organisation: Central  Asia', 'organisation: Ovoz']);
  assert.deepEqual(told('northern central', ['North', 'Central Asia']), []);
});

test('each is told once, in the order of the text', () => {
  assert.deepEqual(told('паспорт, полиция, паспорт'), ['papers: паспорт', 'authority: полиция']);
});

test('a phrase goes in where the cursor stands, and words do not touch', () => {
  assert.deepEqual(inserted('', { from: 0, to: 0 }, 'Salom.'), { text: 'Salom.', from: 6, to: 6 });
  assert.deepEqual(inserted('Ha.Yana', { from: 3, to: 3 }, 'Salom.'), { text: 'Ha. Salom. Yana', from: 10, to: 10 });
  assert.deepEqual(inserted('Ha. ', { from: 4, to: 4 }, 'Soat {time} da.'), { text: 'Ha. Soat {time} da.', from: 9, to: 15 });
  assert.deepEqual(inserted('eski', { from: 0, to: 4 }, 'yangi'), { text: 'yangi', from: 5, to: 5 });
});

test('what a phrase leaves open has to be filled in; other braces are a matter of taste', () => {
  assert.deepEqual(unfinished('Soat {time} da {name}'), { why: 'hole', hole: '{time}' });
  assert.deepEqual(unfinished('Soat 18:40 da {name}'), { why: 'hole', hole: '{name}' });
  assert.equal(unfinished('Soat 18:40 da {ha}'), undefined);
  assert.equal(firstHole('18:40'), undefined);
});

test('what the carrier would refuse for its length is too long here already', () => {
  assert.equal(unfinished('a'.repeat(LONGEST)), undefined);
  assert.deepEqual(unfinished('a'.repeat(LONGEST + 1)), { why: 'too-long' });
  assert.equal(unfinished(`${'a'.repeat(LONGEST)}   `), undefined);
});

test('it is shown what forces the dear alphabet, each once, the invisible by number', () => {
  assert.deepEqual(forcingCharacters('Salom, oʻrtoq oʻgʻil'), ['ʻ']);
  assert.deepEqual(forcingCharacters('a\u00A0b\u200B\u{1F64F}'), ['U+00A0', 'U+200B', '\u{1F64F}']);
  assert.deepEqual(forcingCharacters('Plain @ {text} €'), []);
});

test('where the alphabet itself is dear, no character is to blame', () => {
  assert.deepEqual(['Вы не одни STOP', '你好 STOP a', 'Xin chào bạn', 'Soʻrang', '\u{1F64F}', ''].map(isDearAlphabet), [true, false, false, false, false, false]);
  assert.equal(isDearAlphabet('Вы'), true);
});

test('what typing aids put in is written plainly where that makes it cheaper, and nowhere else', () => {
  assert.equal(plainer('oʻrtoq, “ha” – yoʼq… \u00A0x'), 'o\'rtoq, "ha" - yo\'q...  x');
  assert.equal(plainer('plain'), undefined);
  assert.equal(plainer('обов’язково'), undefined);
  assert.equal(plainer('oʻrtoq \u{1F64F}'), undefined);
});

const recipients = {} as NonNullable<Known['conversation']['recipients']>;
const open = { closed: false, texts: 'allowed', contact: 'jwe', recipients } as const;
const view = { state: 'claimed', texts: 'allowed', lastWroteAt: '2026-11-24T04:00:00Z' } as const;
const why = (conversation: Partial<Known['conversation']>, seen: Partial<NonNullable<Known['view']>> = {}, erased?: string) =>
  obstacle({ conversation: { ...open, ...conversation }, view: { ...view, ...seen }, timeline: erased === undefined ? [] : [{ at: erased, what: 'contact-erased' }] });

test('the gate’s reasons are said before anything is sent', () => {
  assert.equal(why({}), undefined);
  assert.equal(why({}, { texts: 'unknown' }), 'texts-unknown');
  assert.equal(why({}, { texts: 'refused' }), 'texts-refused');
  assert.equal(why({ contact: undefined }), 'contact-erased');
  assert.equal(why({ recipients: undefined }), 'recipients-unproven');
  assert.equal(why({ closed: true, contact: undefined }), 'report-closed');
  assert.equal(obstacle({ conversation: { ...open, texts: 'unknown' }, timeline: [] }), 'texts-unknown');
});

test('what has changed since the report was opened counts', () => {
  assert.equal(why({ texts: 'unknown' }), undefined, 'allowed meanwhile');
  assert.equal(why({}, { state: 'closed' }), 'report-closed');
  assert.equal(why({}, {}, '2026-11-24T04:05:00Z'), 'contact-erased');
  assert.equal(why({}, { lastWroteAt: '2026-11-24T04:06:00Z' }, '2026-11-24T04:05:00Z'), undefined, 'the person has written again');
});

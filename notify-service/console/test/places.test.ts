import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { folded } from '../src/links/fold.ts';
import { kidOfSecret, linkKeyOf, markOf } from '../src/links/link-key.ts';
import { MOST, termsOf } from '../src/links/terms.ts';

const word = (text: string) => folded(text.normalize('NFKC').toLowerCase());
const terms = (...texts: string[]) => termsOf(texts).map(({ term }) => term);

/** Spellings of one name, each row. */
const SAME: readonly (readonly string[])[] = [
  ['Гольяново', 'гольянове', 'Golyanovo', 'GOLYANOVO', 'Голяново'],
  ['Алтайская', 'Алтайской', 'Алтайскую', 'Altayskaya', 'altaiskaia'],
  ['Королёв', 'Королев', 'Korolyov', 'Korolev'],
  ['Чиланзар', 'Chilanzar'],
  ['Тошкент', 'Toshkent'],
  ['Қўқон', 'Qoʻqon', "Qo'qon"],
  ['Йўлдош', 'Yoʻldosh', "yo'ldosh"],
  ['Ғулом', "G'ulom", 'Gʻulom'],
  ['Хўжа', "Xo'ja"],
  ['Шымкент', 'Shymkent', 'Шимкент'],
  ['Алматы', 'Almaty', 'Алмате'],
  ['Жезқазған', 'Zhezkazgan', 'Jezqazğan'],
  ['Өзгөн', 'Özgön', 'Озгон'],
  ['Душанбе', 'Dushanbe'],
  ['Хуҷанд', 'Khujand', 'Xujand'],
  ['Київ', 'Kyyiv'],
  ['Мария', 'Maria', 'Mariya', 'Марія'],
  ['Анна', 'Anna', 'Ana'],
  ['Цветной', 'Tsvetnoy'],
  ['Đông', 'Dong'],
];

test('one name is one term, in whatever script and spelling', () => {
  for (const names of SAME) assert.deepEqual([...new Set(names.map(word))], [word(names[0]!)], names.join(' '));
});

test('different names stay different', () => {
  const names = SAME.map(([first]) => word(first!));
  assert.equal(new Set(names).size, names.length);
  assert.notEqual(word('Парковая'), word('Сиреневая'));
  assert.notEqual(word('Vega'), word('Venera'));
});

test('an address is cut into what says something, and the house goes with its street', () => {
  const address = ['altaisk', 'altaisk 12', 'golianov'];
  assert.deepEqual(terms('ул. Алтайская, д. 12, Гольяново').sort(), address);
  assert.deepEqual(terms('12 Altayskaya street, Golyanovo').sort(), address);
  assert.deepEqual(terms('магазин на Алтайской улице, дом 12, метро Гольяново').sort(), address);
  assert.deepEqual(terms("Golyanovo, Altayskaya ko'chasi 12-uy").sort(), address);
  for (const house of ['12к3', '12/3', '12-14', 'дом 12, корпус']) assert.deepEqual(terms(`Алтайская ${house}`), ['altaisk', 'altaisk 12'], house);
  assert.deepEqual(terms('Алтайская 12А'), terms('altayskaya 12a'));
  assert.deepEqual(terms('Altayskaya 012'), ['altaisk', 'altaisk 12']);
  assert.deepEqual(terms('дом, улица, 12, в магазине рядом'), []);
});

test('numbers count by their ends, however they are written', () => {
  assert.deepEqual(terms('+7 (999) 123-45-67'), ['#4567', '#1234567']);
  assert.deepEqual(terms('8 999 1234567'), ['#4567', '#1234567']);
  assert.deepEqual(terms('конец номера 4567'), ['#4567']);
});

test('names in scripts of their own are compared as they are', () => {
  assert.deepEqual(terms('莫斯科 市场'), ['莫斯科', '市场']);
  assert.deepEqual(terms('모스크바'), ['모스크바']);
  assert.deepEqual(terms('ﾓｽｸﾜ'), terms('モスクワ'), 'by compatibility forms');
});

test('each term is there once, with the words it was written in, and there are not too many', () => {
  assert.deepEqual(termsOf(['Вега', 'Vega, Вега']), [{ term: word('Вега'), shown: 'Вега' }]);
  assert.equal(termsOf([Array.from({ length: 90 }, (_, i) => `слово${'абвгдежзик'[i % 10]}${'лмнопрстуф'[Math.floor(i / 10)]}н`).join(' ')]).length, MOST);
  assert.deepEqual(termsOf([]), []);
});

test('a mark is an HMAC under the key, cut to 128 bits: the same in every browser and year', async () => {
  const secret = Uint8Array.from({ length: 32 }, (_, i) => i);
  const key = await linkKeyOf(secret, 1);
  const other = await linkKeyOf(secret.map((byte) => byte ^ 1), 1);
  const mark = createHmac('sha256', secret).update('ovoz-link-term/1 golianov').digest().subarray(0, 16).toString('base64url');
  assert.equal(await markOf('golianov', key), mark);
  assert.equal(mark, 'rv6PcRlBilUzrIsji6FoqQ');
  assert.equal(key.kid, createHmac('sha256', secret).update('ovoz-link-key').digest('base64url'));
  assert.equal(await kidOfSecret(secret), key.kid);
  assert.notEqual(await markOf('golianov', other), mark);
  assert.equal(key.hmac.extractable, false);
});

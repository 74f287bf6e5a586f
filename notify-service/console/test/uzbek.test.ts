import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { scriptOf, toCyrillic, toLatin } from '../src/reply/uzbek.ts';

/** Latin as it comes out (plain apostrophe), and Cyrillic; the same in both directions. */
const BOTH_WAYS: readonly (readonly [string, string])[] = [
  ["o'zbek", 'ўзбек'], ["O'zbekiston", 'Ўзбекистон'], ["tog'", 'тоғ'], ["G'ijduvon", 'Ғиждувон'], ["qo'ng'iroq", 'қўнғироқ'], ["bog'", 'боғ'],
  ['shahar', 'шаҳар'], ['choy', 'чой'], ['Toshkent', 'Тошкент'], ['achchiq', 'аччиқ'], ['singlim', 'синглим'], ['xona', 'хона'], ['qishloq', 'қишлоқ'], ['jon', 'жон'],
  ['yosh', 'ёш'], ['yulduz', 'юлдуз'], ['yaxshi', 'яхши'], ['dunyo', 'дунё'], ['daryo', 'дарё'], ["yo'q", 'йўқ'], ["yo'l", 'йўл'], ['uy', 'уй'], ['keyin', 'кейин'],
  ['yer', 'ер'], ['Yevropa', 'Европа'], ['qayerda', 'қаерда'], ['poyezd', 'поезд'], ['yetti', 'етти'], ['bering', 'беринг'], ['ekan', 'экан'], ['Eshik', 'Эшик'], ['aeroport', 'аэропорт'], ['poeziya', 'поэзия'],
  ['obyekt', 'объект'], ['subyekt', 'субъект'], ["ma'no", 'маъно'], ["ta'lim", 'таълим'], ["san'at", 'санъат'], ["e'lon", 'эълон'], ["a'zo", 'аъзо'], ["Is'hoq", 'Исҳоқ'],
  ['militsiya', 'милиция'], ['politsiya', 'полиция'], ['litsey', 'лицей'], ['meditsina', 'медицина'], ['abzats', 'абзац'], ['ketsa', 'кетса'], ['aytsin', 'айтсин'], ['baxtsiz', 'бахтсиз'], ['kutsangiz', 'кутсангиз'],
  ['SHAHAR', 'ШАҲАР'], ["YO'Q", 'ЙЎҚ'], ['CHOY', 'ЧОЙ'], ['Ya', 'Я'], ["Sho'rva. Choy", 'Шўрва. Чой'],
  ['Soat {time} da {name} yozadi', 'Соат {time} да {name} ёзади'], ['Unda STOP deb yuboring', 'Унда STOP деб юборинг'], ['SMSga', 'SMSга'],
  ['12:30 da, 5-uy\n(2-qavat) 🙏', '12:30 да, 5-уй\n(2-қават) 🙏'], ['', ''],
];

test('Latin becomes Cyrillic', () => {
  for (const [latin, cyrillic] of BOTH_WAYS) assert.equal(toCyrillic(latin), cyrillic);
});

test('Cyrillic becomes Latin', () => {
  for (const [latin, cyrillic] of BOTH_WAYS) assert.equal(toLatin(cyrillic), latin);
});

test('every apostrophe that phones write is the same one', () => {
  for (const apostrophe of ["'", 'ʻ', 'ʼ', '‘', '’', '`', '´']) assert.equal(toCyrillic(`o${apostrophe}g${apostrophe}il ma${apostrophe}no`), 'ўғил маъно');
});

test('an apostrophe that quotes stays one', () => {
  assert.equal(toCyrillic("'salom' dedi"), "'салом' деди");
});

test('what one script has lost does not come back', () => {
  for (const [cyrillic, latin, back] of [['цирк', 'sirk', 'сирк'], ['концерт', 'konsert', 'консерт'], ['акция', 'aksiya', 'аксия'], ['сентябрь', 'sentyabr', 'сентябр'], ["мўъжиза", "mo'jiza", 'мўжиза'], ['съезд', 'syezd', 'съезд'], ['щётка', 'shyotka', 'шётка']]) {
    assert.deepEqual([toLatin(cyrillic!), toCyrillic(latin!)], [latin, back]);
  }
});

test('a text in the other script already, or in both, is left as it is where it is', () => {
  assert.equal(toCyrillic('салом dunyo'), 'салом дунё');
  assert.equal(toLatin('salom дунё'), 'salom dunyo');
  assert.equal(toCyrillic('İ Ş ß 中文 \u{1F1FA}\u{1F1FF}'), 'İ Ş ß 中文 \u{1F1FA}\u{1F1FF}');
});

test('the script of a text is that of most of its letters', () => {
  assert.deepEqual(['salom', 'салом', 'salom SMS дунё салом', '123 {time}', '', '你好'].map(scriptOf), ['Latn', 'Cyrl', 'Cyrl', undefined, undefined, undefined]);
});

test('the console’s own two Uzbek catalogues are each other', () => {
  const catalogue = (tag: string): Record<string, string> => JSON.parse(readFileSync(`messages/${tag}.json`, 'utf8'));
  const [latin, cyrillic] = [catalogue('uz-Latn'), catalogue('uz-Cyrl')];
  const plain = (text: string) => text.replace(/[ʻʼ]/g, "'");
  const keys = Object.keys(latin).filter((key) => key !== 'reviewed' && !/Enter|Ctrl|Esc|K7Q2-1/.test(latin[key]!));
  for (const key of keys) assert.deepEqual([toCyrillic(latin[key]!), toLatin(cyrillic[key]!)], [cyrillic[key], plain(latin[key]!)], key);
  assert.ok(keys.length > 200);
});

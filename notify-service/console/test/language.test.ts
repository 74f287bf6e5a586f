import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, test } from 'node:test';
import { TAGS, nameOf } from '../src/language/catalogues.ts';
import { allWords, bestOf, chooseLanguage, isLanguageMissed, isReviewed, language, onLanguage, startLanguage, t, wantedLanguage } from '../src/language/messages.ts';
import { languageName, regionName } from '../src/language/names.ts';
import { age, clock } from '../src/language/time.ts';
import { signInLocale } from '../src/login/sign-in-locale.ts';

const TIER_1 = ['ru', 'uz-Latn', 'uz-Cyrl', 'kk', 'ky', 'tg', 'uk', 'en', 'ko', 'vi', 'zh'];
const TIER_2_AND_3 = 'tk ro tr fil ar fr mn az hy ka ha ig yo ce av hi bn ne si es pt sw th km my fa'.split(' ');
const REGIONS = 'RU KZ KG UZ TJ UA BY KP MD CN PH NG VN TR AE BH SY LY CF'.split(' ');
/** Every `what` that the desk keeps of a case and shows in its timeline: those made of two words, and all that its sources name. */
const FAMILIES = { reply: ['accepted', 'sent', 'delivered', 'refused', 'failed', 'unknown', 'scheduled', 'withdrawn'], texts: ['allowed', 'refused', 'unknown'], alert: ['sent', 'delivered', 'failed', 'unknown'] };
const HAPPENINGS = [...new Set([...Object.entries(FAMILIES).flatMap(([of, words]) => words.map((word) => `${of}-${word}`)), ...named()])];

/** What is written into a case's journal or audit, read from the desk's sources; who merely looked is not shown. */
function named(): string[] {
  const root = '../src/main/java/org/ovoz/notify';
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.java'));
  const writes = /(?:journal\s*\.\s*write|AuditEntry\s*\.\s*ofReport|String what =|\bupdate)\s*\(?[^;]*;/g;
  return files
    .map((name) => readFileSync(`${root}/${name}`, 'utf8'))
    .filter((source) => /journal|ofReport/.test(source))
    .flatMap((source) => [...source.matchAll(writes)])
    .flatMap(([call]) => [...call.matchAll(/"([a-z]+(?:-[a-z]+)+|acknowledged|escalated)"/g)].map(([, code]) => code!))
    .filter((code) => !code.endsWith('-viewed') && code !== 'unknown-report');
}

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const catalogue = (tag: string): Record<string, string> => json(`messages/${tag}.json`);
const namesOf = (tag: string): { reviewed: string; language: Record<string, string>; region: Record<string, string> } => json(`messages/names/${tag}.json`);
const tagsIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => name.replace('.json', '')).sort();
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
const NOW = new Date(2026, 10, 24, 9, 14, 5).getTime();
const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();

/** What the built console would be served, refused as a browser refuses what is not the pinned bytes. */
const fetchBuilt = async (path: string, { integrity }: { integrity: string }) => {
  const bytes = await readFile(`.tests/${path}`);
  if (integrity !== `sha384-${createHash('sha384').update(bytes).digest('base64')}`) throw new TypeError('integrity');
  return new Response(bytes);
};
type Fetch = typeof fetchBuilt;
const serve = (how: Fetch) => Object.defineProperty(globalThis, 'fetch', { configurable: true, writable: true, value: how });
const drawn = () => new Promise<void>((resolve) => onLanguage(resolve));
const chosen = new Map<string, string>();
const page = { documentElement: { lang: '' } };

const offline: Fetch = () => Promise.reject(new TypeError('offline'));

async function spoken(tag: (typeof TAGS)[number]): Promise<void> {
  const arrived = drawn();
  chooseLanguage(tag);
  if (language() !== tag) await arrived;
}

beforeEach(() => {
  chosen.clear();
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: { getItem: (key: string) => chosen.get(key) ?? null, setItem: (key: string, value: string) => chosen.set(key, value) } });
  Object.defineProperty(globalThis, 'document', { configurable: true, value: page });
  serve(fetchBuilt);
});
afterEach(() => onLanguage(() => {}));

// These come first, while nothing has been fetched yet.
test('without any catalogue nothing starts', async () => {
  serve(offline);
  await assert.rejects(startLanguage(['ky-KG']));
});

test('where the chosen catalogue does not come it is English, and that is said', async () => {
  serve((path, pinned) => (path === 'messages.en.json' ? fetchBuilt(path, pinned) : offline(path, pinned)));
  await startLanguage(['ky-KG']);
  assert.deepEqual([language(), wantedLanguage(), isLanguageMissed()], ['en', 'en', true]);
  assert.equal(t('app.cancel'), catalogue('en')['app.cancel']);
});

test('a catalogue that does not come, or is not the one that was built, changes nothing and is said', async () => {
  const refusals: Fetch[] = [offline, (_, pinned) => fetchBuilt('messages.zh.json', pinned)];
  for (const refuse of refusals) {
    serve(refuse);
    const arrived = drawn();
    chooseLanguage('vi');
    assert.deepEqual([language(), wantedLanguage(), isLanguageMissed()], ['en', 'vi', false]);
    await arrived;
    assert.deepEqual([language(), wantedLanguage(), isLanguageMissed()], ['en', 'en', true]);
  }
  serve(fetchBuilt);
  await spoken('vi');
  assert.deepEqual([language(), isLanguageMissed()], ['vi', false]);
});

test('the language chosen before is there at the start, the browser’s otherwise', async () => {
  await spoken('ky');
  chosen.set('ovoz.language', 'zh');
  await startLanguage(['ky-KG']);
  assert.equal(language(), 'zh');
  chosen.clear();
  await startLanguage(['ky-KG']);
  assert.equal(language(), 'ky');
});

test('every language of the first tier is there, in catalogue, names and list', () => {
  assert.deepEqual(tagsIn('messages'), [...TIER_1].sort());
  assert.deepEqual(tagsIn('messages/names'), [...TIER_1].sort());
  assert.deepEqual([...TAGS].sort(), [...TIER_1].sort());
  assert.deepEqual(TAGS.map(nameOf), TAGS.map((tag) => catalogue(tag)['language']));
  assert.equal(new Set(TAGS.map(nameOf)).size, TAGS.length);
});

test('every catalogue says everything, with the same holes', () => {
  const english = catalogue('en');
  for (const tag of TIER_1) {
    const other = catalogue(tag);
    assert.deepEqual(Object.keys(other), Object.keys(english), tag);
    for (const [key, text] of Object.entries(english)) {
      assert.deepEqual(holes(other[key]!), holes(text), `${tag} ${key}`);
      assert.equal(other[key], other[key]!.trim(), `${tag} ${key}`);
      assert.notEqual(other[key], '', `${tag} ${key}`);
    }
  }
});

test('nothing was left in English', () => {
  const english = catalogue('en');
  const same = new Set(['channel.sms', 'channel.web', 'attachment.kb', 'attachment.mb']);
  for (const tag of TIER_1.filter((one) => one !== 'en')) {
    const left = Object.entries(catalogue(tag)).filter(([key, text]) => text === english[key] && !same.has(key));
    assert.deepEqual(left, [], tag);
  }
});

test('whatever happens to a case has a text, and no two have the same', () => {
  for (const known of ['acknowledged', 'nobody-alerted', 'handed-to-escalation', 'time-agreed', 'claim-taken-over', 'contact-erased', 'note-added', 'conflict-declared', 'block-over']) assert.ok(HAPPENINGS.includes(known), known);
  for (const tag of TIER_1) {
    const said = Object.entries(catalogue(tag)).filter(([key]) => key.startsWith('happened.'));
    const missing = HAPPENINGS.filter((what) => !said.some(([key]) => key === `happened.${what}`));
    assert.deepEqual(missing, [], tag);
    assert.equal(new Set(said.map(([, text]) => text)).size, said.length, tag);
  }
});

test('whatever keeps a reply from going out has a text of its own', () => {
  const java = readFileSync('../../contracts/src/main/java/org/ovoz/contracts/report/ReplyRefusal.java', 'utf8');
  const reasons = [...java.matchAll(/@JsonProperty\("([a-z-]+)"\)/g)].map(([, reason]) => reason!);
  assert.ok(reasons.length >= 8);
  for (const tag of TIER_1) {
    const said = reasons.map((reason) => catalogue(tag)[`refused.${reason}`]);
    assert.deepEqual(reasons.filter((_, index) => said[index] === undefined), [], tag);
    assert.equal(new Set(said).size, reasons.length, tag);
  }
});

test('whatever the coordinators get a notice of has a text of its own', () => {
  const java = readFileSync('../src/main/java/org/ovoz/notify/notice/NoticeKind.java', 'utf8');
  const kinds = [...java.matchAll(/^ {4}([A-Z_]+)[,;]$/gm)].map(([, name]) => name!.toLowerCase().replaceAll('_', '-'));
  assert.ok(kinds.length >= 18);
  for (const { tag, words } of TAGS.map((one) => ({ tag: one, words: catalogue(one) }))) {
    assert.deepEqual(kinds.filter((kind) => words[`notices.${kind}`] === undefined), [], tag);
    assert.equal(new Set(kinds.map((kind) => words[`notices.${kind}`])).size, kinds.length, tag);
  }
});

test('Uzbek in Cyrillic is Uzbek in Latin, letter by letter', () => {
  const latin = /[a-zʻʼ]/i;
  const foreign = /SMS|STOP|Enter|Ctrl|Escape|Esc|K7Q2-1|\{\w+\}/g;
  for (const [key, text] of Object.entries(catalogue('uz-Cyrl'))) {
    if (key !== 'reviewed') assert.doesNotMatch(text.replace(foreign, ''), latin, key);
  }
  const words = (tag: string) => Object.values(catalogue(tag)).map((text) => text.split(' ').length);
  assert.deepEqual(words('uz-Cyrl'), words('uz-Latn'));
});

test('every language and place of the lists has a name of its own', async () => {
  for (const tag of TAGS) {
    await spoken(tag);
    const languages = [...TIER_1, ...TIER_2_AND_3].map(languageName);
    assert.equal(new Set(languages).size, languages.length, tag);
    assert.deepEqual(languages.filter((name) => /^[a-z]{2,3}(-|$)/.test(name)), [], tag);
    assert.deepEqual(REGIONS.map(regionName).filter((name) => /^[A-Z]{2}$/.test(name)), [], tag);
  }
});

test('what no native speaker has read says so', () => {
  for (const tag of TIER_1) {
    const expected = tag === 'en' ? 'source' : 'no';
    assert.deepEqual([catalogue(tag)['reviewed'], namesOf(tag).reviewed], [expected, expected], tag);
  }
});

test('what the first view does not say comes once something else is opened, and with every language from then on', async () => {
  const asked: string[] = [];
  serve((path, pinned) => {
    asked.push(path);
    return fetchBuilt(path, pinned);
  });
  const fate = 'happened.alert-delivered';
  assert.throws(() => t(fate));
  serve(offline);
  await assert.rejects(allWords());
  serve((path, pinned) => fetchBuilt(path, pinned).finally(() => asked.push(path)));
  const arrived = allWords();
  await spoken('tg');
  await arrived;
  assert.equal(t(fate), catalogue('tg')[fate]);
  await spoken('ko');
  assert.equal(t(fate), catalogue('ko')[fate]);
  assert.deepEqual(asked.filter((path) => asked.indexOf(path) !== asked.lastIndexOf(path)), []);
});

test('each language can be chosen, and is remembered', async () => {
  for (const tag of TAGS) {
    await spoken(tag);
    assert.deepEqual([language(), wantedLanguage(), page.documentElement.lang, chosen.get('ovoz.language')], [tag, tag, tag, tag]);
    assert.equal(t('happened.alert-delivered'), catalogue(tag)['happened.alert-delivered']);
    assert.equal(isReviewed(), tag === 'en');
  }
});

test('the browser’s languages choose the first one there is', () => {
  assert.equal(bestOf(['de-DE', 'ru-RU', 'en']), 'ru');
  assert.equal(bestOf(['uz']), 'uz-Latn');
  assert.equal(bestOf(['uz-Cyrl-UZ']), 'uz-Cyrl');
  assert.equal(bestOf(['zh-Hant-TW']), 'zh');
  assert.equal(bestOf(['vie', 'k']), 'en');
  assert.equal(bestOf([]), 'en');
});

test('times are to the second, with the day if it is another', () => {
  assert.equal(clock(at(-5), NOW), '09:14:00');
  assert.equal(clock(at(-86_400), NOW), '2026-11-23 09:14:05');
});

test('ages count as people do', async () => {
  await spoken('en');
  assert.deepEqual([0, -59, -61, -7300, -200_000, 45, 600].map((seconds) => age(at(seconds), NOW)),
    ['0 sec ago', '59 sec ago', '1 min ago', '2 h ago', '2 d ago', 'in 45 sec', 'in 10 min']);
});

test('the login server speaks every language of ours', () => {
  const keycloak = '../../deploy/keycloak';
  const realm = JSON.parse(readFileSync(`${keycloak}/ovoz-realm.json`, 'utf8')) as { supportedLocales: string[]; loginTheme: string };
  const theme = /^locales=(.*)$/m.exec(readFileSync(`${keycloak}/themes/${realm.loginTheme}/login/theme.properties`, 'utf8'))![1]!.split(',');
  const wanted = [...new Set(TAGS.map(signInLocale))].sort();
  assert.deepEqual([...realm.supportedLocales].sort(), wanted);
  assert.deepEqual(theme.sort(), wanted);
});

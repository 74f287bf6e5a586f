// The rest of triage, what comes back when it is due, and wrapping up, in a real Chromium against the mock desk: part of
// `npm run test:browser`. SCREENSHOTS=folder keeps pictures.
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { later } from '../mock/world.ts';
import type { MockCase } from '../mock/world.ts';
import { byId, sound, speak } from './page.ts';
import { Setting, answer, saved, step, until } from './setting.ts';

const setting = await Setting.begin();
const { world, desk } = setting;
const one = await world.addCase({ shortId: 'K7Q2', region: 'KZ' }, ['Yordam kerak']);
const other = await world.addCase({ shortId: 'M3XT' }, ['Yordam kerak']);
const back = await world.addCase({ shortId: 'P4HN', readBy: null, opened: true }, ['Rahmat']);
try {
  await wide();
  await narrow();
  console.log('dues: all steps passed');
} finally {
  await setting.end();
}

function inEntry(page: Page, list: string, index: number, field: string): Locator {
  return byId(page, `entry-${list}`).nth(index).getByTestId(`triage-${list}-${field}`);
}

function kindsAt(which: MockCase): readonly string[] {
  return desk.dues.of(which).map(({ kind }) => kind);
}

async function fold(page: Page, list: string): Promise<void> {
  await byId(page, `triage-${list}`).locator('summary').first().click();
}

async function wide(): Promise<void> {
  const { page, errors } = await setting.opened(1280, 900);
  await step('people who are affected are added one by one, without a name, also somebody whom nobody knows', async () => {
    await setting.open(page, one);
    await fold(page, 'later');
    await fold(page, 'persons');
    await byId(page, 'add-persons').click();
    await inEntry(page, 'persons', 0, 'sex').selectOption('female');
    await inEntry(page, 'persons', 0, 'age').selectOption('14-17');
    await inEntry(page, 'persons', 0, 'nationality').selectOption('KG');
    await byId(page, 'add-persons').click();
    await inEntry(page, 'persons', 1, 'migration').waitFor();
    await saved(page);
    const { persons } = await setting.facts(one);
    assert.deepEqual(Object.values<any>(persons).map(({ added: _, ...known }) => known), [{ sex: 'female', age: '14-17', nationality: 'KG' }, {}]);
    assert.match(await byId(page, 'entry-persons').first().innerText(), /^1\. woman or girl · 14–17 · Kyrgyzstan/);
    await sound(page, 'triage-persons');
  });
  await step('a colleague adds one at the same time: both are there', async () => {
    await inEntry(page, 'persons', 1, 'sex').selectOption('male');
    const before = await setting.facts(one);
    const on = one.items.filter(({ kind }) => kind === 'triage').at(-1)!.id;
    const theirs = { ...before, by: 'vera', on: [on], persons: { ...before['persons'], vera: { added: '2026-11-24T03:00:00.000Z', age: 'adult' } } };
    await world.store(one, { kind: 'triage', facts: theirs, at: new Date().toISOString() });
    await byId(page, 'triage-joined').waitFor();
    assert.equal(await byId(page, 'triage-apart').count(), 0);
    assert.equal(await byId(page, 'entry-persons').count(), 3);
    await until(page, async () => Object.values<any>((await setting.facts(one))['persons']).map(({ sex }) => sex).join() === 'female,male,', 'saved together');
  });
  await step('what was taken out can be put back', async () => {
    await byId(page, 'entry-persons').first().locator('summary').click();
    await byId(page, 'remove-persons').first().click();
    assert.equal(await byId(page, 'entry-persons').count(), 2);
    await fold(page, 'persons').then(() => fold(page, 'persons'));
    await byId(page, 'removed-persons').locator('summary').click();
    await sound(page, 'triage-removed');
    await byId(page, 'put-back-persons').click();
    assert.equal(await byId(page, 'entry-persons').count(), 3);
  });
  await step('the rest: a road, a complaint, a trace, who decided; nothing of it is needed to save', async () => {
    for (const list of ['route', 'complaints', 'evidence', 'standing']) await fold(page, list);
    await byId(page, 'add-route').click();
    await inEntry(page, 'route', 0, 'stage').selectOption('exploitation');
    await inEntry(page, 'route', 0, 'country').selectOption('KZ');
    await inEntry(page, 'route', 0, 'where').fill('Bozor orqasidagi ferma');
    await byId(page, 'add-complaints').click();
    await inEntry(page, 'complaints', 0, 'body').selectOption('police');
    await inEntry(page, 'complaints', 0, 'complaint').selectOption('refused');
    await inEntry(page, 'complaints', 0, 'on').fill('2026-11-02');
    await byId(page, 'add-evidence').click();
    await inEntry(page, 'evidence', 0, 'trace').selectOption('cctv');
    await inEntry(page, 'evidence', 0, 'until').fill('2027-01-20');
    await answer(page, 'status', 'not').check();
    assert.match(await byId(page, 'triage-standing').innerText(), /Never “not” because the police opened no case/);
    await sound(page, 'triage-standing');
    await answer(page, 'status', 'possible').check();
    await answer(page, 'decidedBy', 'ngo').check();
    await until(page, () => kindsAt(one).join() === 'evidence', 'a trace comes back before it is gone');
    assert.deepEqual(desk.dues.of(one), [{ kind: 'evidence', at: '2027-01-19T06:00:00.000Z' }]);
    await saved(page);
  });
  await step('nobody is counted before they agreed; then in codes, under an id that no case has', async () => {
    assert.equal(desk.dues.rows.size, 0);
    await fold(page, 'consent');
    await answer(page, 'statistics', 'yes').check();
    await sound(page, 'triage-consent');
    await until(page, () => desk.dues.rows.size === 1, 'counted');
    const [[id, row] = ['', { month: '', region: '', coded: {} }]] = [...desk.dues.rows];
    assert.equal((await setting.facts(one))['counted'].row, id);
    assert.ok(!one.view.id.includes(id));
    assert.deepEqual([row.month, row.region, (row.coded['people'] as object[]).length, row.coded['complaints']], [one.view.receivedAt.slice(0, 7), 'KZ', 3, [{ body: 'police', outcome: 'refused' }]]);
    assert.ok(!JSON.stringify(row).includes('Bozor'));
    await answer(page, 'statistics', 'no').check();
    await until(page, () => desk.dues.rows.size === 0, 'not counted any more');
  });
  await step('danger found out later is a label for everybody', async () => {
    assert.equal(await byId(page, 'danger').count(), 0);
    await answer(page, 'danger', 'yes').check();
    await byId(page, 'danger').first().waitFor();
    assert.equal(one.view.danger, true);
    await answer(page, 'danger', 'no').check();
    await until(page, () => !one.view.danger, 'and none once it is over');
  });
  await step('a time to ask again comes back, and is ticked off in triage, too', async () => {
    await fold(page, 'followUps');
    await byId(page, 'add-followUps').click();
    await inEntry(page, 'followUps', 0, 'at').fill('2026-11-20T09:00');
    await inEntry(page, 'followUps', 0, 'what').fill('Opasi');
    await byId(page, 'due-line').nth(1).waitFor();
    assert.deepEqual(await byId(page, 'due-line').evaluateAll((lines) => lines.map((line) => `${line.dataset['kind']} ${line.dataset['late']}`)), ['follow-up true', 'evidence false']);
    await sound(page, 'dues');
    await byId(page, 'due-done').first().click();
    await until(page, async () => Object.values<any>((await setting.facts(one))['followUps'])[0].done === 'yes', 'written down');
    assert.deepEqual(kindsAt(one), ['evidence']);
    await saved(page);
  });
  await step('after an answer the contact is wrapped up: a sealed note, and two times that come back', async () => {
    await byId(page, 'reply-text').fill('Ertaga yozamiz.');
    await byId(page, 'send-reply').click();
    await byId(page, 'wrap-said').fill('Ahvoli yaxshi');
    await byId(page, 'wrap-promised').fill('Advokat');
    await byId(page, 'wrap-promisedBy').fill('2026-12-01T12:00');
    await byId(page, 'wrap-safeAt').fill('2026-11-30T21:30');
    await sound(page, 'wrap');
    await byId(page, 'save-wrap').click();
    await page.locator('[data-testid=line][data-kind=note]').waitFor();
    const [note] = await setting.read(one, 'note');
    assert.match(note!['text'], /^What was said: Ahvoli yaxshi\nWhat was promised: Advokat \(by 2026-12-01 12:00\)\nNext safe time: 2026-11-30 21:30$/);
    assert.deepEqual(kindsAt(one), ['safe-time', 'promise', 'evidence']);
    assert.equal(await byId(page, 'wrap').getAttribute('open'), null);
  });
  await step('whoever closes is asked whether to wrap up first, unless that was done since the last answer', async () => {
    await byId(page, 'close-case').click();
    await byId(page, 'closing-helped').waitFor();
    assert.equal(await byId(page, 'wrap-first').count(), 0);
    await byId(page, 'dialog-cancel').click();
    await byId(page, 'reply-text').fill('Ertaga yozamiz');
    await byId(page, 'send-reply').click();
    await page.locator('#wrap[open]').waitFor();
    await byId(page, 'close-case').click();
    await byId(page, 'wrap-first').waitFor();
    await sound(page, 'close-wrap');
    await byId(page, 'wrap-first').click();
    await page.waitForFunction(() => document.activeElement?.id === 'wrap-said');
    assert.equal(one.view.state, 'claimed');
  });
  await step('in the list it says what is due, and what is overdue comes first', async () => {
    desk.dues.set(back, [{ kind: 'promise', at: later(new Date().toISOString(), -5) }]);
    await byId(page, 'back').click();
    const first = byId(page, 'case-row').first();
    await first.locator('[data-kind=promise]').waitFor();
    assert.equal(await first.getAttribute('data-short-id'), 'P4HN');
    assert.match(await first.getByTestId('due').innerText(), /^A promise: overdue since/);
    await sound(page, 'queue-due');
  });
  await step('what a colleague has moved meanwhile is not ticked off', async () => {
    await setting.open(page, back);
    await byId(page, 'due-done').waitFor();
    await page.route('**/dues/done', (route) => route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify({ type: 'urn:ovoz:problem:not-due' }) }));
    await byId(page, 'due-done').click();
    await byId(page, 'due-problem').waitFor();
    await page.unroute('**/dues/done');
  });
  await step('when the desk does not hear, that is said, and it is told later', async () => {
    await page.route('**/labels', (route) => route.abort());
    await answer(page, 'child', 'yes').check();
    await byId(page, 'triage-untold').waitFor();
    assert.equal((await setting.facts(back))['urgent'].child, 'yes');
    await sound(page, 'triage-untold');
    await page.unroute('**/labels');
    await answer(page, 'danger', 'no').check();
    await until(page, () => back.view.child, 'told');
  });
  assert.deepEqual(errors, []);
  assert.deepEqual(desk.violations, []);
}

async function narrow(): Promise<void> {
  const { page, errors } = await setting.opened(320, 640);
  await step('at 320 px, by keyboard alone: somebody who is affected', async () => {
    await setting.open(page, other);
    await byId(page, 'triage-later').locator('summary').first().focus();
    await page.keyboard.press('Enter');
    await byId(page, 'triage-persons').locator('summary').first().focus();
    await page.keyboard.press('Enter');
    await byId(page, 'add-persons').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id.startsWith('triage-persons-sex'));
    await page.keyboard.press('w');
    await until(page, async () => (await setting.read(other, 'triage')).some(({ facts }) => Object.values<any>(facts['persons'] ?? {})[0]?.sex === 'female'), 'saved');
  });
  await step('at 320 px: everything unfolded', async () => {
    for (const list of ['route', 'standing', 'consent', 'evidence', 'complaints', 'followUps']) await fold(page, list);
    for (const list of ['route', 'evidence', 'complaints', 'followUps']) await byId(page, `add-${list}`).click();
    await answer(page, 'referral', 'yes').check();
    await byId(page, 'wrap').locator('summary').click();
    desk.dues.set(other, [{ kind: 'safe-time', at: later(new Date().toISOString(), 40) }]);
    await byId(page, 'due-line').waitFor();
    await sound(page, 'triage-all');
  });
  await step('at 320 px: the same in languages of long words', async () => {
    for (const tag of ['ru', 'uz-Latn', 'vi'] as const) {
      await speak(page, tag);
      await page.waitForFunction((asked) => document.documentElement.lang === asked, tag);
      await sound(page, `triage-all-${tag}`);
    }
  });
  assert.deepEqual(errors, []);
}

// Triage, in a real Chromium against the mock desk: part of `npm run test:browser`. SCREENSHOTS=folder keeps pictures.
import assert from 'node:assert/strict';
import type { Page, Request } from 'playwright-core';
import type { MockCase } from '../mock/world.ts';
import { byId, sound } from './page.ts';
import { Setting, answer, saved, step } from './setting.ts';

const setting = await Setting.begin();
const { world, desk } = setting;
const one = await world.addCase({ shortId: 'K7Q2' }, ['Yordam kerak, doʻkonda ushlab turishibdi', 'Bozor yonida']);
const other = await world.addCase({ shortId: 'M3XT' }, ['Yordam kerak']);
try {
  await wide();
  await narrow();
  console.log('triage: all steps passed');
} finally {
  await setting.end();
}

/** What a team reads, opened with its own key. */
async function stored(which: MockCase): Promise<Record<string, any>[]> {
  return (await setting.read(which, 'triage')).map(({ facts }) => facts);
}

function unsaved(page: Page): Promise<void> {
  return page.locator('[data-testid=triage-state]', { hasText: 'Not saved yet' }).waitFor();
}

function colleague(which: MockCase, facts: Record<string, unknown>): Promise<void> {
  return world.store(which, { kind: 'triage', facts: { v: 1, by: 'vera', ...facts }, at: new Date().toISOString() });
}

function actOf(request: Request): string {
  return JSON.parse(Buffer.from(request.headers()['ovoz-order']!.split('.')[1]!, 'base64url').toString()).act;
}

function latestId(which: MockCase): string {
  return which.items.filter((item) => item.kind === 'triage').at(-1)!.id;
}

async function wide(): Promise<void> {
  const { page, errors } = await setting.opened(1280, 900);
  await step('the first minute is filled in and saved by itself, sealed to the other team, too', async () => {
    await setting.open(page, one);
    await answer(page, 'danger', 'yes').check();
    await answer(page, 'child', 'unknown').check();
    await byId(page, 'triage-place').fill('Bozor orqasidagi doʻkon');
    await byId(page, 'triage-due').fill('2026-11-27T18:40');
    await unsaved(page);
    await sound(page, 'triage-unsaved');
    await saved(page);
    const [facts, ...more] = await stored(one);
    assert.deepEqual(facts, {
      v: 1, by: 'aziza', on: [],
      urgent: { danger: 'yes', child: 'unknown', place: 'Bozor orqasidagi doʻkon', due: new Date(2026, 10, 27, 18, 40).toISOString() },
    });
    assert.equal(more.length, 0);
    await sound(page, 'triage');
  });
  await step('nothing of it is in the conversation, and an answer goes out beside what is unsaved', async () => {
    assert.equal(await byId(page, 'line').count(), 2);
    await byId(page, 'triage-next').fill('Ertaga qoʻngʻiroq');
    await byId(page, 'note-text').fill('Opasi biladi');
    await byId(page, 'save-note').click();
    await page.locator('[data-testid=line][data-kind=note]').waitFor();
    await saved(page);
    assert.equal((await stored(one)).at(-1)!['urgent'].next, 'Ertaga qoʻngʻiroq');
  });
  await step('a choice made by mistake is taken back', async () => {
    await answer(page, 'child', 'unknown').click();
    assert.equal(await byId(page, 'triage-child').locator('input:checked').count(), 0);
    await saved(page);
    assert.equal('child' in (await stored(one)).at(-1)!['urgent'], false);
  });
  await step('the rest is folded away, and lists are ticked', async () => {
    await byId(page, 'triage-later').locator('summary').first().click();
    await byId(page, 'triage-indicators').locator('summary').click();
    await byId(page, 'triage-needs').locator('summary').click();
    await answer(page, 'indicators', 'documents').check();
    await answer(page, 'indicators', 'wages').check();
    await answer(page, 'needs', 'shelter').check();
    await answer(page, 'role', 'affected').check();
    await byId(page, 'triage-count').fill('5');
    await saved(page);
    const { signs, help, people } = (await stored(one)).at(-1)!;
    assert.deepEqual([signs, help, people], [{ indicators: ['documents', 'wages'] }, { needs: ['shelter'] }, { role: 'affected', count: '5' }]);
    await sound(page, 'triage-later');
    await byId(page, 'triage-later').locator('summary').first().click();
  });
  await step('leaving the page saves at once', async () => {
    const before = (await stored(one)).length;
    await byId(page, 'triage-landmarks').fill('Masjid koʻrinadi');
    const acts: string[] = [];
    page.on('request', (request) => request.url().endsWith('/orders') && acts.push(actOf(request)));
    await byId(page, 'back').click();
    await page.waitForFunction(() => location.hash.startsWith('#/') && !location.hash.includes('case'));
    const until = Date.now() + 2500;
    while ((await stored(one)).length === before && Date.now() < until) await page.evaluate(() => new Promise(requestAnimationFrame));
    assert.equal((await stored(one)).at(-1)!['urgent'].landmarks, 'Masjid koʻrinadi');
    assert.deepEqual(acts, ['triage'], 'what nobody sees is not fetched, so that it does not count as read');
  });
  await step('a colleague’s words on the same field are shown beside one’s own, theirs on others are taken in', async () => {
    await setting.open(page, one);
    const on = latestId(one);
    await byId(page, 'triage-place').fill('Metro yonida');
    await colleague(one, { ...(await stored(one)).at(-1)!, by: 'vera', on: [on], urgent: { ...(await stored(one)).at(-1)!['urgent'], place: 'Vokzal', contactWhen: '22:00' } });
    await byId(page, 'triage-apart').waitFor();
    assert.match(await byId(page, 'triage-apart').innerText(), /vera/);
    assert.equal(await byId(page, 'apart-mine').innerText(), 'Metro yonida');
    assert.equal(await byId(page, 'apart-theirs').innerText(), 'Vokzal');
    assert.equal(await byId(page, 'triage-contactWhen').inputValue(), '22:00');
    await sound(page, 'triage-apart');
    await byId(page, 'choose-theirs').click();
    assert.equal(await byId(page, 'triage-place').inputValue(), 'Vokzal');
    await page.locator('[data-testid=triage-state][data-saved=true]', { hasText: 'Last changed by vera' }).waitFor();
    assert.equal((await stored(one)).at(-1)!['urgent'].place, 'Vokzal');
  });
  await step('without a connection it stays here, over a reload, and is saved afterwards', async () => {
    const before = (await stored(one)).length;
    await page.route('**/orders', (route) => route.abort());
    await byId(page, 'triage-next').fill('Advokat bilan gaplashish');
    await byId(page, 'triage-problem').waitFor();
    await sound(page, 'triage-kept');
    const shelf = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    assert.ok(shelf.includes('ovoz.draft.') && !shelf.includes('Advokat'), 'sealed');
    await page.unroute('**/orders');
    await page.reload();
    await setting.unlock(page);
    await page.waitForFunction(() => (document.querySelector('#triage-next') as HTMLTextAreaElement | null)?.value === 'Advokat bilan gaplashish');
    await saved(page);
    assert.equal((await stored(one)).at(-1)!['urgent'].next, 'Advokat bilan gaplashish');
    assert.ok((await stored(one)).length > before);
  });
  await step('an answer that was lost on its way back is no colleague, and nothing is stored twice', async () => {
    const before = (await stored(one)).length;
    await page.route('**/orders', async (route) => {
      await route.fetch();
      await (actOf(route.request()) === 'triage' ? route.abort() : route.continue());
    });
    await byId(page, 'triage-contactHow').fill('Telegram emas, SMS');
    await byId(page, 'triage-problem').waitFor();
    await page.unroute('**/orders');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await saved(page);
    assert.equal(await byId(page, 'triage-apart').count(), 0);
    assert.equal((await stored(one)).length, before + 1);
  });
  await step('whoever releases the report has saved what was typed', async () => {
    await byId(page, 'triage-next').fill('Hammasi aytildi');
    await byId(page, 'release').click();
    await byId(page, 'claim').waitFor();
    assert.equal((await stored(one)).at(-1)!['urgent'].next, 'Hammasi aytildi');
    assert.equal(await byId(page, 'triage').count(), 0);
  });
  assert.deepEqual(errors, []);
  assert.deepEqual(desk.violations, []);
}

async function narrow(): Promise<void> {
  const { page, errors } = await setting.opened(320, 640);
  await step('at 320 px, by keyboard alone: the first minute', async () => {
    await setting.open(page, other);
    await answer(page, 'danger', 'yes').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Sklad');
    await saved(page);
    assert.deepEqual((await stored(other)).at(-1)!['urgent'], { danger: 'yes', child: 'yes', place: 'Sklad' });
    await sound(page, 'triage');
  });
  await step('at 320 px: what is folded away, and two who wrote the same field', async () => {
    await byId(page, 'triage-later').locator('summary').first().click();
    for (const list of ['indicators', 'details', 'sectors', 'needs']) await byId(page, `triage-${list}`).locator('summary').click();
    await sound(page, 'triage-later');
    const on = latestId(other);
    await byId(page, 'triage-place').fill('Eski sklad');
    await colleague(other, { on: [on], urgent: { danger: 'no', place: 'Zavod yonidagi sklad' } });
    await byId(page, 'triage-apart').waitFor();
    await sound(page, 'triage-apart');
    await byId(page, 'choose-mine').first().click();
    await saved(page);
    assert.deepEqual((await stored(other)).at(-1)!['urgent'], { danger: 'no', place: 'Eski sklad' });
  });
  assert.deepEqual(errors, []);
}

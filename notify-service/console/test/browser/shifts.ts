import assert from 'node:assert/strict';
import { exportJWK, generateKeyPair } from 'jose';
import type { Page } from 'playwright-core';
import type { MockDesk } from '../mock/desk.ts';
import type { World } from '../mock/world.ts';
import { byId, fromMenu, sound } from './page.ts';
import { step } from './step.ts';

const duty = (page: Page, id: string) => page.locator(`[data-testid=duty][data-id=${id}]`);
const of = (desk: MockDesk, id: string) => desk.shifts.duties.find((one) => one.id === id)!;

/** A responder's shifts, then a coordinator's plan. */
export async function shiftsJourney(page: Page, desk: MockDesk, world: World): Promise<void> {
  desk.roles = ['responder'];
  await mine(page, desk);
  await checkingIn(page, desk, world);
  await swapping(page, desk);
  await leaving(page, desk);
  await waking(page, desk);
  await planning(page, desk);
}

async function mine(page: Page, desk: MockDesk): Promise<void> {
  await step('my duties come first, then who is there and how sure that is', async () => {
    await byId(page, 'sign-in').click();
    await fromMenu(page, 'shifts-link');
    await duty(page, 'd1').waitFor();
    assert.equal(await duty(page, 'd2').getByTestId('check-in').count(), 0, 'too early to check in');
    const there = (handle: string) => page.locator(`[data-testid=there][data-handle=${handle}] [data-testid=surety]`);
    assert.equal(await there('bek').getAttribute('data-surety'), 'rang');
    assert.equal(await there('vera').getAttribute('data-surety'), 'reads');
    assert.equal(await page.locator('[data-testid=day]').count(), 7);
    assert.equal(await byId(page, 'plan').count(), 0, 'a responder does not plan');
    await sound(page, 'shifts');
    await byId(page, 'more-days').click();
    assert.equal(await page.locator('[data-testid=day]').count(), 14);
    await byId(page, 'week-team').selectOption('catch-all');
    assert.equal(await page.locator('[data-testid=planned]').count(), 1);
    await byId(page, 'week-team').selectOption('');
    assert.ok(desk.shifts.duties.length > 1);
  });
  await step('the phone can be made to ring', async () => {
    await duty(page, 'd1').getByTestId('ring').click();
    await byId(page, 'shifts-said').getByText('press 1').waitFor();
    assert.deepEqual(desk.shifts.rung, ['d1']);
    assert.equal(of(desk, 'd1').checkedIn, false);
  });
}

async function checkingIn(page: Page, desk: MockDesk, world: World): Promise<void> {
  await step('without an open key nobody shows that they can read', async () => {
    await duty(page, 'd1').getByTestId('open-key-first').waitFor();
    assert.equal(await duty(page, 'd1').getByTestId('show-that-i-read').count(), 0);
    await byId(page, 'key-file').setInputFiles({ name: 'aziza.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(world.keyFile('aziza'))) });
    await duty(page, 'd1').getByTestId('show-that-i-read').waitFor();
  });
  await step('sealed to a key that is not here: no check-in, and the way back', async () => {
    const { publicKey } = await generateKeyPair('ECDH-ES+A256KW', { crv: 'P-256', extractable: true });
    desk.shifts.sealsTo = await exportJWK(publicKey);
    await duty(page, 'd1').getByTestId('show-that-i-read').click();
    await byId(page, 'cannot-open').waitFor();
    assert.equal(await byId(page, 'way-back').getAttribute('href'), '#/keys');
    assert.equal(of(desk, 'd1').checkedIn, false);
    await sound(page, 'shifts-cannot-open');
    desk.shifts.sealsTo = undefined;
  });
  await step('opened, and the desk knows that I can read', async () => {
    await duty(page, 'd1').getByTestId('show-that-i-read').click();
    await page.locator('[data-testid=duty][data-id=d1][data-opened=true]').waitFor();
    await byId(page, 'shifts-said').getByText('your key opens').waitFor();
    assert.equal(await byId(page, 'cannot-open').count(), 0);
    assert.deepEqual([of(desk, 'd1').checkedIn, of(desk, 'd1').opened, of(desk, 'd1').rang], [true, true, false]);
    await sound(page, 'shifts-checked-in');
  });
}

async function swapping(page: Page, desk: MockDesk): Promise<void> {
  await step('a duty is offered and kept after all; a colleague’s is taken', async () => {
    await duty(page, 'd2').getByTestId('offer').click();
    await duty(page, 'd2').getByTestId('take-back').waitFor();
    assert.equal(of(desk, 'd2').offered, true);
    await duty(page, 'd2').getByTestId('take-back').click();
    await duty(page, 'd2').getByTestId('offer').waitFor();
    const swap = page.locator('[data-testid=swap][data-id=d4]');
    await swap.getByTestId('take').focus();
    await page.keyboard.press('Enter');
    await duty(page, 'd4').waitFor();
    assert.equal(await byId(page, 'swaps').count(), 0);
    await byId(page, 'shifts-said').getByText('It is yours now').waitFor();
  });
  await step('somebody else was faster', async () => {
    desk.shifts.duties.push({ ...of(desk, 'd4'), id: 'd6', handle: 'vera', offered: true });
    await again(page);
    const swap = page.locator('[data-testid=swap][data-id=d6]');
    await swap.waitFor();
    desk.shifts.duties.splice(desk.shifts.duties.findIndex(({ id }) => id === 'd6'), 1);
    await swap.getByTestId('take').click();
    await byId(page, 'shifts-problem').getByText('not there any more').waitFor();
    await swap.waitFor({ state: 'detached' });
  });
}

async function leaving(page: Page, desk: MockDesk): Promise<void> {
  await step('what a duty leaves open: mine to give, another’s to answer for', async () => {
    const until = new Date(Date.now() + 30 * 60_000).toISOString();
    const reports = [{ id: '00000000-0000-4000-8000-000000000001', shortId: 'K7Q2' }];
    desk.shifts.leaving = [{ duty: 'd3', handle: 'bek', mine: false, team: 'north-central-asia', until, reports }, { duty: 'd1', handle: 'aziza', mine: true, team: 'north-central-asia', until, reports }];
    await again(page);
    await byId(page, 'answer-for').first().waitFor();
    assert.equal(await byId(page, 'answer-for').count(), 1);
    await sound(page, 'shifts-leaving');
    await byId(page, 'answer-for').click();
    await byId(page, 'shifts-said').getByText('You answer for it now').waitFor();
    assert.deepEqual(desk.shifts.accepted, ['d3']);
  });
}

async function waking(page: Page, desk: MockDesk): Promise<void> {
  await step('a calendar’s address is shown once', async () => {
    await byId(page, 'calendar').locator('summary').click();
    await byId(page, 'open-calendar').click();
    assert.match(await byId(page, 'calendar-address').innerText(), /made-up-1\.ics/);
    await again(page);
    assert.equal(await byId(page, 'calendar-address').count(), 0);
  });
  await step('how I am woken stands with the settings; quiet hours are mine to set', async () => {
    await fromMenu(page, 'settings');
    await byId(page, 'alert-ways').waitFor();
    assert.deepEqual(await byId(page, 'way').evaluateAll((ways) => ways.map((way) => [(way as HTMLElement).dataset['way'], (way as HTMLElement).dataset['isSet']])), [['sms', 'true'], ['call', 'true'], ['email', 'false']]);
    await byId(page, 'quiet-from').fill('22:30');
    await byId(page, 'quiet-until').fill('06:00');
    await byId(page, 'save-quiet').click();
    await byId(page, 'quiet-said').getByText('kept').waitFor();
    assert.deepEqual(desk.shifts.quiet, { from: '22:30', until: '06:00', zone: 'Asia/Almaty' });
    await sound(page, 'settings-ways');
    await byId(page, 'never-quiet').click();
    await byId(page, 'never-quiet').waitFor({ state: 'detached' });
    assert.equal(desk.shifts.quiet, null);
  });
}

async function planning(page: Page, desk: MockDesk): Promise<void> {
  desk.roles = ['responder', 'coordinator'];
  await step('a coordinator sees holes in words, what is never read last', async () => {
    desk.notices.push({ kind: 'missed-check-in', subject: 'd3', raisedAt: new Date().toISOString() });
    await page.goto(`${desk.origin}/console/?coordinator#/open`);
    await byId(page, 'sign-in').click();
    await byId(page, 'notices').locator('summary').click();
    const known = new EventTarget();
    await page.route('**/api/v1/coverage**', (route) => known.addEventListener('known', () => void route.continue()));
    await byId(page, 'notice-place').click();
    await byId(page, 'shifts-coming').waitFor();
    assert.equal((await byId(page, 'no-gaps').count()) + (await page.locator('[data-testid=day]').count()), 0, 'what is not known yet is neither a gap nor none');
    known.dispatchEvent(new Event('known'));
    await byId(page, 'gap').first().waitFor();
    await page.unroute('**/api/v1/coverage**');
    assert.equal(new URL(page.url()).hash, '#/shifts');
    const gaps = await byId(page, 'gap').allTextContents();
    assert.equal(gaps.length, 2);
    assert.match(gaps[0]!, /^Uzbek \(Latin\), Russia \(RU-MOW\): nobody from \w{3} \d{4}-\d{2}-\d{2} \d{2}:00 to /);
    assert.match(gaps[1]!, /Korean, Russia: nobody at all/);
  });
  const plan = page.locator('[data-testid=team-plan][data-team=north-central-asia]');
  await step('a weekly shift; one without a day is held back, and what was chosen stays', async () => {
    await plan.getByTestId('add-pattern').click();
    await byId(page, 'shift-form').getByTestId('handle').selectOption('bek');
    await byId(page, 'from').fill('22:00');
    await byId(page, 'until').fill('06:00');
    await byId(page, 'save-shift').click();
    await byId(page, 'shift-problem').waitFor();
    assert.equal(await byId(page, 'from').inputValue(), '22:00');
    await byId(page, 'days').locator('input[value="1"]').check();
    await byId(page, 'days').locator('input[value="7"]').check();
    await sound(page, 'shifts-pattern');
    await byId(page, 'save-shift').click();
    await plan.getByTestId('pattern').waitFor();
    const { id: _, ...kept } = desk.shifts.patterns[0]!;
    assert.deepEqual({ ...kept, validFrom: '' }, { handle: 'bek', team: 'north-central-asia', days: [1, 7], from: '22:00', until: '06:00', zone: 'Asia/Almaty', validFrom: '', validUntil: null });
  });
  await step('it is changed under the same id; a day off and a stretch besides', async () => {
    await plan.getByTestId('change-pattern').click();
    assert.equal(await byId(page, 'days').locator('input[value="7"]').isChecked(), true);
    await byId(page, 'until').fill('07:00');
    await byId(page, 'save-shift').click();
    await plan.getByTestId('pattern').getByText('22:00 – 07:00').waitFor();
    assert.equal(desk.shifts.patterns.length, 1);
    await plan.getByTestId('add-off').click();
    await byId(page, 'shift-form').getByTestId('handle').selectOption('bek');
    await byId(page, 'off').fill('2027-01-01');
    await byId(page, 'save-shift').click();
    await plan.getByTestId('exception').waitFor();
    await plan.getByTestId('add-extra').click();
    await byId(page, 'shift-form').getByTestId('handle').selectOption('aziza');
    await byId(page, 'from').fill('2027-01-02T20:00');
    await byId(page, 'until').fill('2027-01-04T20:00');
    await byId(page, 'save-shift').click();
    await byId(page, 'shift-problem').getByText('within a day').waitFor();
    await byId(page, 'until').fill('2027-01-03T04:00');
    await byId(page, 'save-shift').click();
    await plan.getByTestId('exception').nth(1).waitFor();
    const { from, until } = desk.shifts.exceptions[1]!;
    assert.deepEqual([from, until], ['2027-01-02T15:00:00.000Z', '2027-01-02T23:00:00.000Z'], 'by the clock of Almaty');
    await sound(page, 'shifts-plan');
  });
  await step('taken out of the plan after a question', async () => {
    await plan.getByTestId('pattern').getByTestId('remove-shift').click();
    await byId(page, 'dialog-confirm').click();
    await plan.getByTestId('pattern').waitFor({ state: 'detached' });
    assert.deepEqual(desk.shifts.patterns, []);
  });
  await step('nothing planned is said once, not day by day', async () => {
    desk.shifts.duties.length = 0;
    desk.shifts.leaving = [];
    await again(page);
    await byId(page, 'nothing-planned').waitFor();
    await byId(page, 'no-duties').waitFor();
    assert.equal(await byId(page, 'day').count(), 0);
    await sound(page, 'shifts-empty');
  });
}

/** The page is left and come back to, the key stays open. */
async function again(page: Page): Promise<void> {
  await fromMenu(page, 'settings');
  await page.getByTestId('set-sound').waitFor();
  await fromMenu(page, 'shifts-link');
  await byId(page, 'my-duties').waitFor();
}

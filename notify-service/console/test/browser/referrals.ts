// Services, referrals and the emergency card in a real Chromium.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { MockDesk } from '../mock/desk.ts';
import { World } from '../mock/world.ts';
import type { MockCase } from '../mock/world.ts';
import { byId, sound } from './page.ts';
import type { Step } from './keys.ts';

/** Two journeys on one desk: a responder's, then a coordinator's. */
export async function referralJourney(page: Page, step: Step): Promise<void> {
  const world = await World.create();
  const report = await world.addCase({ shortId: 'R3FR', region: 'UZ' }, ['Salom']);
  const desk = new MockDesk(world, 'dist');
  desk.roles = ['responder'];
  await desk.start();
  try {
    await services(page, step, desk);
    await referring(page, step, desk, report);
    await emergency(page, step, desk, report);
    await keeping(page, step, desk);
    assert.deepEqual(desk.violations, []);
  } finally {
    desk.stop();
  }
}

async function services(page: Page, step: Step, desk: MockDesk): Promise<void> {
  const names = () => page.locator('[data-testid=service] h2').allTextContents();
  await step('services: warnings in words, whom nobody is sent to comes last', async () => {
    await page.goto(`${desk.origin}/console/#/services`);
    await byId(page, 'sign-in').click();
    await byId(page, 'service').first().waitFor();
    assert.deepEqual(await names(), ['Warm House', 'Right to Wages', 'Good Samaritans']);
    assert.match(await byId(page, 'service').nth(1).getByTestId('unchecked').innerText(), /90 days/);
    assert.match(await byId(page, 'service').nth(2).getByTestId('never-refer').innerText(), /Send nobody here.*handed somebody over.*vera/s);
    await sound(page, 'services');
  });
  await step('services are found by place, need and whom they take; the address stays as it is', async () => {
    await byId(page, 'find-region').selectOption('RU-MOW');
    await byId(page, 'find-need').selectOption('wage-recovery');
    await page.getByText('Services found: 1').waitFor();
    assert.deepEqual(await names(), ['Right to Wages']);
    await byId(page, 'find-child').check();
    await page.getByText('Services found: 0').waitFor();
    await byId(page, 'find-need').selectOption('');
    await page.getByText('Services found: 1').waitFor();
    assert.deepEqual(await names(), ['Warm House']);
    assert.equal(new URL(page.url()).hash, '#/services');
    assert.equal(await byId(page, 'add-service').count(), 0);
  });
}

async function referring(page: Page, step: Step, desk: MockDesk, report: MockCase): Promise<void> {
  await step('only the holder refers', async () => {
    await page.evaluate((id) => (location.hash = `#/case/${id}`), report.view.id);
    await byId(page, 'referrals').waitFor();
    assert.equal(await byId(page, 'refer').count(), 0);
    await byId(page, 'claim').click();
    await byId(page, 'refer').click();
    await focusedOn(page, 'purpose');
  });
  await step('passing on asks for the day of the yes, and nobody can be sent where nobody is to be sent', async () => {
    await byId(page, 'purpose').selectOption('shelter');
    const barred = page.locator('[data-testid=service-option]', { hasText: 'Good Samaritans' });
    await barred.waitFor();
    assert.equal(await barred.locator('input').isDisabled(), true);
    assert.equal(await page.locator('[data-testid=refer-form] input[type=radio]:checked').count(), 0);
    await sound(page, 'refer-form');
    await byId(page, 'place').selectOption('RU');
    await page.locator('[data-testid=service-option]', { hasText: 'Warm House' }).locator('input').check();
    await byId(page, 'kind-referral').check();
    await byId(page, 'keep-referral').click();
    assert.equal(await page.locator('[data-testid=consented-on]:invalid').count(), 1);
    assert.equal(desk.referrals.referrals.size, 0);
    await byId(page, 'consented-on').fill(new Date().toISOString().slice(0, 10));
    await byId(page, 'keep-referral').click();
    await page.locator('[data-testid=referral][data-kind=referral][data-outcome=pending]').waitFor();
    await page.locator('[data-testid=happening][data-what=case-referred]').waitFor();
  });
  await step('telling of a service needs no yes', async () => {
    await byId(page, 'refer').click();
    await byId(page, 'purpose').selectOption('wage-recovery');
    await page.locator('[data-testid=service-option]', { hasText: 'Right to Wages' }).locator('input').check();
    await byId(page, 'kind-information').check();
    await byId(page, 'keep-referral').click();
    await page.locator('[data-testid=referral][data-kind=information]').waitFor();
    await focusedOn(page, 'refer');
  });
  await step('what became of it, and when to ask again', async () => {
    const made = page.locator('[data-testid=referral][data-kind=referral]');
    await made.getByTestId('follow').locator('summary').click();
    await made.getByTestId('outcome').selectOption('not-reached');
    await made.locator('input[type=date]').fill('2030-01-02');
    await made.getByTestId('keep-outcome').click();
    await page.locator('[data-testid=referral][data-outcome=not-reached]').waitFor();
    assert.match(await made.innerText(), /ask again on 2030-01-02/);
    await sound(page, 'referrals');
  });
}

async function emergency(page: Page, step: Step, desk: MockDesk, report: MockCase): Promise<void> {
  await step('the emergency card: numbers of the place, nothing chosen beforehand', async () => {
    await byId(page, 'emergency').click();
    await byId(page, 'emergency-card').waitFor();
    assert.match(await byId(page, 'numbers').innerText(), /103/);
    assert.equal(await page.locator('[data-testid=emergency-card] input:is([type=radio],[type=checkbox]):checked').count(), 0);
    await sound(page, 'emergency-card');
    await byId(page, 'card-place').selectOption('LY');
    await byId(page, 'no-numbers').waitFor();
    await byId(page, 'card-place').selectOption('KZ');
    await page.keyboard.press('Escape');
    await byId(page, 'emergency-card').waitFor({ state: 'detached' });
    await focusedOn(page, 'emergency');
  });
  await step('nobody is called without a yes and a second person; the confirmation is shown live', async () => {
    await byId(page, 'emergency').click();
    await byId(page, 'whom-ambulance').check();
    await byId(page, 'ask-colleague').click();
    assert.equal(await page.locator('[data-testid=call-wanted]:invalid').count(), 1);
    await byId(page, 'call-wanted').check();
    await byId(page, 'ask-colleague').click();
    const call = page.locator('[data-testid=emergency-call]').first();
    await page.locator('[data-testid=emergency-call][data-state=asked]').waitFor();
    assert.equal(await call.getByTestId('confirm-call').count(), 0);
    assert.doesNotMatch(await call.innerText(), /You may call/);
    await sound(page, 'emergency-asked');
    await desk.referrals.answerAs('bek', report, 'confirm');
    await page.locator('[data-testid=emergency-call][data-state=confirmed]').waitFor();
    assert.match(await call.innerText(), /bek has confirmed. You may call: 103/);
    await call.getByTestId('follow-call').locator('summary').click();
    await call.getByTestId('outcome').selectOption('taken');
    await call.getByTestId('keep-call-outcome').click();
    await page.locator('[data-testid=emergency-call][data-outcome=taken]').waitFor();
  });
  await step('a colleague asks, and I am the second person', async () => {
    desk.referrals.askAs('bek', report);
    await byId(page, 'confirm-call').waitFor();
    await sound(page, 'emergency-confirm');
    await byId(page, 'decline-call').click();
    await page.locator('[data-testid=emergency-call][data-state=declined]').waitFor();
    await page.locator('[data-testid=happening][data-what=emergency-declined]').waitFor();
    await byId(page, 'release').click();
    await byId(page, 'claim').waitFor();
  });
}

async function keeping(page: Page, step: Step, desk: MockDesk): Promise<void> {
  desk.roles = ['responder', 'coordinator'];
  await step('a coordinator checks a service, warns of one and lifts a warning', async () => {
    await page.goto(`${desk.origin}/console/?coordinator#/services`);
    await byId(page, 'sign-in').click();
    const wages = page.locator('[data-testid=service]', { hasText: 'Right to Wages' });
    await wages.getByTestId('check-service').click();
    await wages.getByTestId('unchecked').waitFor({ state: 'detached' });
    await wages.getByTestId('bar').locator('summary').click();
    await wages.getByTestId('reason').selectOption('demands');
    await wages.getByTestId('bar-service').click();
    await wages.getByTestId('never-refer').waitFor();
    await wages.getByTestId('send-again').click();
    await wages.getByTestId('never-refer').waitFor({ state: 'detached' });
    await sound(page, 'services-kept');
  });
  await step('a coordinator adds a service; hours that nobody can read are held back', async () => {
    await byId(page, 'add-service').click();
    await byId(page, 'service-name').fill('Night Kitchen');
    await byId(page, 'kind').selectOption('ngo');
    await byId(page, 'zone').selectOption('Asia/Almaty');
    await byId(page, 'save-service').click();
    await byId(page, 'service-problem').waitFor();
    for (const [group, code] of [['regions', 'KZ'], ['languages', 'kk'], ['needs', 'food']] as const) await byId(page, group).locator(`input[value=${code}]`).check();
    await byId(page, 'weekly').fill('every night');
    await byId(page, 'save-service').click();
    assert.equal(await page.locator('[data-testid=weekly]:invalid').count(), 1);
    await sound(page, 'service-form');
    await byId(page, 'weekly').fill('1-2 18:00-06:00');
    await byId(page, 'save-service').click();
    await page.locator('[data-testid=service]', { hasText: 'Night Kitchen' }).waitFor();
    assert.deepEqual(desk.referrals.services.at(-1)!.service.weekly, [{ day: 1, opens: '18:00', closes: '06:00' }, { day: 2, opens: '18:00', closes: '06:00' }]);
  });
}

/** Whoever works by keyboard goes on where they were. */
async function focusedOn(page: Page, id: string): Promise<void> {
  await page.waitForFunction((testId) => (document.activeElement as HTMLElement | null)?.dataset['testid'] === testId, id);
}

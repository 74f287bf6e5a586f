import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { MockDesk } from '../mock/desk.ts';
import { byId, fromMenu, sound } from './page.ts';
import { step } from './step.ts';

const card = (page: Page, handle: string) => page.locator(`[data-testid=person][data-handle=${handle}]`);
const of = (desk: MockDesk, handle: string) => desk.people.people.find((one) => one.handle === handle)!;

/** An administrator's day, then what others see of it. */
export async function peopleJourney(page: Page, desk: MockDesk): Promise<void> {
  desk.roles = ['admin'];
  await finding(page);
  await inviting(page, desk);
  await changing(page, desk);
  await stopping(page, desk);
  await organisations(page, desk);
  await interpreters(page, desk);
  await comparing(page, desk);
  await others(page, desk);
}

async function finding(page: Page): Promise<void> {
  await step('an administrator who works with no reports has people in the menu, and not shifts', async () => {
    await byId(page, 'sign-in').click();
    await fromMenu(page, 'people-link');
    await card(page, 'bek').waitFor();
    assert.equal(await byId(page, 'shifts-link').count(), 0);
    assert.equal(await byId(page, 'services-link').count(), 0);
    await sound(page, 'people');
  });
  await step('people are found by handle, language and team; who cannot be woken is shown', async () => {
    await byId(page, 'search').fill('ru');
    await page.getByText('People found: 3').waitFor();
    await byId(page, 'find-team').selectOption('catch-all');
    await page.getByText('People found: 2').waitFor();
    await card(page, 'vera').getByTestId('no-channel').waitFor();
    await byId(page, 'search').fill('nobody at all');
    await page.getByText('Nobody like that').waitFor();
    await byId(page, 'search').fill('');
    await byId(page, 'find-team').selectOption('');
    await page.getByText('People found: 5').waitFor();
    await card(page, 'dina').getByTestId('not-alerted').waitFor();
    assert.equal(await card(page, 'dina').getByTestId('no-channel').count(), 0, 'nobody alerts an auditor');
  });
}

async function inviting(page: Page, desk: MockDesk): Promise<void> {
  await step('an invitation that is given up leaves the focus where it began', async () => {
    await byId(page, 'invite').press('Enter');
    await byId(page, 'field-handle').fill('bek');
    await byId(page, 'close-form').press('Enter');
    assert.ok(await isFocused(byId(page, 'invite')));
  });
  await step('an invitation that is refused keeps what was typed, and says why', async () => {
    await byId(page, 'invite').click();
    await byId(page, 'organisation').selectOption('north');
    await byId(page, 'field-handle').fill('bek');
    await byId(page, 'teams').locator('input[value=catch-all]').check();
    await byId(page, 'languages').locator('input[value=kk]').check();
    await byId(page, 'channel-call').fill('12025550177');
    await byId(page, 'invite-now').click();
    assert.equal(await page.locator('[data-testid=channel-call]:invalid').count(), 1, 'a number without its country is held back');
    await byId(page, 'channel-call').fill('+1 (202) 555-0177');
    await byId(page, 'invite-now').click();
    await byId(page, 'form-problem').getByText('is there already').waitFor();
    assert.equal(await byId(page, 'channel-call').inputValue(), '+1 (202) 555-0177');
    await sound(page, 'people-invite');
    await byId(page, 'field-handle').fill('dilnoza');
    desk.people.isAway = true;
    await byId(page, 'invite-now').click();
    await byId(page, 'form-problem').getByText('does not answer').waitFor();
    desk.people.isAway = false;
    await byId(page, 'roles').locator('input[value=responder]').uncheck();
    await byId(page, 'invite-now').click();
    await byId(page, 'form-problem').getByText('one role').waitFor();
    await byId(page, 'roles').locator('input[value=responder]').check();
  });
  await step('the first password is shown once', async () => {
    await byId(page, 'invite-now').click();
    assert.equal(await byId(page, 'first-password').innerText(), 'juniper-otter-42-lamp');
    assert.equal(desk.people.numbers.get('dilnoza call'), '+12025550177');
    assert.deepEqual(of(desk, 'dilnoza').teams, ['catch-all']);
    await card(page, 'dilnoza').getByText('invited').waitFor();
    await sound(page, 'people-invited');
    await page.evaluate(() => (location.hash = '#/settings'));
    await page.getByTestId('set-sound').waitFor();
    await page.evaluate(() => (location.hash = '#/people'));
    await card(page, 'dilnoza').waitFor();
    assert.equal(await byId(page, 'first-password').count(), 0);
  });
}

async function changing(page: Page, desk: MockDesk): Promise<void> {
  await step('whoever changes languages takes no number away; one that is replaced is not shown', async () => {
    await open(page, 'bek', 'change');
    assert.equal(await byId(page, 'channel-sms').inputValue(), '');
    await sound(page, 'people-change');
    await byId(page, 'languages').locator('input[value=tg]').check();
    await byId(page, 'channel-call').fill('+12025550188');
    await byId(page, 'without-email').check();
    await byId(page, 'save-person').click();
    await byId(page, 'change-form').waitFor({ state: 'detached' });
    assert.deepEqual([...desk.people.numbers].filter(([of]) => of.startsWith('bek')), [['bek sms', '+12025550112'], ['bek call', '+12025550188']]);
    assert.equal(of(desk, 'bek').quiet?.zone, 'Asia/Almaty');
    assert.ok(!(await page.content()).includes('12025550188'));
    await card(page, 'bek').getByText('Text, Call').waitFor();
  });
  await step('who is moved out of a team: its keys have to be replaced', async () => {
    await open(page, 'bek', 'move');
    await byId(page, 'teams').locator('input[value=north-central-asia]').uncheck();
    await byId(page, 'teams').locator('input[value=catch-all]').check();
    await byId(page, 'move-now').click();
    await byId(page, 'aftermath').getByText('bek knew the keys of: north-central-asia').waitFor();
    assert.deepEqual(of(desk, 'bek').teams, ['catch-all']);
    await byId(page, 'put-away').click();
    await open(page, 'bek', 'move');
    await byId(page, 'organisation').selectOption('steppe');
    await byId(page, 'teams').locator('input[value=steppe-turkic]').waitFor();
    await byId(page, 'close-form').click();
    assert.ok(await isFocused(card(page, 'bek').getByTestId('steps').locator('summary')), 'where the form was opened');
  });
}

async function stopping(page: Page, desk: MockDesk): Promise<void> {
  await step('suspended at once, and let in again', async () => {
    await open(page, 'bek', 'suspend');
    await page.locator('[data-testid=person][data-handle=bek][data-state=suspended]').waitFor();
    await byId(page, 'aftermath').waitFor();
    await sound(page, 'people-suspended');
    desk.people.isAway = true;
    await card(page, 'bek').getByTestId('lift').click();
    await byId(page, 'people-problem').getByText('does not answer').waitFor();
    desk.people.isAway = false;
    await card(page, 'bek').getByTestId('lift').click();
    await page.locator('[data-testid=person][data-handle=bek][data-state=active]').waitFor();
    await byId(page, 'put-away').click();
  });
  await step('a second factor is reset, and somebody removed, after a question', async () => {
    await card(page, 'bek').getByTestId('reset-factor').click();
    await byId(page, 'dialog-confirm').click();
    await byId(page, 'dialog').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.querySelector('[data-testid=reset-factor]:not(:disabled)') !== null);
    assert.deepEqual(desk.people.secondFactorsReset, ['bek']);
    await card(page, 'bek').getByTestId('remove').click();
    await sound(page, 'people-remove');
    await page.keyboard.press('Escape');
    assert.ok(of(desk, 'bek'));
    await card(page, 'bek').getByTestId('remove').click();
    await byId(page, 'dialog-confirm').click();
    await card(page, 'bek').waitFor({ state: 'detached' });
    assert.match(String(await byId(page, 'aftermath').locator('a').getAttribute('href')), /^#\/line$/);
    await byId(page, 'put-away').click();
  });
}

async function organisations(page: Page, desk: MockDesk): Promise<void> {
  await step('organisations: a name, a team’s hours, stopping one', async () => {
    await byId(page, 'organisations').locator('summary').click();
    await byId(page, 'add-organisation').click();
    await byId(page, 'field-id').fill('coast');
    await byId(page, 'field-label').fill('Coast');
    await byId(page, 'save-organisation').click();
    await page.locator('[data-testid=organisation-line][data-id=coast]').waitFor();
    const team = page.locator('[data-testid=team][data-id=catch-all]');
    await team.getByTestId('team-hours').click();
    await byId(page, 'hours-form').waitFor();
    await byId(page, 'weekly').fill('1-5 09:00-18:00\nFriday');
    await byId(page, 'save-hours').click();
    await byId(page, 'organisation-problem').waitFor();
    assert.equal(await byId(page, 'weekly').inputValue(), '1-5 09:00-18:00\nFriday');
    await byId(page, 'weekly').fill('1-5 09:00-18:00');
    await byId(page, 'holidays').fill('2027-01-01');
    await sound(page, 'people-organisations');
    await byId(page, 'save-hours').click();
    await byId(page, 'hours-form').waitFor({ state: 'detached' });
    assert.deepEqual(desk.people.hours.get('catch-all'), { zone: 'Asia/Almaty', weekly: [1, 2, 3, 4, 5].map((day) => ({ day, opens: '09:00', closes: '18:00' })), holidays: ['2027-01-01'] });
    const steppe = page.locator('[data-testid=organisation-line][data-id=steppe]');
    await steppe.getByTestId('stop-organisation').click();
    await byId(page, 'dialog-confirm').click();
    await page.locator('[data-testid=organisation-line][data-id=steppe][data-suspended=true]').waitFor();
    await steppe.getByTestId('lift-organisation').click();
    await page.locator('[data-testid=organisation-line][data-id=steppe][data-suspended=false]').waitFor();
  });
}

async function interpreters(page: Page, desk: MockDesk): Promise<void> {
  await step('interpreters: a handle, languages and their forms, ties', async () => {
    await byId(page, 'interpreters').locator('summary').click();
    await byId(page, 'add-interpreter').click();
    const form = byId(page, 'interpreter-form');
    await form.getByTestId('field-handle').fill('finch');
    await byId(page, 'save-interpreter').click();
    await byId(page, 'interpreter-problem').waitFor();
    await form.locator('[data-testid=languages] input[value=tg]').check();
    await byId(page, 'dialects').fill('uz-Latn Khorezm');
    await byId(page, 'save-interpreter').click();
    await byId(page, 'interpreter-problem').getByText('ticked language').waitFor();
    await byId(page, 'dialects').fill('tg Badakhshan');
    await sound(page, 'people-interpreter');
    await byId(page, 'save-interpreter').click();
    await page.locator('[data-testid=interpreter][data-handle=finch]').waitFor();
    assert.deepEqual(desk.people.interpreters.at(-1)!.interpreter.languages, [{ language: 'tg', dialect: 'Badakhshan' }]);
    await page.locator('[data-testid=interpreter][data-handle=finch]').getByTestId('remove-interpreter').click();
    await byId(page, 'dialog-confirm').click();
    await page.locator('[data-testid=interpreter][data-handle=finch]').waitFor({ state: 'detached' });
    assert.equal(desk.people.interpreters.length, 1);
  });
}

async function comparing(page: Page, desk: MockDesk): Promise<void> {
  await step('the comparison with the login server: when, what, and who nobody invited', async () => {
    await byId(page, 'comparison').locator('summary').click();
    await page.getByText('not been compared yet').waitFor();
    await byId(page, 'compare').click();
    await byId(page, 'differences').getByText('Brought here: 2. Could not be settled: 1.').waitFor();
    await byId(page, 'unknown-logins').getByText('0f9c3a52-nobody').waitFor();
    desk.people.comparison = { ...desk.people.comparison!, lostRealm: true };
    await sound(page, 'people-comparison');
  });
}

async function others(page: Page, desk: MockDesk): Promise<void> {
  desk.roles = ['coordinator'];
  await step('a coordinator sees the people of the organisation and changes none', async () => {
    await page.goto(`${desk.origin}/console/?coordinator#/people`);
    await byId(page, 'sign-in').click();
    await card(page, 'vera').waitFor();
    for (const id of ['invite', 'steps', 'organisations', 'comparison']) assert.equal(await byId(page, id).count(), 0, id);
    await sound(page, 'people-coordinator');
  });
  desk.roles = ['responder'];
  await step('a responder has no link to it, and is told so who types the address', async () => {
    await page.goto(`${desk.origin}/console/?responder#/people`);
    await byId(page, 'sign-in').click();
    await page.getByText('You may not do this').waitFor();
    assert.equal(await byId(page, 'people-link').count(), 0);
    await byId(page, 'shifts-link').waitFor({ state: 'attached' });
  });
}

async function isFocused(what: Locator): Promise<boolean> {
  return what.evaluate((element) => element === document.activeElement);
}

async function open(page: Page, handle: string, what: string): Promise<void> {
  const steps = card(page, handle).getByTestId('steps');
  if (!(await steps.getByTestId(what).isVisible())) await steps.locator('summary').click();
  await steps.getByTestId(what).click();
}

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { MockDesk } from '../mock/desk.ts';
import type { MockCase, World } from '../mock/world.ts';
import { later } from '../mock/world.ts';
import { byId, sound } from './page.ts';

type Step = (name: string, work: () => Promise<void>) => Promise<void>;

/** Who is there, a time agreed, a take-over both ways, a block by two, a cap, a conflict of interest. The key is open. */
export async function claims(page: Page, world: World, desk: MockDesk, held: MockCase, step: Step): Promise<void> {
  const fresh = await world.addCase({ shortId: 'C1AM' }, ['Salom']);
  const open = async (one: MockCase) => {
    await page.goto(`${desk.origin}/console/#/case/${one.view.id}`);
    await page.locator('.case-head .short-id', { hasText: one.view.shortId }).waitFor();
  };
  const further = async (id: string) => {
    if (!(await byId(page, id).isVisible())) await byId(page, 'more').locator('summary').click();
    await byId(page, id).click();
  };
  const confirm = () => byId(page, 'dialog-confirm').click();

  await step('colleagues are told who reads and who writes, and seen', async () => {
    await open(fresh);
    await byId(page, 'claim').click();
    await byId(page, 'line').first().waitFor();
    const told = page.waitForResponse((answer) => answer.url().endsWith('/presence') && answer.request().postData() === '{"doing":"writing"}');
    await byId(page, 'note-text').fill('Kutyapman');
    await told;
    assert.deepEqual(desk.presence.filter((one) => one.startsWith('C1AM')), ['C1AM reading', 'C1AM writing']);
    fresh.view = { ...fresh.view, present: [{ who: 'aziza', doing: 'writing' }, { who: 'vera', doing: 'writing' }, { who: 'omar', doing: 'reading' }] };
    desk.publish(fresh);
    await byId(page, 'present-one').first().waitFor();
    assert.deepEqual(await byId(page, 'present-one').allInnerTexts(), ['vera is writing now', 'omar is reading this now']);
    assert.equal(await byId(page, 'note-text').inputValue(), 'Kutyapman');
    await sound(page, 'case-present');
  });
  await step('a time is agreed on, and taken back', async () => {
    await further('agree');
    assert.equal(await byId(page, 'dialog-confirm').isDisabled(), true);
    await byId(page, 'agreed-time').fill('18:40');
    await page.locator('#agreed-hint', { hasText: 'Yours until' }).waitFor();
    await sound(page, 'dialog-agree');
    await confirm();
    await byId(page, 'agreed-until').waitFor();
    assert.equal(new Date(fresh.view.agreedUntil!).getHours(), 18);
    await further('agree-back');
    await byId(page, 'agreed-until').waitFor({ state: 'detached' });
  });
  await step('two people block: one proposes, another agrees, either ends it', async () => {
    await further('block');
    await sound(page, 'dialog-block');
    await confirm();
    await page.locator('[data-testid=block-line][data-confirmed=false]').waitFor();
    assert.equal(await byId(page, 'block-confirm').count(), 0, 'not by the same person');
    desk.change(fresh, 'block-proposed', { block: { ...fresh.view.block!, by: 'vera' } }, 'vera');
    await byId(page, 'block-confirm').click();
    await confirm();
    await page.locator('[data-testid=block-line][data-confirmed=true]').waitFor();
    await sound(page, 'case-blocked');
    await byId(page, 'block-end').click();
    await byId(page, 'block-line').waitFor({ state: 'detached' });
  });
  await step('a report is taken over with a reason, and the other way round it is said', async () => {
    await open(held);
    await further('take-over');
    await byId(page, 'take-over-not-there').check();
    assert.equal(await byId(page, 'dialog-confirm').isDisabled(), true, 'where to?');
    await byId(page, 'into-my-claim').check();
    await sound(page, 'dialog-take-over');
    await confirm();
    await byId(page, 'line').first().waitFor();
    await byId(page, 'happening').getByText('Taken over (They are not there) · aziza').waitFor();
    await byId(page, 'note-text').fill('Hali yozyapman');
    desk.change(held, 'claim-taken-over', { claimedBy: 'vera' }, 'vera', 'safety');
    await byId(page, 'alarm').getByText('vera has taken P4HN over from you').waitFor();
    assert.equal(await byId(page, 'line').count(), 0);
    await sound(page, 'case-taken-over');
    desk.change(held, 'claim-released', { state: 'waiting', claimedBy: null, leaseUntil: null }, 'vera');
    await byId(page, 'claim').click();
    await byId(page, 'line').first().waitFor();
    assert.equal(await byId(page, 'note-text').inputValue(), 'Hali yozyapman', 'nothing typed is lost');
    await byId(page, 'release').click();
    await byId(page, 'claim').waitFor();
    assert.equal(await byId(page, 'alarm').innerText(), '', 'what one did oneself is no alarm');
  });
  await step('who has opened too much is told when to go on', async () => {
    desk.refuseNext = { status: 429, slug: 'opening-cap', again: later(new Date().toISOString(), 12) };
    await byId(page, 'claim').click();
    await page.locator('[data-testid=case-problem][data-reason=opening-cap]').waitFor();
    assert.match(await byId(page, 'case-problem').innerText(), /can be opened at (\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d/);
    await sound(page, 'case-cap');
  });
  await step('a coordinator lifts a colleague’s conflict', async () => {
    desk.conflicts.push({ id: fresh.view.id, shortId: 'C1AM', who: 'vera', reason: 'family', declaredAt: new Date().toISOString() });
    await open(fresh);
    await byId(page, 'conflict-of').waitFor();
    await sound(page, 'case-conflict');
    await byId(page, 'conflict-lift').click();
    await byId(page, 'conflict-of').waitFor({ state: 'detached' });
  });
  await step('what is not for me is nowhere any more', async () => {
    await further('conflict');
    await byId(page, 'conflict-acquaintance').check();
    await sound(page, 'dialog-conflict');
    await confirm();
    await byId(page, 'case-gone').waitFor();
    await sound(page, 'case-hidden');
    await byId(page, 'back').click();
    await byId(page, 'queue').waitFor();
    assert.equal(await page.locator('[data-short-id=C1AM]').count(), 0);
    assert.ok(!(await page.content()).includes('Kutyapman'));
  });
}

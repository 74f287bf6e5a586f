// A person's keys in a real Chromium: made, opened by words, PIN and passkey, lost, and given to colleagues.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { fingerprint } from '../../src/keys/fingerprint.ts';
import { readProposal } from '../../src/keys/rotate.ts';
import { kidOf, openingKey, verifyingKey } from '../../src/sealing/keys.ts';
import { openPackage } from '../../src/keys/package.ts';
import { MockDesk } from '../mock/desk.ts';
import { World } from '../mock/world.ts';
import { byId, fromMenu, sound } from './page.ts';

export type Step = (name: string, work: () => Promise<void>) => Promise<void>;

export async function keysJourney(page: Page, step: Step, keyFile: (world: World) => Promise<string>): Promise<void> {
  const world = await World.create();
  const report = await world.addCase({ shortId: 'K3YS' }, ['Salom']);
  const desk = new MockDesk(world, 'dist');
  await desk.start();
  try {
    await play(page, step, desk, world, report.view.id, await keyFile(world));
  } finally {
    desk.stop();
  }
  assert.deepEqual(desk.violations, []);
}

async function play(page: Page, step: Step, desk: MockDesk, world: World, report: string, file: string): Promise<void> {
  let words: string[] = [];
  let papers: string[] = [];
  const stage = (name: string) => page.locator(`[data-testid=key-panel][data-stage=${name}]`).waitFor();

  await step('a first key: six words, two of them asked for', async () => {
    await page.goto(`${desk.origin}/console/#/case/${report}`);
    await byId(page, 'sign-in').click();
    await stage('none');
    await sound(page, 'key-none');
    words = await makeKey(page, 'make-key');
    await stage('waiting');
    await sound(page, 'key-waiting');
  });
  await step('whoever cannot open a report passes it on', async () => {
    await byId(page, 'claim').click();
    await page.locator('[data-testid=case-state][data-state=claimed]').waitFor();
    await byId(page, 'cannot-open').click();
    await page.getByText('K3YS was passed on').waitFor();
    await page.locator('[data-testid=case-state][data-state=waiting]').waitFor();
  });
  await step('a colleague lets the key in, and the report opens without a reload', async () => {
    await byId(page, 'claim').click();
    await desk.keys.letIn();
    await byId(page, 'line').first().waitFor();
  });
  await step('locked: other words open nothing, the right ones open, by four letters too', async () => {
    await byId(page, 'lock').click();
    await stage('locked');
    await openWithWords(page, 'abandon ability able about above absent');
    await page.locator('[data-testid=key-problem][data-good=false]').waitFor();
    await sound(page, 'key-wrong-words');
    await openWithWords(page, words.map((word) => word.slice(0, 4).toUpperCase()).join(', '));
    await byId(page, 'line').first().waitFor();
  });
  await step('a PIN opens on this device, and five wrong ones end that', async () => {
    await fromMenu(page, 'keys-link');
    await byId(page, 'enrol-words').fill(words.join(' '));
    await byId(page, 'enrol-pin').fill('271828');
    await byId(page, 'enrol-button').click();
    await byId(page, 'devices').waitFor();
    await sound(page, 'keys-page');
    await byId(page, 'lock').click();
    await withPin(page, '271827');
    await page.getByText('Tries left: 4').waitFor();
    await withPin(page, '271828');
    await byId(page, 'lock').waitFor();
    await byId(page, 'lock').click();
    for (let i = 0; i < 4; i++) {
      await withPin(page, '000000');
      await page.getByText(`Tries left: ${4 - i}`).waitFor();
    }
    await withPin(page, '000000');
    await byId(page, 'open-with-pin').waitFor({ state: 'detached' });
    await openWithWords(page, words.join(' '));
    await byId(page, 'lock').waitFor();
  });
  const devTools = await page.context().newCDPSession(page);
  await step('a passkey opens, where the device makes a secret', async () => {
    await devTools.send('WebAuthn.enable');
    await devTools.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasUserVerification: true, isUserVerified: true, hasPrf: true, automaticPresenceSimulation: true },
    });
    await byId(page, 'passkey-words').fill(words.join(' '));
    await byId(page, 'passkey-button').click();
    await byId(page, 'passkeys').waitFor();
    await byId(page, 'lock').click();
    await byId(page, 'open-passkey').click();
    await byId(page, 'lock').waitFor();
  });
  await step('new words, by the passkey that still opens the key; the old ones open nothing any more', async () => {
    const old = words;
    await fromMenu(page, 'keys-link');
    await sound(page, 'keys-renewal');
    await byId(page, 'renew-passkey').click();
    await byId(page, 'renewal').getByTestId('words').waitFor();
    words = await byId(page, 'renewal').getByTestId('words').locator('li').allTextContents();
    await writeDown(page, words);
    await page.getByText('The new words count').waitFor();
    assert.deepEqual([...new Set(desk.keys.changed)].sort(), ['PUT devices', 'PUT key', 'PUT key/passkeys']);
    await byId(page, 'lock').click();
    await openWithWords(page, old.join(' '));
    await page.locator('[data-testid=key-problem][data-good=false]').waitFor();
    await openWithWords(page, words.join(' '));
    await byId(page, 'lock').waitFor();
    await devTools.send('WebAuthn.disable');
  });
  await step('a colleague is let in by the whole fingerprint only', async () => {
    const bek = page.locator('[data-testid=team-keys][data-team=catch-all] [data-testid=holder][data-handle=bek]');
    const right = fingerprint(await kidOf(desk.keys.colleague.public)).join(' ');
    await bek.getByTestId('admit-fingerprint').fill(right.slice(0, -5));
    await bek.getByTestId('admit-button').click();
    await bek.locator('[data-testid=key-problem][data-good=false]').waitFor();
    assert.deepEqual(desk.keys.mismatches, ['bek']);
    assert.equal(desk.keys.given.has('catch-all bek'), false);
    await bek.getByTestId('admit-fingerprint').fill(right.toLowerCase());
    await bek.getByTestId('admit-button').click();
    await page.locator('[data-team=catch-all] [data-handle=bek][data-standing=holds]').waitFor();
    const [given] = desk.keys.given.get('catch-all bek')!;
    const team = world.teams.find((one) => one.id === 'catch-all')!;
    const opened = await openPackage(given!.jwe, 'catch-all', given!.kid, await openingKey(desk.keys.colleague.private));
    assert.equal(opened.encryption.d, team.encryption.private.d);
    await sound(page, 'keys-admitted');
  });
  await step('a ghost whom only the desk calls a holder is shown as one', async () => {
    desk.keys.ghost = true;
    await byId(page, 'tab-open').click();
    await fromMenu(page, 'keys-link');
    await page.locator('[data-team=north-central-asia] [data-handle=bek][data-standing=unvouched]').waitFor();
    await sound(page, 'keys-ghost');
    desk.keys.ghost = false;
  });
  await step('recovery papers are made, tried, and a wrong letter is shown', async () => {
    await byId(page, 'no-recovery').waitFor();
    await byId(page, 'make-papers-button').click();
    papers = await byId(page, 'paper').locator('.fingerprint').allInnerTexts();
    assert.equal(papers.length, 3);
    await sound(page, 'papers');
    await byId(page, 'keep-papers').click();
    await byId(page, 'recovery-state').waitFor();
    await byId(page, 'recovery').locator('summary').first().click();
    await byId(page, 'drill-paper').nth(0).fill(papers[2]!);
    await byId(page, 'drill-paper').nth(1).fill(papers[0]!.slice(1));
    await byId(page, 'drill-button').click();
    await page.getByText('Paper 2 was not copied right').waitFor();
    await byId(page, 'drill-paper').nth(1).fill(papers[0]!);
    await byId(page, 'drill-button').click();
    await page.getByText('The papers work').waitFor();
    await sound(page, 'recovery');
  });
  await step('a team gets new keys, proposed to the line', async () => {
    const team = page.locator('[data-testid=team-keys][data-team=catch-all]');
    await team.locator('summary').click();
    await team.locator('[data-testid=rotate-who][data-handle=bek]').check();
    await sound(page, 'keys-rotate');
    await team.getByTestId('rotate').click();
    await page.getByText('The new keys are with your colleagues').waitFor();
    const asks = await readProposal(world.teams.find((one) => one.id === 'catch-all')!.record, desk.keys.proposed, await verifyingKey(world.line.public));
    assert.equal((await team.getByTestId('fingerprint').innerText()).replaceAll(/\s+/g, ' ').trim(), fingerprint(asks.compare).join(' '));
    assert.equal(desk.keys.given.get('catch-all bek')![0]!.kid, await kidOf(asks.next['encryptionKey'] as never));
  });
  await step('nothing of a key is in storage, address or title', async () => {
    const stored = await page.evaluate(() => [Object.keys(sessionStorage), Object.entries(localStorage).map(([key, value]) => `${key}=${value}`)]);
    const known = JSON.stringify({ kid: await kidOf(world.line.public), versions: { 'north-central-asia': 1, 'catch-all': 1 } });
    assert.deepEqual(stored, [[], [`ovoz.line=${known}`]]);
    assert.equal(await page.title(), 'Ovoz');
  });
  await step('words lost: a new key, which opens nothing until it is let in; with papers it is let in without anybody; a key file is taken over', async () => {
    await byId(page, 'lock').click();
    await byId(page, 'lost-words').click();
    await sound(page, 'key-lost');
    words = await makeKey(page, 'make-new-key');
    await stage('waiting');
    const own = await byId(page, 'fingerprint').first().innerText();
    desk.keys.impostor = desk.keys.colleague;
    await page.getByText('names another key as yours').waitFor();
    assert.equal(await byId(page, 'fingerprint').count(), 0, 'nobody reads an impostor’s fingerprint aloud');
    desk.keys.impostor = undefined;
    await openWithWords(page, words.join(' '));
    await stage('waiting');
    assert.equal(await byId(page, 'fingerprint').first().innerText(), own);
    await byId(page, 'key-panel').getByText('Nobody is left to let me in').click();
    await byId(page, 'recover-paper').nth(0).fill(papers[1]!);
    await byId(page, 'recover-paper').nth(1).fill(papers[2]!);
    await sound(page, 'recover');
    await byId(page, 'recover-button').click();
    await byId(page, 'lock').waitFor();
    await fromMenu(page, 'keys-link');
    await byId(page, 'take-over-file').setInputFiles(file);
    await byId(page, 'lock').waitFor();
    await byId(page, 'lock').click();
    await openWithWords(page, words.join(' '));
    await byId(page, 'lock').waitFor();
  });
  await step('a desk that serves the keys of another line is found out', async () => {
    const stranger = await World.create();
    await byId(page, 'lock').click();
    Object.assign(desk, { world: stranger });
    Object.assign(desk.keys, { world: stranger });
    desk.keys.given.clear();
    await desk.keys.letIn();
    await page.reload();
    await byId(page, 'sign-in').click();
    await openWithWords(page, words.join(' '));
    await page.getByText('of another line').waitFor();
    assert.equal(await byId(page, 'lock').count(), 0);
  });
}

async function makeKey(page: Page, button: string): Promise<string[]> {
  await byId(page, button).click();
  const words = await byId(page, 'words').locator('li').allTextContents();
  assert.equal(words.length, 6);
  await sound(page, `words-${button}`);
  await writeDown(page, words);
  return words;
}

/** As somebody does who has them on paper. */
async function writeDown(page: Page, words: readonly string[]): Promise<void> {
  for (const name of ['word-one', 'word-other']) {
    const number = Number(await byId(page, name).getAttribute('data-number'));
    await byId(page, name).fill(name === 'word-one' ? ` ${words[number - 1]!.toUpperCase()}` : words[number - 1]!);
  }
  await byId(page, 'keep').click();
}

async function openWithWords(page: Page, words: string): Promise<void> {
  await byId(page, 'words-typed').fill(words);
  await byId(page, 'open-words').click();
}

async function withPin(page: Page, pin: string): Promise<void> {
  await byId(page, 'pin').fill(pin);
  await byId(page, 'open-pin').click();
}

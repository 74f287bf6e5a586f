import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import './english.ts';
import type { Line } from '../src/desk/key-api.ts';
import { Problem } from '../src/desk/problem.ts';
import type { SetUp, TeamState } from '../src/desk/setup-api.ts';
import { LineSight } from '../src/keys/line-sight.ts';
import { OtherLine } from '../src/keys/my-key.ts';
import { openLineFile, openLinePapers, readLineFile, readPublicKey } from '../src/line/line-file.ts';
import type { LineFile } from '../src/line/line-file.ts';
import { CannotOpen } from '../src/sealing/containers.ts';
import { kidOf } from '../src/sealing/keys.ts';
import { LineMaker } from '../src/setup/line-maker.ts';
import { STEPS, nextStep, stateOf } from '../src/setup/steps.ts';
import type { Found } from '../src/setup/steps.ts';
import { ForgedRecord } from '../src/teams/signed.ts';
import { pair } from './mock/world.ts';

const organisation = { id: 'north', label: 'North', suspended: false, invited: 0, active: 2, withKey: 2 };
const team: TeamState = { id: 'river', organisation: 'north', escalation: true, suspended: false, keysSince: '2026-03-01T00:00:00Z', holders: 2, papers: { shares: 3, needed: 2, drilledAt: '2026-03-02T00:00:00Z' } };
const nothing: Found = { knowsLine: false, setUp: { organisations: [], teams: [] }, foundings: [], tests: [], addressed: [] };
const everything: Found = {
  knowsLine: true, setUp: { organisations: [organisation], teams: [team] }, foundings: [],
  tests: [{ line: 'line-1', language: 'ru', state: 'arrived' }], addressed: [{ team: 'river', as: 'catch-all' }],
};
const states = (found: Found) => STEPS.map((step) => stateOf(step, found));
const withTeam = (change: Partial<TeamState>, ...more: TeamState[]): Found => ({ ...everything, setUp: { ...everything.setUp, teams: [{ ...team, ...change }, ...more] } });
const withOrganisation = (change: object): Found => ({ ...everything, setUp: { ...everything.setUp, organisations: [{ ...organisation, ...change }] } as SetUp });

describe('the steps of a set-up', () => {
  it('are all missing at first, and all done at last', () => {
    assert.deepEqual(new Set(states(nothing)), new Set(['missing']));
    assert.equal(nextStep(nothing), 'line');
    assert.deepEqual(new Set(states(everything)), new Set(['done']));
    assert.equal(nextStep(everything), undefined);
  });

  it('begin where somebody else has to finish them', () => {
    assert.equal(stateOf('people', withOrganisation({ active: 1, invited: 1 })), 'waits');
    assert.equal(stateOf('people', withOrganisation({ active: 1, invited: 0 })), 'missing');
    assert.equal(stateOf('people', withOrganisation({ suspended: true })), 'missing');
    assert.equal(stateOf('team', { ...everything, foundings: [{ team: 'lake', terms: {} as never, founder: 'x', by: 'x' }] }), 'waits');
    assert.equal(stateOf('papers', withTeam({ papers: { shares: 3, needed: 2 } })), 'waits');
    assert.equal(stateOf('test', { ...everything, tests: [{ line: 'line-1', language: 'ru', state: 'missing' }] }), 'waits');
  });

  it('are missing for a team that lacks what the others have, and not for one that was stopped', () => {
    const lone = { ...team, id: 'lake', holders: 1, papers: null };
    assert.equal(stateOf('holders', withTeam({}, lone)), 'missing');
    assert.equal(stateOf('papers', withTeam({}, lone)), 'missing');
    assert.equal(stateOf('holders', withTeam({}, { ...lone, suspended: true })), 'done');
    assert.equal(stateOf('team', withTeam({ suspended: true })), 'missing');
    assert.equal(stateOf('holders', withTeam({ suspended: true })), 'missing', 'nobody holds anything');
  });

  it('name who takes the rest only as intake says it', () => {
    assert.equal(stateOf('catch-all', withTeam({ escalation: false })), 'waits');
    assert.equal(stateOf('catch-all', { ...everything, addressed: undefined }), 'waits');
    assert.equal(stateOf('catch-all', { ...withTeam({ escalation: false }), addressed: [{ team: 'river', as: 'responsible' }] }), 'missing');
  });
});

describe('the line’s key', () => {
  it('is made with words, kept as a file that they open, and on papers', async () => {
    const maker = new LineMaker();
    await maker.begin();
    const { words, asked, key } = maker.fresh!;
    assert.equal(await maker.keepWords(['no', 'no']), false);
    assert.equal(maker.made, undefined);
    assert.equal(await maker.keepWords([words[asked[0]]!, words[asked[1]]!]), true);
    assert.equal(maker.made!.kid, await kidOf(key));
    assert.ok(!maker.made!.file.includes(key.d!));
    assert.equal('d' in maker.made!.publicKey, false);
    const file = readLineFile(maker.made!.file) as LineFile;
    assert.equal((await openLineFile(file, words.join(' '))).d, key.d);
    await assert.rejects(openLineFile(file, 'abandon ability able about above absent'), CannotOpen);
    await maker.print(3, 2);
    const papers = maker.made!.papers!.papers.map((groups) => groups.join(' '));
    assert.equal((await openLinePapers([papers[2]!, '', papers[0]!], key)).d, key.d);
    await assert.rejects(openLinePapers([papers[0]!, papers[0]!.slice(0, -3)], key), CannotOpen, 'miscopied');
    await assert.rejects(openLinePapers([papers[0]!, papers[1]!], (await pair('ES256')).public), CannotOpen, 'another line');
    maker.drop();
    assert.equal(maker.holds, false);
  });

  it('is read from the file of the sign command, too, and from nothing else', async () => {
    const line = await pair('ES256');
    assert.deepEqual(readLineFile(JSON.stringify(line.private)), line.private);
    for (const text of ['', '{}', 'null', JSON.stringify(line.public), '{"ovoz":"line-key"}']) assert.equal(readLineFile(text), undefined);
  });
});

describe('the first line that a browser sees', () => {
  const known: string[] = [];
  const lines = { line: () => known.at(-1), version: () => 0, remember: (kid: string) => void known.push(kid) };

  it('is compared once, and another one is refused from then on', async () => {
    const [line, other] = await Promise.all([pair('ES256'), pair('ES256')]);
    const sight = (of: typeof line, kid?: string) => new LineSight({ line: async () => ({ kid: kid ?? (await kidOf(of.public)), publicKey: of.public }) }, lines);
    await assert.rejects(sight(line, await kidOf(other.public)).look(), ForgedRecord);
    const first = sight(line);
    await first.look();
    assert.deepEqual([first.isToCompare, first.isKnown], [true, false]);
    first.refuse();
    assert.deepEqual([first.isToCompare, first.isKnown, known.length], [false, false, 0]);
    const again = sight(line);
    await again.look();
    again.confirm();
    assert.deepEqual([again.isToCompare, again.isKnown], [false, true]);
    await assert.rejects(sight(other).look(), OtherLine);
  });

  it('is not there on a first start, and nothing else is taken for that', async () => {
    const line = await pair('ES256');
    const answers: (() => Promise<Line>)[] = [
      () => Promise.reject(new Problem('no-line', 404)), () => Promise.reject(new Problem('unreachable', 0)),
      async () => ({ kid: await kidOf(line.public), publicKey: line.public }),
    ];
    const sight = new LineSight({ line: () => answers.shift()!() }, { ...lines, line: () => undefined });
    await sight.look();
    assert.deepEqual([sight.isMissing, sight.isToCompare, sight.isKnown], [true, false, false]);
    await assert.rejects(sight.look(), Problem);
    assert.equal(sight.isMissing, true);
    await sight.look();
    assert.deepEqual([sight.isMissing, sight.isToCompare], [false, true]);
    const knows = new LineSight({ line: () => Promise.reject(new Problem('no-line', 404)) }, { ...lines, line: () => 'known' });
    await assert.rejects(knows.look(), OtherLine, 'a browser that knows a line is not told that there was never one');
    assert.deepEqual([knows.isMissing, knows.isAnother], [true, true]);
  });
});

describe('the key that intake signs with', () => {
  it('is taken by its public half only', async () => {
    const intake = await pair('ES256');
    const { kty, crv, x, y } = intake.public;
    assert.deepEqual(readPublicKey(JSON.stringify({ ...intake.public, use: 'sig' })), { kty, crv, x, y });
    assert.equal(readPublicKey(JSON.stringify(intake.private)), 'private');
    for (const text of ['', '{}', 'null', '{"kty":"EC"}']) assert.equal(readPublicKey(text), 'broken');
  });
});

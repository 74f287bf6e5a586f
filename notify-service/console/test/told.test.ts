import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseView } from '../src/desk/api.ts';
import { Problem } from '../src/desk/problem.ts';
import { RETIRED, ROW, onlyOneRow, rowOf, withRow } from '../src/triage/counted.ts';
import { doneWith, nextDues } from '../src/triage/due-times.ts';
import { textOf, valueOf, withValue } from '../src/triage/facts.ts';
import type { Raw } from '../src/triage/facts.ts';
import { heldOf, met, typed } from '../src/triage/merge.ts';
import { fieldOf } from '../src/triage/fields.ts';
import { Told } from '../src/triage/told.ts';

const CANARY = 'a canary sentence that somebody wrote';
const AT = '2026-11-27T15:40:00.000Z';
const entries = (...all: Raw[]): Raw => Object.fromEntries(all.map((entry, index) => [`e${index}`, { added: `2026-11-24T04:00:0${index}.000Z`, ...entry }]));

/** The desk, as far as triage tells it something. */
function deskWith(view: Partial<CaseView> = {}, dues: { kind: string; at: string }[] = []) {
  const asked: { method: string; path: string; body: any }[] = [];
  const failing: { with: Problem | undefined } = { with: undefined };
  const ask = async <T>(method: string, path: string, body?: any): Promise<T> => {
    if (failing.with !== undefined) throw failing.with;
    if (method === 'GET') return { dues: [...dues] } as T;
    asked.push({ method, path, body });
    if (path.endsWith('/dues')) {
      for (const { kind, at } of body.dues) dues.splice(0, dues.length, ...dues.filter((due) => due.kind !== kind), ...(at === null ? [] : [{ kind, at }]));
    }
    return undefined as T;
  };
  const seen = { id: 'r1', receivedAt: '2026-11-03T22:15:09Z', region: 'RU-MOW', danger: false, child: false, ...view } as CaseView;
  return { asked, failing, seen, told: new Told('r1', { ask }, () => seen) };
}

test('of all times the desk learns the next of each kind, and nothing else', async () => {
  const facts = {
    urgent: { due: AT, next: CANARY },
    followUps: entries({ at: '2027-03-01T09:00:00.000Z', what: CANARY }, { at: '2027-02-01T09:00:00.000Z' }, { at: '2026-12-01T09:00:00.000Z', done: 'yes' }, { at: '2026-12-02T09:00:00.000Z', removed: 'yes' }),
    evidence: entries({ until: '2026-12-24', where: CANARY, trace: 'cctv' }, { until: 'soon' }),
  };
  const { told, asked } = deskWith();
  await told.tellCase(facts);
  assert.deepEqual(asked, [{
    method: 'PUT', path: 'cases/r1/dues',
    body: { dues: [{ kind: 'next-step', at: AT }, { kind: 'follow-up', at: '2027-02-01T09:00:00.000Z' }, { kind: 'evidence', at: '2026-12-23T06:00:00.000Z' }] },
  }]);
  await told.tellCase(facts);
  assert.equal(asked.length, 1, 'what is known is not told again');
  await told.tellCase({ ...facts, urgent: {} });
  assert.deepEqual(asked[1]!.body, { dues: [{ kind: 'next-step', at: null }] });
});

test('what others have promised stays as it is', async () => {
  const { told, asked } = deskWith({}, [{ kind: 'promise', at: AT }, { kind: 'safe-time', at: AT }]);
  await told.tellCase({});
  assert.deepEqual(asked, []);
});

test('of a closed report only the next time to ask is told', async () => {
  const { told, asked } = deskWith({ state: 'closed' });
  await told.tellCase({ urgent: { due: AT, danger: 'yes' }, followUps: entries({ at: AT }), evidence: entries({ until: '2026-12-24' }) });
  assert.deepEqual(asked.map(({ body }) => body), [{ dues: [{ kind: 'follow-up', at: AT }] }]);
});

test('what is done is written down where it stands', () => {
  const facts = { urgent: { due: AT }, followUps: entries({ at: AT }, { at: AT }), evidence: entries({ until: '2026-11-28' }) };
  const after = (kind: 'next-step' | 'follow-up' | 'evidence', at: string) => doneWith(facts, kind, at).reduce<Raw>((all, { field, value }) => withValue(all, field, value), facts);
  assert.equal(nextDues(after('next-step', AT))['next-step'], undefined);
  assert.equal(nextDues(after('follow-up', AT))['follow-up'], undefined);
  assert.equal(nextDues(after('evidence', '2026-11-27T06:00:00Z')).evidence, undefined);
  assert.deepEqual(doneWith(facts, 'next-step', '2026-11-28T00:00:00Z'), [], 'moved meanwhile');
  assert.deepEqual(doneWith(facts, 'promise', AT), []);
});

test('danger and child are told when they differ, and taken back when nobody says so any more', async () => {
  const { told, asked, seen } = deskWith({ child: true });
  await told.tellCase({ urgent: { danger: 'unknown' } });
  await told.tellCase({ urgent: { child: 'yes' } });
  assert.deepEqual(asked, []);
  await told.tellCase({ urgent: { danger: 'yes', child: 'yes' } });
  assert.deepEqual(asked.map(({ path, body }) => [path, body]), [['cases/r1/labels', { danger: true, child: true }]]);
  (seen as { danger: boolean }).danger = true;
  await told.tellCase({ urgent: { danger: 'yes', child: 'yes' } });
  assert.equal(asked.length, 1);
  await told.tellCase({ urgent: {} });
  assert.deepEqual(asked[1]!.body, { danger: null, child: null });
});

const COUNTED: Raw = withRow({
  v: 1, by: 'aziza', on: ['x'],
  urgent: { danger: 'yes', place: CANARY, landmarks: CANARY, contactHow: CANARY, next: CANARY, due: AT },
  people: { role: 'relative', count: '3' },
  persons: entries({ sex: 'male', age: '25-34', nationality: 'KG', migration: 'irregular' }, {}, { sex: 'female', removed: 'yes' }),
  route: entries({ stage: 'origin', country: 'KG' }, { stage: 'exploitation', country: 'KZ', where: CANARY }),
  work: { sectors: ['herding'], exploitation: ['forced-labour'] },
  signs: { indicators: ['wages'], details: ['ransom'] },
  help: { needs: ['shelter'] },
  standing: { status: 'possible', decidedBy: 'ngo', decidedOn: '2026-11-20' },
  consent: { statistics: 'yes 2026-11-20', media: 'no 2026-11-20' },
  complaints: entries({ on: '2026-11-01', body: 'police', complaint: 'refused', article: CANARY, reason: CANARY }),
  evidence: entries({ where: CANARY, until: '2026-12-24' }),
  followUps: entries({ what: CANARY, at: AT }),
});

test('what is counted is codes, the month and a country, under an id that only triage knows', async () => {
  const { told, asked } = deskWith();
  await told.tellRow(COUNTED);
  const id = textOf(COUNTED, ROW)!;
  assert.deepEqual(asked, [{
    method: 'PUT', path: `statistics/rows/${id}`,
    body: {
      month: '2026-11', region: 'KZ',
      coded: {
        role: 'relative', exploitation: ['forced-labour'], sectors: ['herding'], indicators: ['wages'], details: ['ransom'], needs: ['shelter'],
        status: 'possible', decidedBy: 'ngo',
        people: [{ sex: 'male', age: '25-34', nationality: 'KG', migration: 'irregular' }, { sex: undefined, age: undefined, nationality: undefined, migration: undefined }],
        complaints: [{ body: 'police', outcome: 'refused' }],
      },
    },
  }]);
  const sent = JSON.stringify(asked);
  for (const secret of [CANARY, 'r1', 'aziza', '2026-11-2', '2026-11-0', 'MOW', '22:15', 'danger']) assert.ok(!sent.includes(secret), secret);
  await told.tellRow(COUNTED);
  assert.equal(asked.length, 1, 'the same is not told again');
});

test('each report has an id of its own, and the same one every time', () => {
  const ids = new Set(Array.from({ length: 100 }, () => textOf(withRow({ consent: { statistics: 'yes 2026-11-20' } }), ROW)));
  assert.equal(ids.size, 100);
  assert.equal(withRow(COUNTED), COUNTED);
  for (const answer of ['no 2026-11-20', 'not-asked', '']) assert.equal(valueOf(withRow({ consent: { statistics: answer } }), ROW), undefined);
});

test('whoever agrees no more is taken out, and is there again under the same id after a new yes', async () => {
  const { told, asked } = deskWith();
  const id = textOf(COUNTED, ROW)!;
  const without = { ...COUNTED, consent: { statistics: 'no 2026-11-25' } };
  await told.tellRow(COUNTED);
  await told.tellRow(without);
  await told.tellRow(without);
  await told.tellRow(COUNTED);
  assert.deepEqual(asked.map(({ method, path }) => `${method} ${path}`), [`PUT statistics/rows/${id}`, `DELETE statistics/rows/${id}`, `PUT statistics/rows/${id}`]);
});

test('two who drew an id at the same time end with one row, whoever of them looks', async () => {
  const consent = fieldOf('consent.statistics');
  const [a, b] = ['aaaa', 'bbbb'].map((row) => ({ consent: { statistics: 'yes 2026-11-20' }, counted: { row } })) as [Raw, Raw];
  for (const [mine, theirs] of [[a, b], [b, a]] as const) {
    const held = met({ ...heldOf([]), facts: mine }, { id: 't', at: AT, facts: { ...theirs, by: 'vera', on: [] } }, []);
    assert.deepEqual([held.apart, textOf(held.facts, ROW), valueOf(held.facts, RETIRED)], [undefined, 'aaaa', ['bbbb']]);
    const { told, asked } = deskWith();
    await told.tellRow(typed(held, consent, 'yes 2026-11-21').facts);
    assert.deepEqual(asked.map(({ method, path }) => `${method} ${path}`), ['DELETE statistics/rows/bbbb', 'PUT statistics/rows/aaaa']);
  }
  assert.deepEqual(onlyOneRow({}, {}, {}), {});
});

test('where nobody knows the place, the country is the desk’s, or none', () => {
  const region = (code: string) => rowOf({}, '2026-11-03T22:15:09Z', code).region;
  assert.deepEqual(['RU-MOW', 'KZ', 'ZZ', ''].map(region), ['RU', 'KZ', 'ZZ', 'ZZ']);
});

test('what the desk did not hear is told once more', async () => {
  const { told, asked, failing } = deskWith();
  failing.with = new Problem('unreachable', 0);
  await assert.rejects(told.tellRow(COUNTED));
  await assert.rejects(told.tellCase({ urgent: { danger: 'yes' } }));
  failing.with = undefined;
  await told.tellRow(COUNTED);
  await told.tellCase({ urgent: { danger: 'yes' } });
  assert.deepEqual(asked.map(({ method }) => method), ['PUT', 'PUT']);
});

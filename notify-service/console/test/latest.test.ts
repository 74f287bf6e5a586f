import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Due, DueApi } from '../src/due/due-api.ts';
import { DueRoom } from '../src/due/due-room.ts';
import type { Asked, InterpreterApi } from '../src/interpreting/api.ts';
import { Interpreting } from '../src/interpreting/interpreting.ts';

/** Answers that are given when a test says so, in the order of the questions. */
function held<T>(): { readonly ask: () => Promise<T>; readonly answers: ((value: T) => void)[] } {
  const answers: ((value: T) => void)[] = [];
  return { answers, ask: () => new Promise<T>((resolve) => answers.push(resolve)) };
}

const promise: Due = { kind: 'promise', at: '2026-11-26T10:00:00Z' };

test('what was asked first and is answered last is no news', async () => {
  const { ask, answers } = held<readonly Due[]>();
  const room = new DueRoom({ of: ask } as unknown as DueApi, 'r', () => undefined);
  const both = Promise.all([room.load(), room.load()]);
  answers[1]!([]);
  await Promise.resolve();
  answers[0]!([promise]);
  await both;
  assert.deepEqual(room.dues, []);
});

test('in their order both count', async () => {
  const { ask, answers } = held<readonly Due[]>();
  const room = new DueRoom({ of: ask } as unknown as DueApi, 'r', () => undefined);
  const both = Promise.all([room.load(), room.load()]);
  answers[0]!([promise]);
  await new Promise(setImmediate);
  assert.deepEqual(room.dues, [promise]);
  answers[1]!([]);
  await both;
  assert.deepEqual(room.dues, []);
});

test('a request for an interpreter that was accepted is not open again', async () => {
  const { ask, answers } = held<readonly Asked[]>();
  const room = new Interpreting({ of: ask } as unknown as InterpreterApi, () => undefined);
  const both = Promise.all([room.load('r'), room.load('r')]);
  const open = { id: 'i', state: 'open' } as Asked;
  answers[1]!([{ ...open, state: 'accepted' }]);
  await new Promise(setImmediate);
  answers[0]!([open]);
  assert.deepEqual(await both, [false, true]);
  assert.deepEqual(room.requests.map(({ state }) => state), ['accepted']);
});

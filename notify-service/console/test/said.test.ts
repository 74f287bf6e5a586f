import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { saidBy } from '../build/said.mjs';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

test('what a script names is said, and the whole group that it takes one of', () => {
  const isSaid = saidBy(['a("app.cancel");b(\'reply.send\');c(`queue.${x}`)', 'd(`settings.${y}.text`)']);
  for (const key of ['app.cancel', 'reply.send', 'queue.open', 'settings.sound', 'settings.sound.text']) assert.ok(isSaid(key), key);
  for (const key of ['app.cancels', 'app', 'reply.sent', 'queues.open', 'triage.settings.sound']) assert.ok(!isSaid(key), key);
});

test('no message is asked for by a key whose beginning is not written there', () => {
  for (const name of sources) assert.doesNotMatch(readFileSync(`src/${name}`, 'utf8'), /\bt(?:Or)?\(`\$\{/, name);
});

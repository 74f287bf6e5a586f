// Imported by tests of what says something: has the console speak English, from the catalogue that was built.
import { readFile } from 'node:fs/promises';
import { allWords, startLanguage } from '../src/language/messages.ts';

const set = (name: string, value: unknown) => Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
const before = Object.getOwnPropertyDescriptors(globalThis);

set('fetch', async (path: string) => new Response(await readFile(`.tests/${path}`)));
set('localStorage', { getItem: () => null });
set('document', { documentElement: {} });
await startLanguage(['en']);
await allWords();
for (const name of ['fetch', 'localStorage', 'document'] as const) {
  const was = (before as Record<string, PropertyDescriptor>)[name];
  if (was === undefined) delete (globalThis as Record<string, unknown>)[name];
  else Object.defineProperty(globalThis, name, was);
}

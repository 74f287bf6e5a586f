import { allWords } from '../language/messages.ts';
import { jose } from '../sealing/library.ts';
import { Part } from './part.ts';

/** What the first view does without. Each is a file of its own, named after what it imports. */
export const parts = {
  /** What is behind the sign-in. */
  work: new Part('work', () => import('../app/work.ts')),
  pages: new Part('pages', () => import('../app/pages.ts'), allWords),
  administration: new Part('administration-pages', () => import('../app/administration-pages.ts'), allWords),
  practice: new Part('practice', () => import('../practice/practice.ts'), allWords),
  reader: new Part('reader', () => import('../scan/reader.ts')),
  argon2: new Part('argon2', () => import('../keys/argon2.ts')),
  words: new Part('words', () => import('../keys/words.ts')),
} as const;

/** What somebody needs within minutes comes before it is asked for, so that it is there when the connection is not. */
export async function fetchSoon(): Promise<void> {
  await jose().catch(() => undefined);
  for (const part of [parts.pages, parts.argon2, parts.words]) await part.fetch().catch(() => undefined);
}

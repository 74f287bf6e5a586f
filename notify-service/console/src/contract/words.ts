import type { Line } from '../case/open-conversation.ts';
import { t } from '../language/messages.ts';
import type { MessageKey } from '../language/messages.ts';

/** What the person said in words. It is sealed in a note, and intake never reads it. */
export interface Words {
  readonly codeWord: string;
  readonly whoAnswers: string;
  readonly opener: string;
}

export const NO_WORDS: Words = { codeWord: '', whoAnswers: '', opener: '' };

const NAMES = ['codeWord', 'whoAnswers', 'opener'] as const;

/** The latest that somebody has written down. */
export function wordsIn(lines: readonly Line[]): Words {
  const said = lines.map((line) => ('content' in line && line.content.kind === 'note' ? line.content.said : undefined));
  return said.filter(isWords).at(-1) ?? NO_WORDS;
}

/** As colleagues read it among the notes. */
export function noteOf(words: Words, say: (key: MessageKey) => string = t): string {
  const filled = NAMES.filter((name) => words[name] !== '');
  return [say('contract.title'), ...filled.map((name) => `${say(`contract.${name}`)}: ${words[name]}`)].join('\n');
}

export function isSame(one: Words, other: Words): boolean {
  return NAMES.every((name) => one[name] === other[name]);
}

/** A sealed note may have been written by another version of this page. */
function isWords(said: unknown): said is Words {
  return typeof said === 'object' && said !== null && NAMES.every((name) => typeof (said as Record<string, unknown>)[name] === 'string');
}

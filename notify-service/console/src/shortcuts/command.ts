export type Command = 'next' | 'previous' | 'first' | 'last' | 'claim' | 'filter' | 'help';

/** A key as the browser tells of it. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Where the focus is. */
export interface Where {
  readonly isTyping: boolean;
  readonly isInRow: boolean;
}

const IN_A_ROW: Readonly<Record<string, Command>> = { ArrowDown: 'next', ArrowUp: 'previous', Home: 'first', End: 'last' };
const LETTERS: Readonly<Record<string, Command>> = { j: 'next', k: 'previous', c: 'claim', '/': 'filter', '?': 'help' };
const CODES: Readonly<Record<string, Command>> = { KeyJ: 'next', KeyK: 'previous', KeyC: 'claim' };

/** What a key asks for. Letters can be switched off (WCAG 2.1.4) and mean nothing where somebody types. */
export function commandOf(pressed: Pressed, where: Where, letters: boolean): Command | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || where.isTyping) return undefined;
  if (where.isInRow && Object.hasOwn(IN_A_ROW, pressed.key)) return IN_A_ROW[pressed.key];
  if (!letters) return undefined;
  const letter = pressed.key.toLowerCase();
  if (Object.hasOwn(LETTERS, letter)) return LETTERS[letter];
  return isLatin(letter) ? undefined : CODES[pressed.code];
}

/** On a Cyrillic or Korean keyboard the key's place counts. */
function isLatin(letter: string): boolean {
  return /^[\x20-\x7e]$/.test(letter);
}

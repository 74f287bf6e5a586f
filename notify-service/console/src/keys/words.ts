import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { EcJwk } from '../sealing/keys.ts';

/** 66 random bits, of a list whose words differ in their first four letters; Argon2id makes each guess dear. */
export const WORDS = 6;

/** As many words as open a key, drawn evenly: the list has 2,048, so a random number's low eleven bits name one. */
export function drawWords(): readonly string[] {
  return [...crypto.getRandomValues(new Uint16Array(WORDS))].map((number) => wordlist[number % wordlist.length]!);
}

/** However they were typed: upper case, commas, line ends, first four letters only. Undefined when these are not six words of the list. */
export function readWords(typed: string): readonly string[] | undefined {
  const words = typed.toLowerCase().split(/[^a-z]+/).filter(Boolean).map(ofList);
  return words.length === WORDS && words.every((word) => word !== undefined) ? words : undefined;
}

function ofList(typed: string): string | undefined {
  return wordlist.includes(typed) ? typed : typed.length >= 4 ? wordlist.find((word) => word.startsWith(typed)) : undefined;
}

/** A private key with words that are shown until two of them were typed in. */
export interface Fresh {
  readonly key: EcJwk;
  readonly words: readonly string[];
  /** The two that are asked for, counted from 0. */
  readonly asked: readonly [number, number];
}

export function withWords(key: EcJwk): Fresh {
  const [one, other] = crypto.getRandomValues(new Uint16Array(2));
  const first = one! % (WORDS - 1);
  return { key, words: drawWords(), asked: [first, first + 1 + (other! % (WORDS - 1 - first))] };
}

/** Whether these are the two words that are asked for: somebody has them on paper. */
export function areWritten(fresh: Fresh, typed: readonly [string, string]): boolean {
  return typed.every((word, i) => word.trim().toLowerCase() === fresh.words[fresh.asked[i]!]);
}

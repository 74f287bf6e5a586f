import { parts } from '../parts/parts.ts';
import type { EcJwk } from '../sealing/keys.ts';

/** A private key with words that are shown until two of them were typed in. */
export interface Fresh {
  readonly key: EcJwk;
  readonly words: readonly string[];
  /** The two that are asked for, counted from 0. */
  readonly asked: readonly [number, number];
}

export async function withWords(key: EcJwk): Promise<Fresh> {
  const { WORDS, drawWords } = await parts.words.fetch();
  const [one, other] = crypto.getRandomValues(new Uint16Array(2));
  const first = one! % (WORDS - 1);
  return { key, words: drawWords(), asked: [first, first + 1 + (other! % (WORDS - 1 - first))] };
}

/** Whether these are the two words that are asked for: somebody has them on paper. */
export function areWritten(fresh: Fresh, typed: readonly [string, string]): boolean {
  return typed.every((word, i) => word.trim().toLowerCase() === fresh.words[fresh.asked[i]!]);
}

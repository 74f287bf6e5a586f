import { wordlist } from '@scure/bip39/wordlists/english.js';

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

import type en from '../../practice/en.json';
import { language } from '../language/messages.ts';
import type { Tag } from '../language/catalogues.ts';

type Catalogue = typeof en;

export type PracticeText = Exclude<keyof Catalogue, 'reviewed'>;

/** The hashes of the files, put here by the build. */
declare const OVOZ_PRACTICE: string;

let texts: Catalogue;

/** What is said in practice, the made-up people's own words among it: in the language of the page, which stays as it is meanwhile. */
export async function fetchTexts(tag: Tag = language()): Promise<void> {
  const pins = JSON.parse(OVOZ_PRACTICE) as Readonly<Record<Tag, string>>;
  const answer = await fetch(`practice.${tag}.json`, { integrity: pins[tag] });
  texts = (await answer.json()) as Catalogue;
}

export function p(key: PracticeText, values: Readonly<Record<string, string | number>> = {}): string {
  return texts[key].replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

import type { LineMemory } from './my-key.ts';

const NAME = 'ovoz.line';

/** In this browser's own storage: a public key's id, and nothing of a report. */
export const lineMemory: LineMemory = {
  known: () => localStorage.getItem(NAME) ?? undefined,
  remember: (kid) => localStorage.setItem(NAME, kid),
};

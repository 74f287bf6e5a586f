import type { LineMemory } from './my-key.ts';

const NAME = 'ovoz.line';

interface Known {
  readonly kid?: string;
  readonly versions: Readonly<Record<string, number>>;
}

/** In this browser's own storage: a public key's id and the versions of public records, and nothing of a report. */
export const lineMemory: LineMemory = {
  line: () => known().kid,
  version: (team) => known().versions[team] ?? 0,
  remember: (kid, versions) => localStorage.setItem(NAME, JSON.stringify({ kid, versions: { ...known().versions, ...versions } })),
};

function known(): Known {
  try {
    const kept = JSON.parse(localStorage.getItem(NAME) ?? '') as Partial<Known>;
    return { versions: {}, ...kept };
  } catch {
    return { versions: {} };
  }
}

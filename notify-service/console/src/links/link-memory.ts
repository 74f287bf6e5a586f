/** The latest key of each organisation that this browser has seen: an older one is not taken for today's any more. */
export interface LinkMemory {
  generation(organisation: string): number;
  remember(organisation: string, generation: number): void;
}

const NAME = 'ovoz.links';

/** In this browser's own storage: a count for each organisation, and nothing of a report. */
export const linkMemory: LinkMemory = {
  generation: (organisation) => known()[organisation] ?? 0,
  remember: (organisation, generation) => {
    if (generation > (known()[organisation] ?? 0)) localStorage.setItem(NAME, JSON.stringify({ ...known(), [organisation]: generation }));
  },
};

function known(): Readonly<Record<string, number>> {
  try {
    return { ...(JSON.parse(localStorage.getItem(NAME) ?? '') as Record<string, number>) };
  } catch {
    return {};
  }
}

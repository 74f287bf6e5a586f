import type { Triage } from '../case/open-conversation.ts';

/** Every triage that this one contains. */
export function ancestors(triage: Pick<Triage, 'facts'>, triages: readonly Triage[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...namedBy(triage)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    const named = triages.find((one) => one.id === id);
    if (named !== undefined) open.push(...namedBy(named));
  }
  return found;
}

/** Those that no other one contains; more than one when two people saved without knowing of each other. */
export function heads(triages: readonly Triage[]): readonly Triage[] {
  const contained = new Set(triages.flatMap((triage) => [...ancestors(triage, triages)]));
  return triages.filter(({ id }) => !contained.has(id));
}

function namedBy({ facts }: Pick<Triage, 'facts'>): readonly string[] {
  const on = facts['on'];
  return Array.isArray(on) ? on.filter((id) => typeof id === 'string') : [];
}

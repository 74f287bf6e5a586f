import type { CaseView, Me } from '../desk/api.ts';
import type { HandoverLine } from './handover-desk.ts';

/** A report that waits for an answer of one of my teams. */
export function isAsked(me: Pick<Me, 'teams'>, view: CaseView): boolean {
  return view.offer != null && me.teams.some((team) => team.id === view.offer?.to);
}

/** The team that reads the report and no longer needs to: it declined, or it handed the report over and wanted to leave. */
export function leftover(me: Pick<Me, 'teams'>, view: CaseView, lines: readonly HandoverLine[]): { readonly team: string; readonly line: HandoverLine } | undefined {
  const line = lines[0];
  if (line?.ended === undefined || line.ended === 'closed' || view.offer != null) return undefined;
  if (line.ended === 'accepted' && !line.leaves) return undefined;
  const team = line.ended === 'accepted' ? line.from : line.to;
  return view.teams.includes(team) && !me.teams.some((mine) => mine.id === team) ? { team, line } : undefined;
}

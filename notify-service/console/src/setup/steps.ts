import type { Founding } from '../desk/founding-api.ts';
import type { Addressed, SetUp, TestReport } from '../desk/setup-api.ts';

export const STEPS = ['line', 'organisation', 'people', 'team', 'holders', 'papers', 'catch-all', 'test'] as const;

export type StepId = (typeof STEPS)[number];

/** `waits`: begun, and somebody else or a later moment has to finish it. */
export type StepState = 'done' | 'waits' | 'missing';

/** Everything that says how far a line is set up. */
export interface Found {
  /** This browser has seen the private half of the line's key, or its person has compared it. */
  readonly knowsLine: boolean;
  readonly setUp: SetUp;
  readonly foundings: readonly Founding[];
  readonly tests: readonly TestReport[];
  /** Undefined while intake does not answer. */
  readonly addressed: readonly Addressed[] | undefined;
}

/** Fewer, and one lost device closes a team's reports for good. */
export const ENOUGH = 2;

/** Computed from what is there, never kept: whoever comes back goes on where things are. */
export function stateOf(step: StepId, found: Found): StepState {
  const teams = found.setUp.teams.filter((team) => !team.suspended);
  const all = (holds: (team: (typeof teams)[number]) => boolean) => teams.length > 0 && teams.every(holds);
  switch (step) {
    case 'line':
      return found.knowsLine ? 'done' : 'missing';
    case 'organisation':
      return found.setUp.organisations.some((one) => !one.suspended) ? 'done' : 'missing';
    case 'people': {
      const open = found.setUp.organisations.filter((one) => !one.suspended);
      if (open.some((one) => one.active >= ENOUGH)) return 'done';
      return open.some((one) => one.active + one.invited >= ENOUGH) ? 'waits' : 'missing';
    }
    case 'team':
      if (found.foundings.length > 0) return 'waits';
      return teams.length > 0 ? 'done' : 'missing';
    case 'holders':
      return all((team) => team.holders >= ENOUGH) ? 'done' : 'missing';
    case 'papers':
      if (all((team) => Boolean(team.papers?.drilledAt))) return 'done';
      return all((team) => Boolean(team.papers)) ? 'waits' : 'missing';
    case 'catch-all':
      return catchAll(found, teams.some((team) => team.escalation));
    case 'test':
      if (found.tests.length === 0) return 'missing';
      return found.tests.every(({ state }) => state === 'arrived') ? 'done' : 'waits';
  }
}

/** Whom intake gives what fits nobody, and who steps in when nobody reads. */
function catchAll(found: Found, hasEscalation: boolean): StepState {
  const isNamed = found.addressed?.some(({ as }) => as === 'catch-all') === true;
  if (isNamed && hasEscalation) return 'done';
  return isNamed || hasEscalation ? 'waits' : 'missing';
}

/** Where one goes on. */
export function nextStep(found: Found): StepId | undefined {
  return STEPS.find((step) => stateOf(step, found) === 'missing') ?? STEPS.find((step) => stateOf(step, found) !== 'done');
}

import type { CaseView } from '../desk/api.ts';
import { newId } from '../sealing/seal.ts';
import type { PracticeLine } from './line.ts';
import { PracticeReport } from './report.ts';
import { BLANK, scenarios } from './scenarios.ts';
import type { Scenario } from './scenarios.ts';
import { p } from './texts.ts';
import { SOON_MS, iso } from './time.ts';

export interface Exercise {
  readonly scenario: Scenario;
  readonly report: PracticeReport;
}

/** All that there is in a practice: each scenario as a report, sealed as real ones are. */
export async function exercises(line: PracticeLine, spoken: string, me: string, now: number): Promise<readonly Exercise[]> {
  return Promise.all(scenarios.map(async (scenario) => ({ scenario, report: await reportOf(scenario, line, spoken, me, now) })));
}

async function reportOf(scenario: Scenario, line: PracticeLine, spoken: string, me: string, now: number): Promise<PracticeReport> {
  const times = scenario.said.map(({ minutesAgo }) => iso(now - minutesAgo * 60_000));
  const receivedAt = times[0]!;
  const lastWroteAt = times.at(-1)!;
  const held = scenario.heldForMs === undefined ? {} : ({ state: 'claimed', claimedBy: me, leaseUntil: iso(now + scenario.heldForMs) } as const);
  const view: CaseView = { ...BLANK, id: newId(), shortId: scenario.shortId, language: spoken, receivedAt, lastWroteAt, readBy: iso(Date.parse(lastWroteAt) + SOON_MS), ...scenario.facts, ...held };
  const report = new PracticeReport(line, view);
  report.timeline.push({ at: receivedAt, what: 'report-received', who: null });
  for (const [i, { by, text }] of scenario.said.entries()) {
    const at = times[i]!;
    await report.seal(by === 'reporter' ? { kind: 'message', text: p(text), channel: view.channel, at } : { kind: 'reply', text: p(text), at }, at);
    if (i > 0) report.timeline.push({ at, what: by === 'reporter' ? 'reporter-wrote' : 'reply-sent', who: by === 'team' ? p('colleague') : null });
  }
  await report.sealContact(receivedAt);
  if (held.state !== undefined) report.timeline.push({ at: lastWroteAt, what: 'report-claimed', who: me });
  return report;
}

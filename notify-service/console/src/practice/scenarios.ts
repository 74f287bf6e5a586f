import type { CaseView, Happening } from '../desk/api.ts';
import { MINE } from './line.ts';
import type { PracticeText } from './texts.ts';

export const SCENARIOS = ['danger', 'child', 'language', 'phone', 'silence', 'long', 'lease', 'hours'] as const;

export type ScenarioId = (typeof SCENARIOS)[number];

/** One line of what was written before the practice began. */
export interface Said {
  readonly by: 'reporter' | 'team';
  readonly text: PracticeText;
  readonly minutesAgo: number;
}

/** What the made-up person writes back. */
export interface Answer {
  readonly text: PracticeText;
  readonly afterMs: number;
  /** What becomes of their permission for texts with it. */
  readonly texts?: 'refused';
}

/** A made-up report that teaches one thing. What is written stands in the catalogues of the practice. */
export interface Scenario {
  readonly id: ScenarioId;
  readonly shortId: string;
  readonly facts: Partial<CaseView>;
  readonly said: readonly Said[];
  /** To the first reply, the second, ... */
  readonly answers: readonly Answer[];
  /** Held by the person who practises, for so long. */
  readonly heldForMs?: number;
  isDone(view: CaseView, timeline: readonly Happening[], spoken: string): boolean;
}

const happened = (timeline: readonly Happening[], ...what: string[]) => timeline.some((one) => what.includes(one.what));
const answered = (view: CaseView) => view.replies.sent > 0;

const KINDS: Readonly<Record<ScenarioId, Omit<Scenario, 'id'>>> = {
  danger: {
    shortId: 'PR1A',
    facts: { danger: true, region: 'RU-MOW' },
    said: [{ by: 'reporter', text: 'danger.1', minutesAgo: 2 }],
    answers: [{ text: 'danger.2', afterMs: 5_000 }, { text: 'danger.3', afterMs: 5_000 }],
    isDone: answered,
  },
  child: {
    shortId: 'PR2B',
    facts: { child: true, region: 'KZ', channel: 'web' },
    said: [{ by: 'reporter', text: 'child.1', minutesAgo: 6 }],
    answers: [{ text: 'child.2', afterMs: 6_000 }],
    isDone: answered,
  },
  language: {
    shortId: 'PR3C',
    facts: { language: 'tr', region: 'TR' },
    said: [{ by: 'reporter', text: 'language.1', minutesAgo: 4 }],
    answers: [{ text: 'language.2', afterMs: 5_000 }],
    isDone: (view, _, spoken) => view.language === spoken,
  },
  phone: {
    shortId: 'PR4D',
    facts: {},
    said: [{ by: 'reporter', text: 'phone.1', minutesAgo: 8 }],
    answers: [{ text: 'phone.2', afterMs: 5_000, texts: 'refused' }],
    isDone: (view, timeline) => view.texts === 'refused' && (view.state === 'closed' || happened(timeline, 'note-added')),
  },
  silence: {
    shortId: 'PR5E',
    facts: { region: 'ZZ' },
    said: [{ by: 'reporter', text: 'silence.1', minutesAgo: 11 }],
    answers: [],
    isDone: (view, timeline) => answered(view) && (view.state === 'closed' || happened(timeline, 'time-agreed', 'claim-released')),
  },
  long: {
    shortId: 'PR6F',
    facts: { region: 'KZ', opened: true, replies: { accepted: 0, sent: 2, delivered: 2, refused: 0, failed: 0, unknown: 0 } },
    said: [
      { by: 'reporter', text: 'long.1', minutesAgo: 190 },
      { by: 'team', text: 'long.2', minutesAgo: 183 },
      { by: 'reporter', text: 'long.3', minutesAgo: 121 },
      { by: 'team', text: 'long.4', minutesAgo: 117 },
      { by: 'reporter', text: 'long.5', minutesAgo: 9 },
    ],
    answers: [],
    isDone: (_, timeline) => happened(timeline, 'handover-accepted'),
  },
  lease: {
    shortId: 'PR7G',
    facts: { opened: true, readBy: null },
    said: [{ by: 'reporter', text: 'lease.1', minutesAgo: 58 }],
    answers: [{ text: 'lease.2', afterMs: 5_000 }],
    heldForMs: 4 * 60_000,
    isDone: (view, timeline) => answered(view) || happened(timeline, 'time-agreed') || timeline.filter(({ what }) => what === 'report-claimed').length > 1,
  },
  hours: {
    shortId: 'PR8H',
    facts: { region: 'KZ' },
    said: [{ by: 'reporter', text: 'hours.1', minutesAgo: 13 }],
    answers: [{ text: 'hours.2', afterMs: 5_000 }],
    isDone: (_, timeline) => happened(timeline.slice(timeline.findIndex(({ what }) => what === 'contract-recorded') + 1), 'reply-scheduled', 'reply-sent') && happened(timeline, 'contract-recorded'),
  },
};

export const scenarios: readonly Scenario[] = SCENARIOS.map((id) => ({ id, ...KINDS[id] }));

/** What every report of the practice begins with. */
export const BLANK = {
  state: 'waiting', channel: 'sms', region: 'RU', danger: false, child: false, teams: [MINE], texts: 'allowed', opened: false, claimedBy: null, leaseUntil: null,
  replies: { accepted: 0, sent: 0, delivered: 0, refused: 0, failed: 0, unknown: 0 },
} as const satisfies Partial<CaseView>;

import type { Reach } from '../contract/terms.ts';

/** The desk's answers as the console reads them. No content and no contact is among them. */
export interface Me {
  readonly id: string;
  readonly handle: string;
  readonly organisation: string;
  readonly roles: readonly string[];
  readonly teams: readonly { readonly id: string; readonly label: string; readonly organisation: string }[];
}

/** Whether this person works with reports at all; an administrator may not. */
export const isReader = ({ roles }: Pick<Me, 'roles'>): boolean => roles.some((role) => role === 'responder' || role === 'coordinator');

export interface CaseView {
  readonly id: string;
  readonly shortId: string;
  readonly state: 'waiting' | 'claimed' | 'closed';
  readonly language: string;
  readonly region: string;
  readonly channel: string;
  readonly danger: boolean;
  readonly child: boolean;
  readonly receivedAt: string;
  readonly lastWroteAt: string;
  readonly readBy?: string | null;
  readonly claimedBy?: string | null;
  readonly leaseUntil?: string | null;
  readonly teams: readonly string[];
  readonly texts: Texts;
  readonly opened: boolean;
  readonly replies: Replies;
  readonly agreedUntil?: string | null;
  readonly closedFor?: string | null;
  readonly block?: Block | null;
  /** Who has it open at this moment. */
  readonly present?: readonly Present[];
  readonly offer?: Offer | null;
  readonly reach?: ReachTimes | null;
  /** What is to be done next, or was and nobody has ticked it off. */
  readonly due?: Due | null;
  /** Grows with what happens in the case: of two views that are not of the same, the lower was read earlier. */
  readonly version?: number;
}

/** Times in which the reporter is reached, as the desk knows them. */
export interface ReachTimes {
  readonly safeFrom?: string | null;
  readonly safeUntil?: string | null;
  readonly answerGoesAt?: string | null;
}

/** Something that is to be done by then; of what kind, is a code. */
export interface Due {
  readonly kind: string;
  readonly at: string;
}

/** Muting the alerts of a reporter: proposed by one person, in force once another has confirmed. */
export interface Block {
  readonly confirmed: boolean;
  readonly by: string;
  readonly organisation: string;
  readonly until: string;
}

export type Doing = 'reading' | 'writing';

export interface Present {
  readonly who: string;
  readonly doing: Doing;
}

export const CLOSING_REASONS = ['helped', 'referred', 'duplicate', 'no-answer', 'not-for-us', 'other-line', 'withdrawn', 'prank', 'abuse'] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

export const TAKE_OVER_REASONS = ['not-there', 'overdue', 'too-much', 'other-skills', 'own-wish', 'safety'] as const;
export type TakeOverReason = (typeof TAKE_OVER_REASONS)[number];

export const CONFLICT_REASONS = ['family', 'acquaintance', 'employer', 'community', 'earlier-case', 'afraid', 'other'] as const;
export type ConflictReason = (typeof CONFLICT_REASONS)[number];

export interface TakeOver {
  /** Whom it is taken from, as this page has seen it. */
  readonly from: string;
  readonly reason: TakeOverReason;
  readonly into: 'my-claim' | 'queue';
}

/** What coordinators have to know and see to. */
export interface Notice {
  readonly kind: string;
  /** Ids and codes. */
  readonly subject: string;
  readonly who?: string | null;
  readonly report?: string | null;
  readonly raisedAt: string;
  readonly endedAt?: string | null;
}

/** A conflict of interest that somebody declared, as their coordinators see it. */
export interface Conflict {
  readonly id: string;
  readonly who: string;
  readonly reason: ConflictReason;
  readonly declaredAt: string;
}

/** It is being handed over. */
export interface Offer {
  readonly from: string;
  readonly to: string;
  readonly acceptBy: string;
}

/** Open cases by what is due first, closed ones the last closed first. */
export interface CasePage {
  readonly cases: readonly CaseView[];
  readonly next?: string | null;
}

export type Texts = 'unknown' | 'allowed' | 'refused';

export interface Replies {
  readonly accepted: number;
  readonly sent: number;
  readonly delivered: number;
  readonly refused: number;
  readonly failed: number;
  readonly unknown: number;
  /** Wait for a safe hour. */
  readonly scheduled?: number;
  /** Taken back while they waited. */
  readonly withdrawn?: number;
}

export interface Happening {
  readonly at: string;
  readonly what: string;
  readonly who?: string | null;
  /** A code, where colleagues may know why. */
  readonly reason?: string | null;
}

export interface CaseWithTimeline extends CaseView {
  readonly timeline: readonly Happening[];
}

export interface FetchResult {
  readonly reportId: string;
  readonly status: 'open' | 'closed';
  readonly texts: Texts;
  readonly reach?: Reach;
  readonly proposedLink?: string | null;
  readonly items: readonly {
    readonly id: string;
    readonly kind: string;
    readonly at: string;
    readonly jwe: string;
    readonly grant: string;
  }[];
  readonly recipients: readonly string[];
  readonly line: string;
  readonly relay: string;
}

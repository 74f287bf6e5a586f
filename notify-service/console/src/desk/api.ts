/** The desk's answers as the console reads them. No content and no contact is among them. */
export interface Me {
  readonly id: string;
  readonly handle: string;
  readonly organisation: string;
  readonly roles: readonly string[];
  readonly teams: readonly { readonly id: string; readonly label: string; readonly organisation: string }[];
}

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
}

export interface Happening {
  readonly at: string;
  readonly what: string;
  readonly who?: string | null;
}

export interface CaseWithTimeline extends CaseView {
  readonly timeline: readonly Happening[];
}

export interface FetchResult {
  readonly reportId: string;
  readonly status: 'open' | 'closed';
  readonly texts: Texts;
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

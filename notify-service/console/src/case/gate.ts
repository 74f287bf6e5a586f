import type { CaseView, Happening } from '../desk/api.ts';
import { firstHole } from '../reply/holes.ts';
import type { Conversation } from './open-conversation.ts';

export type Obstacle = 'report-closed' | 'recipients-unproven' | 'contact-erased' | 'texts-refused' | 'texts-unknown' | 'outside-hours';

/** What the console knows of a report: what intake said when it was opened, and what the desk has told since. */
export interface Known {
  readonly conversation: Pick<Conversation, 'closed' | 'texts' | 'contact' | 'recipients'>;
  readonly view?: Pick<CaseView, 'state' | 'texts' | 'lastWroteAt'> | undefined;
  readonly timeline: readonly Happening[];
  /** Whether it would go out in a safe hour; left out where it waits for one. */
  readonly isSafe?: boolean | undefined;
}

/**
 * Why intake's gate would refuse a reply now; undefined when nothing that is known speaks against it. The gate may still refuse:
 * it alone knows what the carrier said.
 */
export function obstacle({ conversation, view, timeline, isSafe = true }: Known): Obstacle | undefined {
  if (conversation.closed || view?.state === 'closed') return 'report-closed';
  if (conversation.recipients === undefined) return 'recipients-unproven';
  if (conversation.contact === undefined || isErasedSince(timeline, view?.lastWroteAt)) return 'contact-erased';
  switch (view?.texts ?? conversation.texts) {
    case 'allowed':
      return isSafe ? undefined : 'outside-hours';
    case 'refused':
      return 'texts-refused';
    case 'unknown':
      return 'texts-unknown';
  }
}

/** A person who writes again after that can be reached by what they wrote from. */
function isErasedSince(timeline: readonly Happening[], lastWroteAt: string | undefined): boolean {
  const erased = timeline.filter(({ what }) => what === 'contact-erased').map(({ at }) => Date.parse(at));
  return erased.length > 0 && Math.max(...erased) > Date.parse(lastWroteAt ?? '1970-01-01T00:00:00Z');
}

/** The carrier refuses what is longer, in units of its encoding. */
export const LONGEST = 1600;

export type Unfinished = { readonly why: 'hole'; readonly hole: string } | { readonly why: 'too-long' };

/** What has to be done to a text before it can be sent. */
export function unfinished(text: string): Unfinished | undefined {
  const hole = firstHole(text);
  if (hole !== undefined) return { why: 'hole', hole: hole.hole };
  return text.trim().length > LONGEST ? { why: 'too-long' } : undefined;
}

/** The lists that people look at. `open` is what somebody has to take, what another team asks them to take, and what they hold themselves; `all` is all that is not closed. */
export const VIEWS = ['open', 'mine', 'overdue', 'all', 'closed'] as const;

export type QueueView = (typeof VIEWS)[number];

/** The desk's lists; all views but the last are cut from the first one. */
export type DeskList = 'open' | 'closed';

export function listBehind(view: QueueView): DeskList {
  return view === 'closed' ? 'closed' : 'open';
}

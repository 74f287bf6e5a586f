import type { CaseView } from '../desk/api.ts';

/** When something has to happen next: a waiting report is to be read, a claimed one acted on before its lease ends, and what was promised or planned. */
export function dueAt(view: CaseView): string | undefined {
  switch (view.state) {
    case 'waiting':
      return earlier(view.readBy, view.due?.at);
    case 'claimed':
      return earlier(earlier(view.readBy, view.leaseUntil), view.due?.at);
    case 'closed':
      return undefined;
  }
}

export function isOverdue(view: CaseView, now: number): boolean {
  const due = dueAt(view);
  return due !== undefined && Date.parse(due) < now;
}

/** A case beside the times that order it: read once, since a queue of thousands compares them often. */
export interface Placed {
  readonly view: CaseView;
  readonly due: number;
  readonly received: number;
  readonly wrote: number;
}

export function placed(view: CaseView): Placed {
  return { view, due: time(dueAt(view)), received: time(view.receivedAt), wrote: time(view.lastWroteAt) };
}

/** What is due first comes first; then danger, then a child, then who has waited longest. Never 0 for two cases. */
export function byDue(a: Placed, b: Placed): number {
  return (
    a.due - b.due ||
    Number(b.view.danger) - Number(a.view.danger) ||
    Number(b.view.child) - Number(a.view.child) ||
    a.received - b.received ||
    byId(a, b)
  );
}

/** The closed ones: the last one in which the person wrote first. */
export function byLastWritten(a: Placed, b: Placed): number {
  return b.wrote - a.wrote || byId(a, b);
}

function byId(a: Placed, b: Placed): number {
  if (a.view.id === b.view.id) return 0;
  return a.view.id < b.view.id ? -1 : 1;
}

function earlier(a: string | null | undefined, b: string | null | undefined): string | undefined {
  if (!a || !b) return a || b || undefined;
  return Date.parse(a) < Date.parse(b) ? a : b;
}

/** No date sorts last; a large finite number, since infinity minus infinity is no order. */
function time(at: string | undefined): number {
  return at === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(at);
}

import type { CaseView } from '../desk/api.ts';

/** When something has to happen next: a waiting report is to be read, a claimed one acted on before its lease ends. */
export function dueAt(view: CaseView): string | undefined {
  switch (view.state) {
    case 'waiting':
      return view.readBy ?? undefined;
    case 'claimed':
      return earlier(view.readBy, view.leaseUntil);
    case 'closed':
      return undefined;
  }
}

export function isOverdue(view: CaseView, now: number): boolean {
  const due = dueAt(view);
  return due !== undefined && Date.parse(due) < now;
}

/** What is due first comes first; then danger, then a child, then who has waited longest. Closed: the last one first. */
export function byDue(a: CaseView, b: CaseView): number {
  if (a.state === 'closed' && b.state === 'closed') return time(b.lastWroteAt) - time(a.lastWroteAt);
  return (
    time(dueAt(a)) - time(dueAt(b)) ||
    Number(b.danger) - Number(a.danger) ||
    Number(b.child) - Number(a.child) ||
    time(a.receivedAt) - time(b.receivedAt) ||
    (a.id < b.id ? -1 : 1)
  );
}

function earlier(a: string | null | undefined, b: string | null | undefined): string | undefined {
  if (!a || !b) return a || b || undefined;
  return Date.parse(a) < Date.parse(b) ? a : b;
}

/** No date sorts last; a large finite number, since infinity minus infinity is no order. */
function time(at: string | undefined): number {
  return at === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(at);
}

import type { CaseView } from '../desk/api.ts';

/** An alert says `K7Q2-1`: what comes after the short id is left out, and nobody has to mind capitals. */
export function soughtId(typed: string): string {
  return typed.trim().toUpperCase().split('-')[0]!.replace(/[^0-9A-Z]/g, '');
}

export function findable(view: CaseView, sought: string): boolean {
  return view.shortId.startsWith(sought);
}

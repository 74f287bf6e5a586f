import { NO_FILTER, filterOf, filterQuery } from '../queue/filter.ts';
import type { Filter } from '../queue/filter.ts';
import { VIEWS } from '../queue/views.ts';
import type { QueueView } from '../queue/views.ts';

/** Pages of which there is one each. */
const SINGLE = ['keys', 'line', 'people', 'services', 'settings', 'setup', 'shifts'] as const;

/** Where one is. It lives in the fragment, which no server ever sees, and holds nothing but a list with its codes or a report's random id. */
export type Route =
  | { readonly page: 'queue'; readonly tab: QueueView; readonly filter?: Filter }
  | { readonly page: 'case'; readonly id: string }
  | { readonly page: (typeof SINGLE)[number] };

const REAL = '#';
const PRACTICE = '#/practice';
let root = REAL;

export function isPractice(hash: string): boolean {
  return hash === PRACTICE || hash.startsWith(`${PRACTICE}/`);
}

/**
 * From now on all addresses lie below that of the practice, so that a reload comes back to it and never to a real report. It begins at its
 * list: a report that an address names was of a practice before.
 */
export function stayInPractice(): void {
  root = PRACTICE;
  if (routeOf(location.hash).page !== 'queue') history.replaceState(null, '', linkTo({ page: 'queue', tab: 'open' }));
}

export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.slice(root.length).split('?');
  const [, first = '', second = ''] = path.split('/');
  if (first === 'case' && /^[0-9a-f-]{36}$/i.test(second)) return { page: 'case', id: second.toLowerCase() };
  const single = SINGLE.find((page) => page === first);
  if (single !== undefined && root === REAL) return { page: single };
  return { page: 'queue', tab: VIEWS.find((view) => view === first) ?? 'open', filter: filterOf(query) };
}

export function linkTo(route: Route): string {
  switch (route.page) {
    case 'case':
      return `${root}/case/${route.id}`;
    case 'queue':
      return `${root}/${route.tab}${filterQuery(route.filter ?? NO_FILTER)}`;
    default:
      return `${root}/${route.page}`;
  }
}

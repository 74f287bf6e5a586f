import { NO_FILTER, filterOf, filterQuery } from '../queue/filter.ts';
import type { Filter } from '../queue/filter.ts';
import { VIEWS } from '../queue/views.ts';
import type { QueueView } from '../queue/views.ts';

/** Where one is. It lives in the fragment, which no server ever sees, and holds nothing but a list with its codes or a report's random id. */
export type Route =
  | { readonly page: 'queue'; readonly tab: QueueView; readonly filter?: Filter }
  | { readonly page: 'case'; readonly id: string }
  | { readonly page: 'keys' | 'settings' };

export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.split('?');
  const [, first = '', second = ''] = path.split('/');
  if (first === 'case' && /^[0-9a-f-]{36}$/i.test(second)) return { page: 'case', id: second.toLowerCase() };
  if (first === 'keys' || first === 'settings') return { page: first };
  return { page: 'queue', tab: VIEWS.find((view) => view === first) ?? 'open', filter: filterOf(query) };
}

export function linkTo(route: Route): string {
  switch (route.page) {
    case 'case':
      return `#/case/${route.id}`;
    case 'keys':
    case 'settings':
      return `#/${route.page}`;
    case 'queue':
      return `#/${route.tab}${filterQuery(route.filter ?? NO_FILTER)}`;
  }
}

import type { Tab } from '../desk/desk.ts';

/** Where one is. It lives in the fragment, which no server ever sees, and holds nothing but a tab or a report's random id. */
export type Route = { readonly page: 'queue'; readonly tab: Tab } | { readonly page: 'case'; readonly id: string } | { readonly page: 'keys' } | { readonly page: 'services' };

export function routeOf(hash: string): Route {
  const [, first = '', second = ''] = hash.split('/');
  if (first === 'case' && /^[0-9a-f-]{36}$/i.test(second)) return { page: 'case', id: second.toLowerCase() };
  if (first === 'keys') return { page: 'keys' };
  if (first === 'services') return { page: 'services' };
  return { page: 'queue', tab: first === 'mine' || first === 'closed' ? first : 'open' };
}

export function linkTo(route: Route): string {
  if (route.page === 'keys') return '#/keys';
  if (route.page === 'services') return '#/services';
  return route.page === 'case' ? `#/case/${route.id}` : `#/${route.tab}`;
}

/** The bundle's files by their hashes, put here by the build. So each version's worker differs, which is how browsers notice it. */
declare const OVOZ_SHELL: Readonly<Record<string, string>>;

const PAGE = 'index.html';

/**
 * Keeps the bundle's own files, all of one version or none, and gives them only when the desk cannot: whoever reloads gets the newest.
 * Whatever else is asked for, the API above all, goes its way untouched.
 */
export function keepTheShell(worker: ServiceWorkerGlobalScope): void {
  const kept = `shell ${OVOZ_SHELL[PAGE]}`;

  worker.addEventListener('install', (event) => event.waitUntil(keep(kept).then(() => worker.skipWaiting())));

  worker.addEventListener('activate', (event) => event.waitUntil(forgetOthers(kept)));

  worker.addEventListener('fetch', (event) => {
    const name = shellFile(event.request, worker.registration.scope);
    if (name !== undefined) event.respondWith(fetched(event.request, () => caches.match(name, { cacheName: kept })));
  });
}

async function keep(name: string): Promise<void> {
  const shell = await caches.open(name);
  await shell.addAll(Object.entries(OVOZ_SHELL).map(([file, integrity]) => new Request(file, { integrity, cache: 'no-cache' })));
}

async function forgetOthers(kept: string): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== kept).map((name) => caches.delete(name)));
}

/** The shell's file that is asked for; undefined for all else. */
export function shellFile(request: Pick<Request, 'method' | 'url'>, scope: string): string | undefined {
  const url = new URL(request.url);
  const asked = url.origin + url.pathname;
  if (request.method !== 'GET' || !asked.startsWith(scope)) return undefined;
  const name = asked.slice(scope.length) || PAGE;
  return Object.hasOwn(OVOZ_SHELL, name) ? name : undefined;
}

async function fetched(request: Request, kept: () => Promise<Response | undefined>): Promise<Response> {
  try {
    const answer = await fetch(request);
    return answer.status < 500 ? answer : ((await kept()) ?? answer);
  } catch (lost) {
    const shell = await kept();
    if (shell === undefined) throw lost;
    return shell;
  }
}

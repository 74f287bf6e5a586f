interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const WORKER = 'worker.js';
let address: string | undefined;

/** The worker that shows pushes and keeps the shell; the same one however often it is asked for. */
export async function workerRegistration(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register((address ??= trusted()), { updateViaCache: 'none' });
  return navigator.serviceWorker.ready;
}

/** Has the shell kept for when there is no connection. A browser that cannot does without. */
export async function keepShell(): Promise<void> {
  if ('serviceWorker' in navigator) await workerRegistration().catch(() => undefined);
}

/** The one address that a worker may have, by the one policy that the page allows for it. */
function trusted(): string {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  return types?.createPolicy('worker', { createScriptURL: () => WORKER }).createScriptURL(WORKER) ?? WORKER;
}

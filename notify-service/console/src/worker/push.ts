/** A browser shows something of its own, and more than we would say, when a push shows nothing. */
const NOTHING_SAID = '!';

/** Shows what comes by push: the alert's text and nothing else. Keeps nothing, fetches nothing. */
export function listenToPushes(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('push', (event) => {
    const text = event.data?.text() || NOTHING_SAID;
    // The same text again takes the place of what is shown, and makes itself heard all the same.
    const options: NotificationOptions & { renotify: boolean } = { tag: text, renotify: true, requireInteraction: true };
    event.waitUntil(worker.registration.showNotification(text, options));
  });

  worker.addEventListener('notificationclick', (event) => {
    event.notification.close();
    event.waitUntil(toTheConsole(worker));
  });
}

async function toTheConsole(worker: ServiceWorkerGlobalScope): Promise<unknown> {
  const [open] = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return open ? open.focus() : worker.clients.openWindow(worker.registration.scope);
}

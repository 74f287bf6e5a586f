// Shows what comes by push: the alert's text and nothing else. Keeps nothing, fetches nothing.
declare const self: ServiceWorkerGlobalScope;

/** A browser shows something of its own, and more than we would say, when a push shows nothing. */
const NOTHING_SAID = '!';

self.addEventListener('push', (event) => {
  const text = event.data?.text() || NOTHING_SAID;
  // The same text again takes the place of what is shown, and makes itself heard all the same.
  const options: NotificationOptions & { renotify: boolean } = { tag: text, renotify: true, requireInteraction: true };
  event.waitUntil(self.registration.showNotification(text, options));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(toTheConsole());
});

async function toTheConsole(): Promise<unknown> {
  const [open] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return open ? open.focus() : self.clients.openWindow(self.registration.scope);
}

export {};

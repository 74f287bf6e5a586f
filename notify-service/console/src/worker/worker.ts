// Runs beside the pages: shows pushes, and keeps the shell. It is told no token, no key and no content, and asks the desk for nothing.
import { listenToPushes } from './push.ts';
import { keepTheShell } from './shell.ts';

declare const self: ServiceWorkerGlobalScope;

listenToPushes(self);
keepTheShell(self);

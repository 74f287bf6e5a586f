import type { Desk } from '../desk/desk.ts';
import { Problem } from '../desk/problem.ts';
import { workerRegistration } from '../install/worker.ts';

export type PushState = 'unknown' | 'impossible' | 'off' | 'on';
export type PushFailure = 'denied' | 'not-offered' | 'too-many' | 'failed';

type PushDesk = Pick<Desk, 'pushKey' | 'subscribe' | 'unsubscribe'>;

/** Whether this browser shows alerts though the page is closed; turned on and off by its user only. */
export class PushSwitch {
  state: PushState = 'unknown';
  failure: PushFailure | undefined;
  isBusy = false;

  constructor(private readonly desk: PushDesk, private readonly changed: () => void) {}

  async look(): Promise<void> {
    const isPossible = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
    const subscription = isPossible ? await subscribed().catch(() => undefined) : undefined;
    this.state = isPossible ? (subscription === undefined ? 'off' : 'on') : 'impossible';
    this.changed();
  }

  async turnOn(): Promise<void> {
    await this.#doing(async () => {
      if ((await Notification.requestPermission()) !== 'granted') return void (this.failure = 'denied');
      const key = keyBytes((await this.desk.pushKey()).key);
      const { pushManager } = await workerRegistration();
      await leaveOther(pushManager, key);
      const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
      try {
        await this.desk.subscribe(subscription.toJSON());
      } catch (refused) {
        await subscription.unsubscribe();
        throw refused;
      }
    });
  }

  /** The browser forgets it in any case; a desk that cannot be reached learns it from the push service at its next alert. */
  async turnOff(): Promise<void> {
    await this.#doing(async () => {
      const subscription = await subscribed();
      if (subscription === undefined) return;
      try {
        const { id } = await this.desk.subscribe(subscription.toJSON());
        await this.desk.unsubscribe(id);
      } finally {
        await subscription.unsubscribe();
      }
    });
  }

  async #doing(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = undefined;
    this.changed();
    try {
      await work();
    } catch (refused) {
      this.failure = failureOf(refused);
    }
    this.isBusy = false;
    await this.look();
  }
}

async function subscribed(): Promise<PushSubscription | undefined> {
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? undefined;
}

/** A subscription under a key that the desk has no more cannot be used, and is in the way of another. */
async function leaveOther(pushManager: PushManager, key: Uint8Array): Promise<void> {
  const before = await pushManager.getSubscription();
  const its = before?.options.applicationServerKey;
  if (before && (!its || keyText(new Uint8Array(its)) !== keyText(key))) await before.unsubscribe();
}

function failureOf(refused: unknown): PushFailure {
  if (refused instanceof Problem && refused.slug === 'push-off') return 'not-offered';
  if (refused instanceof Problem && refused.slug === 'too-many-subscriptions') return 'too-many';
  return refused instanceof DOMException && refused.name === 'NotAllowedError' ? 'denied' : 'failed';
}

function keyBytes(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

function keyText(bytes: Uint8Array): string {
  return bytes.join(' ');
}

import type { SignedOrder } from '../orders/order.ts';
import type { DeskList } from '../queue/views.ts';
import type { CasePage, CaseView, CaseWithTimeline, ClosingReason, Conflict, ConflictReason, Doing, Me, Notice, TakeOver } from './api.ts';
import { Problem, problemOf } from './problem.ts';

/** Who knows the token of the moment, and can get a fresh one. */
export interface Bearer {
  accessToken(): Promise<string>;
  refresh(): Promise<void>;
}

/** Asks for what is below `/api/v1/`. Throws when no answer came. */
export type Send = (path: string, init: RequestInit) => Promise<Response>;

export const overTheNetwork: Send = (path, init) => fetch(`/api/v1/${path}`, init);

/** The desk's API. Every call carries the bearer token; a 401 is tried once more with a fresh one. */
export class Desk {
  constructor(
    private readonly bearer: Bearer,
    private readonly send: Send = overTheNetwork,
  ) {}

  me(): Promise<Me> {
    return this.#json('GET', 'me');
  }

  /** A page of a list; `after` is the `next` of the page before. */
  cases(list: DeskList, after: string | undefined, limit: number): Promise<CasePage> {
    const further = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
    return this.#json('GET', `cases?state=${list}&limit=${limit}${further}`);
  }

  one(id: string): Promise<CaseWithTimeline> {
    return this.#json('GET', `cases/${encodeURIComponent(id)}`);
  }

  claim(id: string): Promise<CaseView> {
    return this.#json('POST', `cases/${encodeURIComponent(id)}/claim`);
  }

  async release(id: string): Promise<void> {
    await this.#answer('POST', `cases/${encodeURIComponent(id)}/release`);
  }

  /** Holds my claim until then; without a time, as any claim again. */
  agree(id: string, until: string | null): Promise<CaseView> {
    return this.#json('PUT', `cases/${encodeURIComponent(id)}/claim/agreed-time`, { until });
  }

  takeOver(id: string, wish: TakeOver): Promise<CaseView> {
    return this.#json('POST', `cases/${encodeURIComponent(id)}/take-over`, wish);
  }

  /** Afterwards the case is not there for me any more. */
  async declareConflict(id: string, reason: ConflictReason): Promise<void> {
    await this.#answer('POST', `cases/${encodeURIComponent(id)}/conflict`, withJson({ reason }));
  }

  async liftConflict(id: string, who: string): Promise<void> {
    await this.#answer('POST', `cases/${encodeURIComponent(id)}/conflict/${encodeURIComponent(who)}/lift`);
  }

  /** Those of my people; for coordinators. */
  async conflicts(): Promise<readonly Conflict[]> {
    return (await this.#json<{ conflicts: readonly Conflict[] }>('GET', 'conflicts')).conflicts;
  }

  /** For coordinators: what is not over comes first. */
  async notices(): Promise<readonly Notice[]> {
    return (await this.#json<{ notices: readonly Notice[] }>('GET', 'notices')).notices;
  }

  proposeBlock(id: string, days: number): Promise<CaseView> {
    return this.#json('POST', `cases/${encodeURIComponent(id)}/block`, { days });
  }

  confirmBlock(id: string): Promise<CaseView> {
    return this.#json('POST', `cases/${encodeURIComponent(id)}/block/confirm`);
  }

  endBlock(id: string): Promise<CaseView> {
    return this.#json('DELETE', `cases/${encodeURIComponent(id)}/block`);
  }

  async present(id: string, doing: Doing): Promise<void> {
    await this.#answer('PUT', `cases/${encodeURIComponent(id)}/presence`, withJson({ doing }));
  }

  async leave(id: string): Promise<void> {
    await this.#answer('DELETE', `cases/${encodeURIComponent(id)}/presence`);
  }

  /** Passes an order on to intake; the desk can read neither it nor the answer. */
  order(order: SignedOrder, closingFor?: ClosingReason): Promise<Response> {
    const why: Record<string, string> = closingFor === undefined ? {} : { 'Ovoz-Closing-Reason': closingFor };
    return this.#fetch('POST', `cases/${encodeURIComponent(order.rid)}/orders`, {
      headers: { 'Content-Type': 'application/json', 'Ovoz-Order': order.jws, ...why },
      body: order.body,
    });
  }

  /** What a browser needs to subscribe to pushes. */
  pushKey(): Promise<{ readonly key: string }> {
    return this.#json('GET', 'push/key');
  }

  /** The same subscription again is the same one, with the same id. */
  async subscribe(subscription: PushSubscriptionJSON): Promise<{ readonly id: string }> {
    const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
    const answer = await this.#answer('PUT', 'me/push-subscriptions', { headers, body: JSON.stringify(subscription) });
    return (await answer.json()) as { id: string };
  }

  async unsubscribe(id: string): Promise<void> {
    await this.#answer('DELETE', `me/push-subscriptions/${encodeURIComponent(id)}`);
  }

  stream(lastEventId: string | undefined, signal: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'text/event-stream' };
    if (lastEventId !== undefined) headers['Last-Event-ID'] = lastEventId;
    return this.#answer('GET', 'stream', { headers, signal });
  }

  /** What else there is to ask for; without a body in the answer, undefined. */
  async ask<T>(method: string, path: string, body?: object, more: Readonly<Record<string, string>> = {}): Promise<T> {
    const headers = { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...more };
    const answer = await this.#answer(method, path, body === undefined ? { headers } : { headers, body: JSON.stringify(body) });
    return (answer.status === 204 || answer.status === 202 ? undefined : await answer.json()) as T;
  }

  async sendJose(method: string, path: string, jws: string): Promise<void> {
    await this.#answer(method, path, { headers: { 'Content-Type': 'application/jose' }, body: jws });
  }

  async #json<T>(method: string, path: string, body?: object): Promise<T> {
    const init = body === undefined ? { headers: { Accept: 'application/json' } } : withJson(body);
    const answer = await this.#answer(method, path, init);
    return (await answer.json()) as T;
  }

  async #answer(method: string, path: string, init: RequestInit = {}): Promise<Response> {
    const answer = await this.#fetch(method, path, init);
    if (!answer.ok) throw await problemOf(answer);
    return answer;
  }

  async #fetch(method: string, path: string, init: RequestInit): Promise<Response> {
    const first = await this.#send(method, path, init);
    if (first.status !== 401 || (await isAboutTheOrder(first))) return first;
    await this.bearer.refresh();
    return this.#send(method, path, init);
  }

  async #send(method: string, path: string, init: RequestInit): Promise<Response> {
    const headers = { ...(init.headers as Record<string, string>), Authorization: `Bearer ${await this.bearer.accessToken()}` };
    try {
      return await this.send(path, { ...init, method, headers, cache: 'no-store', credentials: 'omit' });
    } catch (lost) {
      if (init.signal?.aborted) throw lost;
      throw new Problem('unreachable', 0);
    }
  }
}

function withJson(body: object): RequestInit {
  return { headers: { Accept: 'application/json', 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/** Intake refuses a signature with 401 too; that is not the token's fault. */
async function isAboutTheOrder(answer: Response): Promise<boolean> {
  return (await problemOf(answer.clone())).slug === 'order-signature';
}

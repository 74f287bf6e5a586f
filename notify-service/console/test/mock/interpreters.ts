import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Asked, Wanted, Wish } from '../../src/interpreting/api.ts';
import { json, text } from './provider.ts';
import { later } from './world.ts';
import type { MockCase } from './world.ts';

/** Interpreters who are asked; what they answer is said by the test. */
export class MockInterpreters {
  readonly asked = new Map<string, Asked[]>();
  wanted: Wanted[] = [];
  /** How many speak the language. */
  speaking = 2;

  constructor(
    private readonly me: { readonly handle: string },
    private readonly cases: ReadonlyMap<string, MockCase>,
    private readonly change: (one: MockCase, what: string, who: string | null) => void,
  ) {}

  async handle(request: IncomingMessage, url: URL, response: ServerResponse): Promise<boolean> {
    const [, , , root, id = '', part, key = '', verb] = url.pathname.split('/');
    if (root === 'me' && id === 'interpreting') return this.#mine(request.method!, part, key, response);
    const one = this.cases.get(id);
    if (root !== 'cases' || part !== 'interpreter' || one === undefined) return false;
    const requests = this.asked.get(id) ?? [];
    this.asked.set(id, requests);
    if (request.method === 'GET') return json(response, { requests });
    if (verb === 'withdraw') return this.#end(one, key, 'withdrawn', response);
    const wish = JSON.parse(await text(request)) as Wish;
    const now = new Date().toISOString();
    if (!requests.some((asked) => asked.id === key)) {
      requests.unshift({ id: key, language: wish.language ?? one.view.language, askedBy: this.me.handle, askedAt: now, wantedAt: wish.at ?? now, answerBy: later(now, 15), state: 'open', asked: this.speaking, declined: 0 });
    }
    this.change(one, 'interpreter-asked', this.me.handle);
    return done(response);
  }

  /** Somebody said yes. */
  accept(one: MockCase, who: string): void {
    const [first, ...others] = this.asked.get(one.view.id)!;
    this.asked.set(one.view.id, [{ ...first!, state: 'accepted', takenBy: who }, ...others]);
    this.change(one, 'interpreter-accepted', who);
  }

  #end(one: MockCase, id: string, state: Asked['state'], response: ServerResponse): true {
    this.asked.set(one.view.id, this.asked.get(one.view.id)!.map((asked) => (asked.id === id ? { ...asked, state } : asked)));
    this.change(one, `interpreter-${state}`, this.me.handle);
    return done(response);
  }

  #mine(method: string, id: string | undefined, answer: string, response: ServerResponse): true {
    if (method === 'GET') return json(response, { requests: this.wanted });
    this.wanted = answer === 'decline' ? this.wanted.filter((one) => one.id !== id) : this.wanted.map((one) => (one.id === id ? { ...one, accepted: true } : one));
    return done(response);
  }
}

function done(response: ServerResponse): true {
  response.writeHead(204).end();
  return true;
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { json, text } from './provider.ts';
import type { MockCase } from './world.ts';

type Change = (one: MockCase, what: string, change: Partial<MockCase['view']>) => void;
interface Due {
  readonly kind: string;
  readonly at: string;
}

/** What the desk keeps of times and labels, and of what is counted; as strict as the desk about who may say so. */
export class MockDues {
  /** What was counted, by its id: the desk knows of no case. */
  readonly rows = new Map<string, { month: string; region: string; coded: Record<string, unknown> }>();
  readonly #dues = new Map<string, Due[]>();
  readonly #done = new Set<string>();

  constructor(private readonly me: { handle: string }, private readonly cases: ReadonlyMap<string, MockCase>, private readonly change: Change) {}

  of(one: MockCase): readonly Due[] {
    return this.#dues.get(one.view.id) ?? [];
  }

  /** As a colleague has set it at their own desk. */
  set(one: MockCase, dues: readonly Due[]): void {
    this.#put(one, 'due-set', dues);
  }

  async handle(request: IncomingMessage, url: URL, response: ServerResponse): Promise<boolean> {
    const [, , , root, id = '', verb, act] = url.pathname.split('/');
    if (root === 'statistics') return this.#row(request, verb!, response);
    if (root !== 'cases' || (verb !== 'dues' && verb !== 'labels')) return false;
    const one = this.cases.get(id);
    if (one === undefined) return problem(response, 404, 'unknown-report');
    if (request.method === 'GET') return json(response, { dues: this.of(one) });
    if (one.view.claimedBy !== this.me.handle && one.view.state !== 'closed') return problem(response, 409, 'claim-needed');
    const body = JSON.parse(await text(request));
    if (verb === 'labels') return this.#labels(one, body, response);
    if (act === 'done') return this.#tick(one, body, response);
    return this.#set(one, body.dues, response);
  }

  #set(one: MockCase, dues: readonly { kind: string; at: string | null }[], response: ServerResponse): true {
    const before = this.of(one);
    const kept = before.filter((due) => !dues.some(({ kind }) => kind === due.kind));
    const set = dues.flatMap(({ kind, at }) => (at === null || this.#done.has(`${one.view.id} ${kind} ${at}`) ? [] : [{ kind, at }]));
    const after = [...kept, ...set].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    if (JSON.stringify(after) !== JSON.stringify(before)) this.#put(one, 'due-set', after);
    return done(response);
  }

  #tick(one: MockCase, { kind, at }: Due, response: ServerResponse): true {
    const left = this.of(one).filter((due) => due.kind !== kind || due.at !== at);
    if (left.length === this.of(one).length) return problem(response, 409, 'not-due');
    this.#done.add(`${one.view.id} ${kind} ${at}`);
    this.#put(one, 'due-done', left);
    return done(response);
  }

  #labels(one: MockCase, { danger, child }: { danger: boolean | null; child: boolean | null }, response: ServerResponse): true {
    this.change(one, 'labels-corrected', { danger: danger ?? false, child: child ?? false });
    return json(response, one.view);
  }

  async #row(request: IncomingMessage, id: string, response: ServerResponse): Promise<true> {
    if (request.method === 'DELETE') this.rows.delete(id);
    else this.rows.set(id, JSON.parse(await text(request)));
    return done(response);
  }

  #put(one: MockCase, what: string, dues: readonly Due[]): void {
    this.#dues.set(one.view.id, [...dues]);
    this.change(one, what, { due: dues[0] ?? null });
  }
}

function done(response: ServerResponse): true {
  response.writeHead(204).end();
  return true;
}

function problem(response: ServerResponse, status: number, slug: string): true {
  return json(response, { type: `urn:ovoz:problem:${slug}`, title: slug, status }, status);
}

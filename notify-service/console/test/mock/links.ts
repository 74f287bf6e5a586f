import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Marks, ServedKey, Verdict } from '../../src/desk/link-api.ts';
import { json, text } from './provider.ts';
import type { MockCase } from './world.ts';

interface Word {
  readonly pair: readonly string[];
  readonly verdict: Verdict;
  readonly by: string;
  readonly at: string;
}

/** Links as the desk has them: it compares marks, and cannot tell what they are of. */
export class MockLinks {
  keys: ServedKey[] = [];
  /** Of each report. */
  readonly marks = new Map<string, Marks>();
  words: Word[] = [];

  constructor(
    private readonly me: { readonly handle: string },
    private readonly cases: ReadonlyMap<string, MockCase>,
    private readonly change: (one: MockCase, what: string, who: string) => void,
  ) {}

  async handle(request: IncomingMessage, url: URL, response: ServerResponse): Promise<boolean> {
    const [, , , root, one = '', two, three] = url.pathname.split('/');
    if (root === 'link-keys') return this.#key(request.method!, one, JSON.parse((await text(request)) || '{}'), response);
    const report = root === 'cases' && (two === 'links' || two === 'link-terms') ? this.cases.get(one) : undefined;
    if (report === undefined) return false;
    if (two === 'link-terms') return this.#compare(report, JSON.parse(await text(request)), response);
    if (three === undefined) return json(response, this.#links(report, []));
    const other = this.cases.get(three)!;
    if (request.method === 'DELETE') this.#takeBack(report, other);
    else this.say(report, other, JSON.parse(await text(request)).verdict, this.me.handle);
    response.writeHead(204).end();
    return true;
  }

  /** As a colleague does, too. */
  say(report: MockCase, other: MockCase, verdict: Verdict, by: string): void {
    this.words.unshift({ pair: [report.view.id, other.view.id], verdict, by, at: new Date().toISOString() });
    for (const one of [report, other]) this.change(one, verdict === 'same' ? 'link-confirmed' : 'link-refused', by);
  }

  #takeBack(report: MockCase, other: MockCase): void {
    this.words = this.words.filter(({ pair }) => !(pair.includes(report.view.id) && pair.includes(other.view.id)));
    for (const one of [report, other]) this.change(one, 'link-ended', this.me.handle);
  }

  #key(method: string, kid: string, body: any, response: ServerResponse): true {
    if (method === 'GET') return json(response, { keys: this.keys });
    if (method === 'POST') {
      if (body.generation !== this.keys.length + 1) return problem(response, 409, 'link-key-exists');
      this.keys = [body, ...this.keys];
    } else {
      this.keys = this.keys.map((key) => (key.kid === kid ? { ...key, vouches: [...key.vouches, ...body.vouches] } : key));
    }
    response.writeHead(204).end();
    return true;
  }

  #compare(report: MockCase, body: Marks & { earlier: readonly Marks[] }, response: ServerResponse): true {
    if (report.view.claimedBy !== this.me.handle) return problem(response, 409, 'claim-needed');
    if (body.kid !== this.keys[0]?.kid) return problem(response, 409, 'link-key-replaced');
    const before = this.marks.get(report.view.id);
    this.marks.set(report.view.id, { kid: body.kid, marks: body.marks });
    if (JSON.stringify(before?.marks) !== JSON.stringify(body.marks)) this.change(report, 'link-compared', this.me.handle);
    return json(response, this.#links(report, body.earlier));
  }

  #links(report: MockCase, earlier: readonly Marks[]): object {
    const asked = [...(this.marks.get(report.view.id)?.marks ?? []), ...earlier.flatMap(({ marks }) => marks)];
    const said = this.words.filter(({ pair }) => pair.includes(report.view.id)).map((word) => ({ ...word, other: this.cases.get(word.pair.find((id) => id !== report.view.id)!)! }));
    const others = [...this.cases.values()].filter((one) => one !== report && !said.some(({ other }) => other === one));
    const proposed = others.map((one) => ({ ...shown(one), marks: (this.marks.get(one.view.id)?.marks ?? []).filter((mark) => asked.includes(mark)) }));
    const list = (verdict: Verdict) => said.filter((word) => word.verdict === verdict).map(({ other, by, at }) => ({ ...shown(other), by, at }));
    return { same: list('same'), different: list('different'), proposed: proposed.filter(({ marks }) => marks.length > 0).sort((a, b) => b.marks.length - a.marks.length) };
  }
}

function shown({ view: { id, shortId, receivedAt, region } }: MockCase): object {
  return { id, shortId, month: receivedAt.slice(0, 7), region };
}

function problem(response: ServerResponse, status: number, slug: string): true {
  return json(response, { type: `urn:ovoz:problem:${slug}`, title: slug, status }, status);
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Founding, FirstKeys } from '../../src/desk/founding-api.ts';
import { verifyingKey } from '../../src/sealing/keys.ts';
import { verified } from '../../src/teams/signed.ts';
import { json, text } from './provider.ts';
import type { World } from './world.ts';

/** A line that is set up: organisations, people, wanted teams, and the records that the line has signed. */
export class MockSetUp {
  readonly organisations: { id: string; label: string; suspended: boolean; invited: number; active: number; withKey: number }[] = [];
  readonly people: { id: string; handle: string; organisation: string; channels: string[] }[] = [];
  readonly foundings = new Map<string, Founding>();
  readonly published: { id: string; record: string; holders: number; papers: object | null; escalation: boolean }[] = [];
  readonly firstKeys = new Map<string, FirstKeys>();
  tests: { line: string; language: string; state: string }[] = [];
  catchAll: string | undefined;
  /** A line that is being set up, and none whose directory is there. */
  isOn = false;

  constructor(private readonly world: World, private readonly me: { id: string; handle: string }) {}

  async handle(request: IncomingMessage, url: URL, response: ServerResponse): Promise<boolean> {
    const [, , , root, what, id] = url.pathname.split('/');
    if (!this.isOn && root === 'directory' && ['organisations', 'people', 'teams'].includes(what ?? '')) return false;
    const isOurs = (root === 'me' && what === 'foundings') || root === 'directory';
    const body = isOurs && request.method !== 'GET' && request.method !== 'DELETE' ? await text(request) : '';
    if (root === 'me' && what === 'foundings') return this.#mine(request, id, body, response);
    if (root === 'canaries') return this.#tests(request, response);
    if (root === 'routing') return this.catchAll === undefined ? problem(response, 503, 'intake-unreachable') : json(response, { teams: [{ team: this.catchAll, as: 'catch-all' }] });
    if (root !== 'directory') return false;
    switch (what) {
      case 'setup':
        return json(response, { organisations: this.organisations, teams: this.published.map(({ record: _, ...team }) => ({ organisation: 'north', suspended: false, keysSince: new Date().toISOString(), ...team })) });
      case 'proposals':
        return json(response, { proposals: [] });
      case 'organisations':
        this.organisations.push({ id: id!, label: JSON.parse(body).label, suspended: false, invited: 0, active: 0, withKey: 0 });
        return json(response, {});
      case 'people':
        return request.method === 'GET' ? json(response, { people: this.people }) : this.#invite(JSON.parse(body), response);
      case 'foundings':
        return this.#wanted(request, id, body, response);
      case 'teams':
        return request.method === 'GET' ? json(response, { teams: this.published }) : this.#publish(body, response);
      default:
        return false;
    }
  }

  #mine(request: IncomingMessage, team: string | undefined, body: string, response: ServerResponse): true {
    if (request.method === 'GET') return json(response, { foundings: [...this.foundings.values()].filter(({ founder }) => founder === this.me.id) });
    const wanted = this.foundings.get(team!);
    if (wanted === undefined) return problem(response, 404, 'not-found');
    const keys = JSON.parse(body) as FirstKeys;
    this.firstKeys.set(team!, keys);
    this.foundings.set(team!, { ...wanted, jws: keys.jws });
    return done(response);
  }

  #wanted(request: IncomingMessage, team: string | undefined, body: string, response: ServerResponse): true {
    if (request.method === 'GET') return json(response, { foundings: [...this.foundings.values()] });
    if (request.method === 'DELETE') return this.foundings.delete(team!) && done(response);
    const { founder, terms } = JSON.parse(body) as Pick<Founding, 'founder' | 'terms'>;
    if (this.published.some(({ id }) => id === team)) return problem(response, 409, 'team-exists');
    this.foundings.set(team!, { team: team!, terms, founder, by: this.people.find(({ id }) => id === founder)!.handle });
    return done(response);
  }

  #invite(form: { handle: string; organisation: string }, response: ServerResponse): true {
    this.people.push({ id: `${form.handle}-id`, handle: form.handle, organisation: form.organisation, channels: [] });
    this.organisations.find(({ id }) => id === form.organisation)!.invited += 1;
    return json(response, { subject: 'x', handle: form.handle, password: 'first-Word-of-all-7' }, 201);
  }

  async #publish(jws: string, response: ServerResponse): Promise<true> {
    const record = await verified(jws, 'ovoz-team', await verifyingKey(this.world.line.public)).catch(() => undefined);
    if (record === undefined) return problem(response, 422, 'team-signature');
    const id = String(record['id']);
    this.foundings.delete(id);
    this.published.push({ id, record: jws, holders: 1, papers: null, escalation: record['escalation'] === true });
    return json(response, { id, version: record['version'], suspended: false });
  }

  #tests(request: IncomingMessage, response: ServerResponse): true {
    if (request.method === 'GET') return json(response, { canaries: this.tests });
    this.tests = [{ line: 'line-1', language: 'ru', state: 'sent' }];
    response.writeHead(202, { 'Content-Type': 'application/json' }).end('{"canaries":1}');
    return true;
  }
}

function done(response: ServerResponse): true {
  response.writeHead(204).end();
  return true;
}

function problem(response: ServerResponse, status: number, slug: string): true {
  return json(response, { type: `urn:ovoz:problem:${slug}`, title: slug, status }, status);
}

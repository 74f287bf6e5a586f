import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Channel, Comparison, InterpreterLine, Organisation, Person, PersonForm, TeamHours, TeamLine } from '../../src/desk/people-api.ts';
import { json, text } from './provider.ts';
import type { World } from './world.ts';

/** What the desk's directory holds, with the numbers that it never shows; as strict as the desk. */
export class MockPeople {
  readonly people: Person[] = [
    person('aziza', { roles: ['responder', 'coordinator'], teams: ['north-central-asia', 'catch-all'], channels: ['sms', 'call'] }),
    person('bek', { channels: ['sms', 'email'], quiet: { from: '22:00:00', until: '07:00:00', zone: 'Asia/Almaty' } }),
    person('vera', { languages: ['ru', 'uk'], teams: ['catch-all'], channels: [], state: 'invited' }),
    person('dina', { roles: ['auditor'], languages: ['en'], teams: [], channels: [] }),
    person('omar', { languages: ['ar'], teams: [], channels: ['email'], state: 'suspended' }),
  ];
  readonly organisations: Organisation[] = [{ id: 'north', label: 'Northern Help', suspended: false }, { id: 'steppe', label: 'Steppe Women', coverWord: 'library', suspended: false }];
  readonly interpreters: InterpreterLine[] = [
    { handle: 'lark', interpreter: { gender: 'woman', zone: 'Asia/Tashkent', languages: [{ language: 'uz-Latn', dialect: 'Khorezm' }, { language: 'ru' }], weekly: [{ day: 1, opens: '18:00:00', closes: '22:00:00' }], ties: ['a village near Urgench'] } }];
  readonly hours = new Map<string, TeamHours>();
  readonly suspendedTeams = new Set<string>();
  /** Where people are alerted; it does not come out. */
  readonly numbers = new Map<string, string>([['aziza sms', '+12025550111'], ['aziza call', '+12025550111'], ['bek sms', '+12025550112'], ['bek email', 'bek@people.example']]);
  readonly secondFactorsReset: string[] = [];
  comparison: Comparison | undefined;
  /** The login server does not answer. */
  isAway = false;

  constructor(private readonly world: World) {}

  async handle(request: IncomingMessage, url: URL, response: ServerResponse): Promise<boolean> {
    const [, , , root, kind = '', id = '', ...rest] = url.pathname.split('/');
    const body = root === 'directory' || root === 'interpreters' ? JSON.parse((await text(request)) || '{}') : {};
    const step = `${request.method} ${rest.join('/')}`.trim();
    if (root === 'colleagues') return json(response, { colleagues: this.people.filter(({ organisation }) => organisation === 'north') });
    if (root === 'interpreters') return this.#interpreter(request, decodeURIComponent(kind), body, response);
    if (root !== 'directory') return false;
    if (kind === 'people') return id === '' ? this.#all(request, body, response) : this.#person(decodeURIComponent(id), step, body, response);
    if (kind === 'organisations') return this.#organisation(id, step, body, response);
    if (kind === 'teams') return this.#team(id, step, body, response);
    if (kind === 'reconcile') return this.#compare(request, response);
    return false;
  }

  #all(request: IncomingMessage, form: PersonForm, response: ServerResponse): boolean {
    if (request.method === 'GET') return json(response, { people: this.people });
    if (this.isAway) return problem(response, 503, 'logins-away');
    if (this.people.some(({ handle, state }) => handle === form.handle && state !== 'invited')) return problem(response, 409, 'handle-taken');
    if (!this.#fits(form.organisation, form.teams) || (form.coverText ?? '').includes('Northern')) return problem(response, 422, 'person-refused');
    this.#keep(person(form.handle, { ...form, state: 'invited', channels: [] } as Partial<Person>), form);
    return json(response, { subject: `s-${form.handle}`, handle: form.handle, password: 'juniper-otter-42-lamp' }, 201);
  }

  #person(subject: string, step: string, body: PersonForm & { teams: string[] }, response: ServerResponse): boolean {
    const at = this.people.findIndex((one) => one.subject === subject);
    const before = this.people[at];
    if (before === undefined) return problem(response, 404, 'unknown-person');
    const next = (change: Partial<Person>) => void (this.people[at] = { ...before, ...change });
    if (step === 'PUT') return this.#keep(before, body) && done(response);
    if (step === 'POST suspend') next({ state: 'suspended' });
    else if (step === 'DELETE') this.people.splice(at, 1);
    else if (this.isAway) return problem(response, 503, 'logins-away');
    else if (step === 'POST lift') next({ state: 'active' });
    else if (step === 'POST second-factor/reset') this.secondFactorsReset.push(before.handle);
    else if (!this.#fits(body.organisation, body.teams)) return problem(response, 422, 'person-refused');
    else next({ organisation: body.organisation, teams: body.teams });
    return step === 'DELETE' ? done(response) : json(response, { atLoginServer: !this.isAway });
  }

  /** A channel that is not said stays, an empty one is taken out. */
  #keep(before: Person, form: PersonForm): true {
    for (const [channel, value] of Object.entries(form.channels ?? {})) {
      if (value === '') this.numbers.delete(`${before.handle} ${channel}`);
      else this.numbers.set(`${before.handle} ${channel}`, value!);
    }
    const channels = (['sms', 'email', 'call'] as Channel[]).filter((channel) => this.numbers.has(`${before.handle} ${channel}`));
    const kept = { ...before, ...form, channels, roles: form.roles ?? before.roles };
    const at = this.people.findIndex((one) => one.subject === before.subject);
    if (at < 0) this.people.push(kept);
    else this.people[at] = kept;
    return true;
  }

  #organisation(id: string, step: string, body: { label: string; coverWord?: string | null }, response: ServerResponse): boolean {
    if (id === '') return json(response, { organisations: this.organisations });
    const at = this.organisations.findIndex((one) => one.id === id);
    if (step === 'PUT') {
      const kept = { id, ...body, suspended: this.organisations[at]?.suspended ?? false };
      if (at < 0) this.organisations.push(kept);
      else this.organisations[at] = kept;
      return json(response, kept);
    }
    if (at < 0) return problem(response, 404, 'unknown-organisation');
    this.organisations[at] = { ...this.organisations[at]!, suspended: step === 'POST suspend' };
    return json(response, { id, suspended: step === 'POST suspend', sessionsEnded: true });
  }

  #team(id: string, step: string, body: TeamHours, response: ServerResponse): boolean {
    if (id === '') return json(response, { teams: this.#teams() });
    if (!this.#teams().some((team) => team.id === id)) return problem(response, 404, 'unknown-team');
    if (step === 'GET hours') return json(response, this.hours.get(id) ?? { zone: null, weekly: [], holidays: [] });
    if (step === 'PUT hours') {
      const [first, second] = body.weekly;
      if (first && second && first.day === second.day && second.opens < first.closes) return problem(response, 422, 'hours-clash');
      this.hours.set(id, body);
      return done(response);
    }
    this.suspendedTeams.add(id);
    return json(response, { id, suspended: true });
  }

  #interpreter(request: IncomingMessage, handle: string, body: InterpreterLine['interpreter'], response: ServerResponse): boolean {
    if (request.method === 'GET') return json(response, { interpreters: this.interpreters });
    const at = this.interpreters.findIndex((one) => one.handle === handle);
    if (request.method === 'DELETE') this.interpreters.splice(at, 1);
    else if (at < 0) this.interpreters.push({ handle, interpreter: body });
    else this.interpreters[at] = { handle, interpreter: body };
    return done(response);
  }

  #compare(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method === 'GET') return this.comparison === undefined ? problem(response, 404, 'not-compared') : json(response, this.comparison);
    if (this.isAway) return problem(response, 503, 'logins-away');
    const at = new Date().toISOString();
    this.comparison = { at, changed: 2, left: 1, lostRealm: false, unknown: [{ subject: '0f9c3a52-nobody', since: at }] };
    return json(response, { changed: 2, left: 1, unknown: ['0f9c3a52-nobody'] });
  }

  #fits(organisation: string, teams: readonly string[]): boolean {
    return teams.every((id) => this.#teams().some((team) => team.id === id && team.organisation === organisation));
  }

  #teams(): TeamLine[] {
    const line = (id: string, organisation: string): TeamLine => ({ id, organisation, version: 1, suspended: this.suspendedTeams.has(id) });
    return [...this.world.teams.map(({ id }) => line(id, 'north')), ...this.world.others.map(({ id }) => line(id, 'steppe'))];
  }
}

function person(handle: string, more: Partial<Person> = {}): Person {
  return { subject: `s-${handle}`, handle, organisation: 'north', teams: ['north-central-asia'], languages: ['uz-Latn', 'ru'], channels: ['sms'], onCall: false, quiet: null, coverText: null, roles: ['responder'], state: 'active', ...more };
}

function done(response: ServerResponse): true {
  response.writeHead(204).end();
  return true;
}

function problem(response: ServerResponse, status: number, slug: string): true {
  return json(response, { type: `urn:ovoz:problem:${slug}` }, status);
}

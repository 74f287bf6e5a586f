import type { IncomingMessage, ServerResponse } from 'node:http';
import { CompactEncrypt } from 'jose';
import type { JWK } from 'jose';
import type { QuietHours } from '../../src/desk/people-api.ts';
import type { Cell, Exception, Leaving, Pattern, TeamDuty } from '../../src/desk/shift-api.ts';
import { kidOf } from '../../src/sealing/keys.ts';
import { json, text } from './provider.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Shifts with test items that are really sealed; as strict as the desk. */
export class MockShifts {
  readonly duties: TeamDuty[];
  readonly patterns: Pattern[] = [];
  readonly exceptions: Exception[] = [];
  leaving: Leaving[] = [];
  cells: Cell[] = [];
  quiet: QuietHours | null = null;
  calendars = 0;
  readonly rung: string[] = [];
  readonly accepted: string[] = [];
  /** The desk seals test items to another key than the one that the team's people hold. */
  sealsTo: JWK | undefined;
  #items = new Map<string, { id: string; nonce: string }>();

  constructor(private readonly world: World, private readonly me: { handle: string }) {
    const at = (hours: number) => new Date(Math.floor(Date.now() / HOUR) * HOUR + hours * HOUR).toISOString();
    this.duties = [
      duty('d1', me.handle, at(1), at(9)), duty('d2', me.handle, at(49), at(57)),
      { ...duty('d3', 'bek', at(-3), at(5)), checkedIn: true, rang: true }, { ...duty('d4', 'bek', at(30), at(38)), offered: true },
      { ...duty('d5', 'vera', at(-2), at(6), 'catch-all'), checkedIn: true, rang: true, opened: true },
    ];
    this.cells = [
      { language: 'uz-Latn', region: 'RU-MOW', readersNow: 1, hours: [{ from: at(-1), until: at(9), level: 'planned' }, { from: at(9), until: at(16), level: 'none' }, { from: at(16), until: at(300), level: 'standing' }] },
      { language: 'ko', region: 'RU', readersNow: 0, hours: [{ from: at(-1), until: at(300), level: 'none' }] },
    ];
  }

  async handle(request: IncomingMessage, url: URL, response: ServerResponse): Promise<boolean> {
    const [, , , root, one = '', two = '', ...rest] = url.pathname.split('/');
    const step = `${request.method} ${rest.join('/')}`.trim();
    if (root === 'me' && one === 'duties') return this.#mine(request, two, step, response);
    if (root === 'me' && one === 'alerts') return this.#alerts(request, response);
    if (root === 'me' && one === 'handover') return json(response, { handovers: this.leaving });
    if (root === 'me' && one === 'calendar') return this.#calendar(request, response);
    if (root === 'duties' && one === '') return json(response, { duties: this.duties });
    if (root === 'duties') return this.#answerFor(one, response);
    if (root === 'swaps') return this.#swap(one, response);
    if (root === 'on-call') return json(response, this.#onCall(url.searchParams.get('team')!));
    if (root === 'shifts') return this.#plan(request, one, two, response);
    if (root === 'coverage') return json(response, { cells: this.cells });
    return false;
  }

  async #mine(request: IncomingMessage, id: string, step: string, response: ServerResponse): Promise<boolean> {
    if (id === '') return json(response, { duties: this.duties.filter(({ handle }) => handle === this.me.handle) });
    const mine = this.duties.find((one) => one.id === id && one.handle === this.me.handle);
    if (mine === undefined) return problem(response, 404, 'not-found');
    if (step === 'POST offer' || step === 'DELETE offer') return this.#change(mine, { offered: step === 'POST offer' }) && done(response);
    if (Date.parse(mine.from) - Date.now() > 2 * HOUR) return problem(response, 409, 'too-early');
    if (step === 'POST check-in') return mine.rang ? problem(response, 409, 'checked-in') : this.rung.push(id) > 0 && done(response, 202);
    if (step === 'POST check-in/item') return json(response, await this.#seal(mine), 201);
    return this.#opened(mine, step, JSON.parse(await text(request)), response);
  }

  async #seal(mine: TeamDuty): Promise<object> {
    const key = this.sealsTo ?? ({ ...this.world.teams.find(({ id }) => id === mine.team)!.encryption.public } as JWK);
    const id = crypto.randomUUID();
    const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
    const kid = await kidOf(key as never);
    this.#items.set(mine.id, { id, nonce });
    const jwe = await new CompactEncrypt(new TextEncoder().encode(`ovoz-check:${id}:${nonce}`))
      .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'ovoz-check', kid, team: mine.team, chk: id }).encrypt(key);
    return { id, team: mine.team, kid, jwe, until: new Date(Date.now() + 5 * MINUTE).toISOString() };
  }

  #opened(mine: TeamDuty, step: string, { nonce }: { nonce: string }, response: ServerResponse): boolean {
    const item = this.#items.get(mine.id);
    this.#items.delete(mine.id);
    if (item === undefined || step !== `PUT check-in/item/${item.id}`) return problem(response, 410, 'item-over');
    if (nonce !== item.nonce) return problem(response, 409, 'wrong-answer');
    return this.#change(mine, { opened: true, checkedIn: true }) && done(response);
  }

  async #alerts(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (request.method === 'GET') return json(response, { channels: ['sms', 'call'], onCall: false, quiet: this.quiet, coverText: 'Shelf list {}' });
    this.quiet = request.method === 'PUT' ? (JSON.parse(await text(request)) as QuietHours) : null;
    return done(response);
  }

  #calendar(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method === 'DELETE') return done(response);
    this.calendars += 1;
    return json(response, { url: `https://desk.example/api/v1/calendar/made-up-${this.calendars}.ics` });
  }

  #answerFor(id: string, response: ServerResponse): boolean {
    if (!this.duties.some((one) => one.handle === this.me.handle && one.checkedIn)) return problem(response, 409, 'not-on-duty-then');
    this.accepted.push(id);
    this.leaving = this.leaving.filter(({ duty: other }) => other !== id);
    return json(response, { duty: id, reports: 1 });
  }

  #swap(id: string, response: ServerResponse): boolean {
    const offers = this.duties.filter(({ offered }) => offered);
    if (id === '') return json(response, { offers: offers.map(({ id: of, handle, team, from, until }) => ({ duty: of, handle, team, from, until })) });
    const wanted = offers.find((one) => one.id === id && one.handle !== this.me.handle);
    if (wanted === undefined) return problem(response, 404, 'not-found');
    return this.#change(wanted, { handle: this.me.handle, offered: false, checkedIn: false, rang: false, opened: false }) && done(response);
  }

  #onCall(team: string): object {
    const of = this.duties.filter((one) => one.team === team);
    const now = of.filter((one) => Date.parse(one.from) <= Date.now());
    const next = of.filter((one) => Date.parse(one.from) > Date.now()).slice(0, 1);
    return { team, now: now.map(({ handle, checkedIn, opened, until }) => ({ handle, how: checkedIn ? 'checked-in' : 'planned', opened, until })), next };
  }

  async #plan(request: IncomingMessage, kind: string, id: string, response: ServerResponse): Promise<boolean> {
    if (request.method === 'GET') return json(response, { patterns: this.patterns, exceptions: this.exceptions });
    if (request.method === 'DELETE') {
      for (const list of [this.patterns, this.exceptions]) list.splice(0, list.length, ...(list.filter((one) => one.id !== kind) as never[]));
      return done(response);
    }
    const body = JSON.parse(await text(request));
    const list = (kind === 'patterns' ? this.patterns : this.exceptions) as { id: string }[];
    if (body.handle === 'omar') return problem(response, 422, 'shift-refused');
    const at = list.findIndex((one) => one.id === id);
    list.splice(at < 0 ? list.length : at, 1, { ...body, id });
    return done(response);
  }

  #change(one: TeamDuty, change: Partial<TeamDuty>): true {
    this.duties[this.duties.indexOf(one)] = { ...one, ...change };
    return true;
  }
}

function duty(id: string, handle: string, from: string, until: string, team = 'north-central-asia'): TeamDuty {
  return { id, handle, team, from, until, checkedIn: false, rang: false, opened: false, offered: false };
}

function done(response: ServerResponse, status = 204): true {
  response.writeHead(status).end();
  return true;
}

function problem(response: ServerResponse, status: number, slug: string): true {
  return json(response, { type: `urn:ovoz:problem:${slug}` }, status);
}

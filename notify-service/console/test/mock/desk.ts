import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { compactDecrypt, compactVerify } from 'jose';
import type { JWK } from 'jose';
import { openItem } from '../../src/sealing/open.ts';
import { openingKey } from '../../src/sealing/keys.ts';
import { MockProvider, json, text } from './provider.ts';
import { MockContract } from './contract.ts';
import { MockInterpreters } from './interpreters.ts';
import { MockDues } from './dues.ts';
import { MockKeys } from './keys.ts';
import { MockPeople } from './people.ts';
import { MockLinks } from './links.ts';
import { MockReferrals } from './referrals.ts';
import { MockSetUp } from './setup.ts';
import { MockShifts } from './shifts.ts';
import { later } from './world.ts';
import type { MockCase, World } from './world.ts';

const ME = { id: '11111111-1111-4111-8111-111111111111', handle: 'aziza', organisation: 'north', roles: ['responder', 'coordinator'] };
/** A point on P-256, as browsers want one. */
const PUSH_KEY = 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4';
const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png', '.json': 'application/json', '.webmanifest': 'application/manifest+json' };

/** Serves the console and the desk's API with real sealed data, as strictly as intake and desk would. For tests only. */
export class MockDesk {
  readonly provider: MockProvider;
  readonly keys: MockKeys;
  readonly referrals: MockReferrals;
  readonly setUp: MockSetUp;
  readonly contract: MockContract;
  readonly interpreters: MockInterpreters;
  readonly people: MockPeople;
  readonly shifts: MockShifts;
  readonly links: MockLinks;
  readonly dues: MockDues;
  roles: readonly string[] = ME.roles;
  /** What reached the phone: the relay grant was really opened. */
  readonly delivered: string[] = [];
  readonly violations: string[] = [];
  refuseNext: { status: number; slug: string; reason?: string; again?: string } | undefined;
  readonly notices: { kind: string; subject: string; who?: string; report?: string; raisedAt: string; endedAt?: string }[] = [];
  /** Which case the console said it is at, and what the person does there. */
  readonly presence: string[] = [];
  readonly conflicts: { id: string; shortId: string; who: string; reason: string; declaredAt: string }[] = [];
  /** Files of the bundle that are served otherwise than they were built. */
  readonly replaced = new Map<string, string>();
  /** How long each page of a list was that was asked for. */
  readonly pages: number[] = [];
  /** The browsers that alert me, by their ids. */
  readonly subscribed = new Map<string, string>();
  /** So many answers to orders are lost on their way. Chromium itself repeats a request for each kept connection that breaks. */
  drop = 0;
  /** Of attachments: from which chunk on something was asked for. */
  readonly brought: number[] = [];
  /** Hand-overs of each case, the latest first. */
  readonly handovers = new Map<string, object[]>();
  #streams = new Set<ServerResponse>();
  #offset = 0;
  #outcomes = new Map<string, { hash: string; body: object }>();
  readonly #server: Server;

  constructor(readonly world: World, private readonly dist: string) {
    this.provider = new MockProvider(() => `${this.origin}/realms/ovoz`, ME.handle);
    this.keys = new MockKeys(world, ME);
    this.setUp = new MockSetUp(world, ME);
    this.referrals = new MockReferrals(ME, world.cases, (one, what, who) => this.change(one, what, {}, who));
    this.contract = new MockContract((one, what, change, who, reason) => this.change(one, what, change, who, reason));
    this.interpreters = new MockInterpreters(ME, world.cases, (one, what, who) => this.change(one, what, {}, who));
    this.people = new MockPeople(world);
    this.shifts = new MockShifts(world, ME);
    this.links = new MockLinks(ME, world.cases, (one, what, who) => this.change(one, what, {}, who));
    this.dues = new MockDues(ME, world.cases, (one, what, change) => this.change(one, what, change));
    this.#server = createServer((request, response) => {
      this.#handle(request, response).catch((failure: unknown) => json(response, { type: 'about:blank', title: String(failure) }, 500));
    });
  }

  get origin(): string {
    const address = this.#server.address();
    return `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }

  start(port = 0): Promise<void> {
    return new Promise((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  pinOf(text: string): string {
    return `sha384-${createHash('sha384').update(text).digest('base64')}`;
  }

  publish(changed: MockCase): void {
    this.#offset += 1;
    const event = `event: case\nid: 0:${this.#offset}\ndata: ${JSON.stringify(changed.view)}\n\n`;
    for (const stream of this.#streams) stream.write(event);
  }

  cutStreams(): void {
    for (const stream of this.#streams) stream.destroy();
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const url = new URL(request.url!, this.origin);
    if (await this.provider.handleRequest(request, url, response)) return;
    if (url.pathname === '/csp') return this.violations.push(await text(request)) && json(response, {});
    if (url.pathname === '/console/config.json') return json(response, { issuer: `${this.origin}/realms/ovoz`, clientId: 'ovoz-console' });
    if (url.pathname.startsWith('/console/')) return this.#file(url.pathname.slice('/console/'.length) || 'index.html', response);
    if (!url.pathname.startsWith('/api/v1/')) return problem(response, 404, 'not-found');
    if (!this.provider.tokens.has((request.headers.authorization ?? '').replace('Bearer ', ''))) return problem(response, 401, 'unauthorized');
    return this.#api(request, url, response);
  }

  async #file(name: string, response: ServerResponse): Promise<void> {
    const body = this.replaced.get(name) ?? (await readFile(join(this.dist, name)).catch(() => undefined));
    const policy = ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self'", 'media-src blob:', "manifest-src 'self'", `connect-src 'self'`, "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
      "require-trusted-types-for 'script'", 'trusted-types lit-html worker', 'report-uri /csp'].join('; ');
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': TYPES[extname(name)] ?? 'text/plain', 'Content-Security-Policy': policy, 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
    response.end(body);
  }

  async #api(request: IncomingMessage, url: URL, response: ServerResponse): Promise<unknown> {
    if (url.pathname === '/api/v1/teams') return json(response, { records: [...this.world.teams, ...this.world.others].map((team) => team.record) });
    if (await this.setUp.handle(request, url, response)) return true;
    if (await this.keys.handle(request, url, response)) return true;
    if (await this.referrals.handle(request, url, response)) return true;
    if (await this.interpreters.handle(request, url, response)) return true;
    if (await this.people.handle(request, url, response)) return true;
    if (await this.shifts.handle(request, url, response)) return true;
    if (await this.links.handle(request, url, response)) return true;
    if (await this.dues.handle(request, url, response)) return true;
    const [, , , root, id = '', ...rest] = url.pathname.split('/');
    const verb = rest.length === 0 ? undefined : rest.join('/');
    const teams = this.world.teams.map((team) => ({ id: team.id, label: team.id === 'catch-all' ? 'Catch-all' : 'Central Asia', organisation: 'north' }));
    if (root === 'push') return json(response, { key: PUSH_KEY });
    if (root === 'me' && id === 'push-subscriptions') return this.#subscription(request, verb, response);
    if (root === 'me') return json(response, { ...ME, roles: this.roles, teams: this.setUp.isOn ? [] : teams });
    if (root === 'stream') return this.#stream(request, response);
    if (root === 'notices') return json(response, { notices: this.notices });
    if (root === 'conflicts') return json(response, { conflicts: this.conflicts.filter(({ who }) => who !== ME.handle) });
    if (id === '') return this.#page(url.searchParams, response);
    const one = this.world.cases.get(id);
    if (one === undefined) return problem(response, 404, 'unknown-report');
    if (verb === 'claim') return this.#claim(one, response);
    if (verb === 'release') return this.#release(one, response);
    if (verb === 'cannot-open') return this.#passOn(one, response);
    if (root === 'cases' && verb?.split('/')[0] === 'handover') return this.#handover(request, url, one, response);
    if (verb === 'language') return this.#language(request, one, response);
    if (verb === 'orders') return this.#order(request, one, response);
    if (verb !== undefined) return this.#step(request, one, verb, response);
    return json(response, { ...one.view, timeline: one.timeline });
  }

  #list(state: string) {
    const views = [...this.world.cases.values()].map((one) => one.view);
    if (state === 'mine') return views.filter((view) => view.claimedBy === ME.handle && view.state === 'claimed');
    return views.filter((view) => (view.state === 'closed') === (state === 'closed'));
  }

  /** Pages as the desk has them: `next` is where the following one begins. */
  #page(asked: URLSearchParams, response: ServerResponse): true {
    const [from, limit] = [Number(asked.get('after') ?? 0), Number(asked.get('limit') ?? 1000)];
    const views = this.#list(asked.get('state')!).sort((a, b) => dueOf(a) - dueOf(b));
    const cases = views.slice(from, from + limit);
    this.pages.push(cases.length);
    return json(response, cases.length < limit ? { cases } : { cases, next: String(from + limit) });
  }

  async #subscription(request: IncomingMessage, id: string | undefined, response: ServerResponse): Promise<unknown> {
    if (this.refuseNext !== undefined) {
      const { status, slug } = this.refuseNext;
      this.refuseNext = undefined;
      return problem(response, status, slug);
    }
    if (request.method === 'DELETE') {
      this.subscribed.delete(id!);
      return response.writeHead(204).end();
    }
    const { endpoint } = JSON.parse(await text(request)) as { endpoint: string };
    const known = [...this.subscribed].find(([, url]) => url === endpoint)?.[0] ?? randomUUID();
    this.subscribed.set(known, endpoint);
    return json(response, { id: known });
  }

  #stream(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    const last = request.headers['last-event-id'];
    response.write(last === 'gone' ? 'event: reset\ndata: {}\n\n' : `id: 0:${this.#offset}\n: welcome\n\n`);
    this.#streams.add(response);
    response.on('close', () => this.#streams.delete(response));
  }

  #claim(one: MockCase, response: ServerResponse): unknown {
    if (one.view.state !== 'waiting' && one.view.claimedBy !== ME.handle) return problem(response, 409, one.view.state === 'closed' ? 'report-closed' : 'already-claimed');
    this.change(one, 'report-claimed', { state: 'claimed', claimedBy: ME.handle, leaseUntil: later(new Date().toISOString(), 60) });
    return json(response, one.view);
  }

  #passOn(one: MockCase, response: ServerResponse): void {
    this.change(one, 'cannot-open', one.view.claimedBy === ME.handle ? { state: 'waiting', claimedBy: null, leaseUntil: null } : {});
    response.writeHead(204).end();
  }

  #release(one: MockCase, response: ServerResponse): unknown {
    if (one.view.claimedBy !== ME.handle) return problem(response, 409, 'not-your-claim');
    this.change(one, 'claim-released', { state: 'waiting', claimedBy: null, leaseUntil: null });
    return json(response, one.view);
  }

  /** The steps with a case; refusals that these pages can meet are made by `refuseNext`. */
  async #step(request: IncomingMessage, one: MockCase, path: string, response: ServerResponse): Promise<unknown> {
    const said = await text(request);
    const body = said === '' ? {} : JSON.parse(said);
    const step = `${request.method} ${path}`;
    if (step === 'PUT presence' || step === 'DELETE presence') {
      this.presence.push(`${one.view.shortId} ${body.doing ?? 'left'}`);
      return json(response, one.view);
    }
    if (this.refuseNext !== undefined) return this.#refuse(response);
    if (step === 'PUT claim/agreed-time') this.change(one, body.until === null ? 'time-taken-back' : 'time-agreed', { agreedUntil: body.until, leaseUntil: body.until ?? later(new Date().toISOString(), 60) });
    if (step === 'POST take-over') {
      if (body.from !== one.view.claimedBy) return problem(response, 409, 'holder-changed');
      this.change(one, 'claim-taken-away', {}, body.from);
      if (body.into === 'queue') this.change(one, 'claim-taken-back', { state: 'waiting', claimedBy: null, leaseUntil: null }, ME.handle, body.reason);
      else this.change(one, 'claim-taken-over', { claimedBy: ME.handle, leaseUntil: later(new Date().toISOString(), 60) }, ME.handle, body.reason);
    }
    if (step === 'POST conflict') {
      this.conflicts.push({ id: one.view.id, shortId: one.view.shortId, who: ME.handle, reason: body.reason, declaredAt: new Date().toISOString() });
      this.world.cases.delete(one.view.id);
      this.gone(one);
      response.writeHead(204).end();
      return true;
    }
    const lifted = /^POST conflict\/(\w+)\/lift$/.exec(step)?.[1];
    if (lifted !== undefined) {
      this.conflicts.splice(this.conflicts.findIndex(({ id, who }) => id === one.view.id && who === lifted), 1);
      this.change(one, 'conflict-lifted', {});
      response.writeHead(204).end();
      return true;
    }
    if (step === 'POST block') this.change(one, 'block-proposed', { block: { confirmed: false, by: ME.handle, organisation: 'north', until: later(new Date().toISOString(), 1440) } });
    if (step === 'POST block/confirm') this.change(one, 'block-confirmed', { block: { ...one.view.block!, confirmed: true, until: later(new Date().toISOString(), 20_160) } });
    if (step === 'DELETE block') this.change(one, 'block-ended', { block: null });
    return json(response, one.view);
  }

  #refuse(response: ServerResponse): true {
    const { status, slug, ...more } = this.refuseNext!;
    this.refuseNext = undefined;
    return json(response, { type: `urn:ovoz:problem:${slug}`, ...more }, status, { 'Ovoz-Intake-Date': new Date().toUTCString() });
  }

  gone(one: MockCase): void {
    this.#offset += 1;
    for (const stream of this.#streams) stream.write(`event: gone\nid: 0:${this.#offset}\ndata: ${JSON.stringify({ id: one.view.id })}\n\n`);
  }

  change(one: MockCase, what: string, change: Partial<MockCase['view']>, who: string | null = ME.handle, reason?: string): void {
    one.view = { ...one.view, ...change };
    one.timeline.push({ at: new Date().toISOString(), what, who, ...(reason === undefined ? {} : { reason }) });
    this.publish(one);
  }

  async #handover(request: IncomingMessage, url: URL, one: MockCase, response: ServerResponse): Promise<unknown> {
    const lines = this.handovers.get(one.view.id) ?? [];
    this.handovers.set(one.view.id, lines);
    if (request.method === 'GET') return json(response, { handovers: lines });
    const verb = url.pathname.split('/').at(-1)!;
    const body = JSON.parse((await text(request)) || '{}');
    if (verb === 'handover') return this.#offer(one, body, lines, response);
    const offer = one.view.offer;
    if (!offer) return problem(response, 409, 'not-offered');
    const ended = { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn' }[verb]!;
    lines[0] = { ...lines[0], ended, endedBy: ME.handle, ...body };
    const taken = { state: 'claimed', claimedBy: ME.handle, leaseUntil: later(new Date().toISOString(), 60) } as const;
    this.change(one, `handover-${ended}`, { offer: null, ...(ended === 'accepted' ? taken : {}) });
    return ended === 'accepted' ? json(response, one.view) : response.writeHead(204).end();
  }

  #offer(one: MockCase, body: { team: string; leaves: boolean }, lines: object[], response: ServerResponse): unknown {
    if (one.view.claimedBy !== ME.handle) return problem(response, 409, 'claim-needed');
    if (!one.view.teams.includes(body.team)) return problem(response, 409, 'not-let-in');
    const now = new Date().toISOString();
    const offer = { from: 'north-central-asia', to: body.team, acceptBy: later(now, 30) };
    lines.unshift({ ...offer, by: ME.handle, leaves: body.leaves, offeredAt: now });
    this.change(one, 'handover-offered', { offer });
    return json(response, one.view);
  }

  async #language(request: IncomingMessage, one: MockCase, response: ServerResponse): Promise<unknown> {
    if (one.view.claimedBy !== ME.handle) return problem(response, 409, 'claim-needed');
    const { language, region, passOn } = JSON.parse(await text(request));
    const given = passOn ? ({ state: 'waiting', claimedBy: null, leaseUntil: null, readBy: later(new Date().toISOString(), 15) } as const) : {};
    this.change(one, 'language-corrected', { language, region, ...given });
    return json(response, one.view);
  }

  async #order(request: IncomingMessage, one: MockCase, response: ServerResponse): Promise<unknown> {
    const headers = { 'Ovoz-Intake-Date': new Date().toUTCString() };
    const body = await text(request);
    if (this.refuseNext !== undefined) return this.#refuse(response);
    if (one.view.claimedBy !== ME.handle) return problem(response, 409, 'claim-needed');
    const claims = await this.#verified(String(request.headers['ovoz-order']), one, body);
    const stored = this.#outcomes.get(claims.jti);
    const hash = claims.bh;
    if (stored !== undefined && stored.hash !== hash) return problem(response, 409, 'jti-reused');
    const outcome = stored?.body ?? (await this.#execute(one, claims.act, claims.team, JSON.parse(body), request.headers['ovoz-closing-reason']));
    if (claims.act !== 'fetch' && claims.act !== 'attachment') this.#outcomes.set(claims.jti, { hash, body: outcome });
    if (this.drop > 0) {
      this.drop -= 1;
      // It repeats on every kept connection that it has: leave it none.
      this.#server.closeIdleConnections();
      return response.destroy();
    }
    return json(response, outcome, 200, headers);
  }

  async #verified(jws: string, one: MockCase, body: string): Promise<{ act: string; team: string; jti: string; bh: string }> {
    const claims = JSON.parse(Buffer.from(jws.split('.')[1]!, 'base64url').toString());
    const team = this.world.teams.find((candidate) => candidate.id === claims.team)!;
    const { protectedHeader } = await compactVerify(jws, { ...team.order.public } as JWK, { algorithms: ['ES256'] });
    const bh = createHash('sha256').update(body).digest('base64url');
    const ok = protectedHeader.typ === 'ovoz-order' && claims.rid === one.view.id && claims.bh === bh && Math.abs(Date.now() / 1000 - claims.iat) < 600;
    if (!ok) throw new Error('order-signature');
    return claims;
  }

  async #execute(one: MockCase, act: string, team: string, body: any, closingFor: unknown): Promise<object> {
    if (act === 'fetch') {
      if (!one.view.opened) this.change(one, 'report-opened', { opened: true, readBy: null });
      return this.world.fetch(one, team);
    }
    if (act === 'attachment') {
      this.brought.push(body.from);
      const chunks = (one.chunks.get(body.item) ?? []).slice(body.from, body.from + 4);
      return { reportId: one.view.id, item: body.item, from: body.from, chunks };
    }
    if (act === 'close') {
      if (typeof closingFor !== 'string') throw new Error('reason-needed');
      this.change(one, 'report-closed', { state: 'closed', claimedBy: null, leaseUntil: null, closedFor: closingFor }, ME.handle, closingFor);
      return { outcome: 'closed' };
    }
    if (act === 'erase') {
      one.items = one.items.filter((item) => item.kind !== 'contact');
      this.change(one, 'contact-erased', {});
      return { outcome: 'erased' };
    }
    if (act === 'grant') return this.#grant(one, body);
    if (act === 'withdraw') return { outcome: this.contract.withdraw(one, body.reply) ? 'withdrawn' : 'not-waiting' };
    if (act === 'contract') {
      if (body.note !== undefined) await this.#append(one, 'note', body.note);
      this.contract.record(one, body.terms);
      return { outcome: 'recorded' };
    }
    const goesAt = act === 'reply' ? this.contract.waits(one, body.notBefore) : undefined;
    await this.#append(one, act, body, goesAt);
    if (goesAt !== undefined) return { outcome: 'scheduled', goesAt };
    return { outcome: act === 'reply' ? 'accepted' : 'stored' };
  }

  /** Opens every item with the key that it was granted to, as the other team will. */
  async #grant(one: MockCase, body: { team: string; kid: string; items: { id: string; jwe: string }[]; drop?: string }): Promise<object> {
    const team = [...this.world.teams, ...this.world.others].find((other) => other.id === body.team)!;
    const own = await openingKey(team.encryption.private);
    if (own.kid !== body.kid || body.items.length !== one.items.length) throw new Error('grants-missing');
    for (const { id, jwe } of body.items) {
      const item = one.items.find((stored) => stored.id === id)!;
      await openItem(one.view.id, { ...item, grant: jwe }, own);
      item.grants.set(team.id, jwe);
    }
    const teams = [...new Set([...one.view.teams, team.id])].filter((id) => id !== body.drop);
    this.change(one, 'recipients-changed', { teams }, null);
    return { outcome: 'granted' };
  }

  /** Opens what was sealed with every key it must have been sealed to, the relay's and the vault's included. */
  async #append(one: MockCase, act: string, body: any, goesAt?: string): Promise<void> {
    const grant = (kid: string): string => body.grants.find((candidate: { kid: string }) => candidate.kid === kid).jwe;
    const grants = new Map<string, string>();
    for (const team of [...this.world.teams, ...this.world.others.filter((other) => one.view.teams.includes(other.id))]) {
      const own = await openingKey(team.encryption.private);
      grants.set(team.id, grant(own.kid));
      await openItem(one.view.id, { ...body.item, kind: act, grant: grant(own.kid) }, own);
    }
    if (act === 'reply' && goesAt === undefined) await this.#deliver(one, body, grant);
    one.items.push({ id: body.item.id, kind: act, at: new Date().toISOString(), jwe: body.item.jwe, grants });
    if (goesAt !== undefined) this.contract.schedule(one, body.item.id, goesAt);
    if (act === 'note') this.change(one, 'note-added', {});
  }

  async #deliver(one: MockCase, body: any, grant: (kid: string) => string): Promise<void> {
    const relay = await openingKey(this.world.relay.private);
    const reply = await openItem(one.view.id, { ...body.item, kind: 'reply', grant: grant(relay.kid) }, relay);
    const contact = await compactDecrypt(body.contact, { ...this.world.vault.private } as JWK);
    const { number } = JSON.parse(new TextDecoder().decode(contact.plaintext));
    this.delivered.push(`${number} ${'text' in reply ? reply.text : ''}`);
    this.change(one, 'reply-sent', { replies: { ...one.view.replies, sent: one.view.replies.sent + 1 } });
  }
}

function dueOf(view: MockCase['view']): number {
  return Math.min(...[view.readBy, view.leaseUntil, view.due?.at].map((at) => (at ? Date.parse(at) : Infinity)));
}

function problem(response: ServerResponse, status: number, slug: string): true {
  return json(response, { type: `urn:ovoz:problem:${slug}`, title: slug, status }, status);
}

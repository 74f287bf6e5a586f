import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { compactDecrypt, compactVerify } from 'jose';
import type { JWK } from 'jose';
import { openItem } from '../../src/sealing/open.ts';
import { openingKey } from '../../src/sealing/keys.ts';
import { MockProvider, json, text } from './provider.ts';
import { MockKeys } from './keys.ts';
import { MockReferrals } from './referrals.ts';
import { later } from './world.ts';
import type { MockCase, World } from './world.ts';

const ME = { id: '11111111-1111-4111-8111-111111111111', handle: 'aziza', organisation: 'north', roles: ['responder'] };
const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** Serves the console and the desk's API with real sealed data, as strictly as intake and desk would. For tests only. */
export class MockDesk {
  readonly provider: MockProvider;
  readonly keys: MockKeys;
  readonly referrals: MockReferrals;
  roles: readonly string[] = ME.roles;
  /** What reached the phone: the relay grant was really opened. */
  readonly delivered: string[] = [];
  readonly violations: string[] = [];
  refuseNext: { status: number; slug: string; reason?: string } | undefined;
  /** So many answers to orders are lost on their way. Chromium itself repeats a request once when a kept connection breaks. */
  drop = 0;
  #streams = new Set<ServerResponse>();
  #offset = 0;
  #outcomes = new Map<string, { hash: string; body: object }>();
  readonly #server: Server;

  constructor(readonly world: World, private readonly dist: string) {
    this.provider = new MockProvider(() => `${this.origin}/realms/ovoz`, ME.handle);
    this.keys = new MockKeys(world, ME);
    this.referrals = new MockReferrals(ME, world.cases, (one, what, who) => this.change(one, what, {}, who));
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
    const body = await readFile(join(this.dist, name)).catch(() => undefined);
    const policy = ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self'", `connect-src 'self'`, "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
      "require-trusted-types-for 'script'", 'trusted-types lit-html', 'report-uri /csp'].join('; ');
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': TYPES[extname(name)] ?? 'text/plain', 'Content-Security-Policy': policy, 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
    response.end(body);
  }

  async #api(request: IncomingMessage, url: URL, response: ServerResponse): Promise<unknown> {
    if (await this.keys.handle(request, url, response)) return true;
    if (await this.referrals.handle(request, url, response)) return true;
    const [, , , root, id = '', verb] = url.pathname.split('/');
    const teams = this.world.teams.map((team) => ({ id: team.id, label: team.id === 'catch-all' ? 'Catch-all' : 'Central Asia', organisation: 'north' }));
    if (root === 'me') return json(response, { ...ME, roles: this.roles, teams });
    if (root === 'stream') return this.#stream(request, response);
    if (id === '') return json(response, { cases: this.#list(url.searchParams.get('state')!) });
    const one = this.world.cases.get(id);
    if (one === undefined) return problem(response, 404, 'unknown-report');
    if (verb === 'claim') return this.#claim(one, response);
    if (verb === 'release') return this.#release(one, response);
    if (verb === 'orders') return this.#order(request, one, response);
    return json(response, { ...one.view, timeline: one.timeline });
  }

  #list(state: string) {
    const views = [...this.world.cases.values()].map((one) => one.view);
    if (state === 'mine') return views.filter((view) => view.claimedBy === ME.handle && view.state === 'claimed');
    return views.filter((view) => (view.state === 'closed') === (state === 'closed'));
  }

  #stream(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    const last = request.headers['last-event-id'];
    response.write(last === 'gone' ? 'event: reset\ndata: {}\n\n' : `id: 0:${this.#offset}\n: welcome\n\n`);
    this.#streams.add(response);
    response.on('close', () => this.#streams.delete(response));
  }

  #claim(one: MockCase, response: ServerResponse): unknown {
    if (one.view.state !== 'waiting') return problem(response, 409, one.view.state === 'closed' ? 'report-closed' : 'already-claimed');
    this.change(one, 'report-claimed', { state: 'claimed', claimedBy: ME.handle, leaseUntil: later(new Date().toISOString(), 60) });
    return json(response, one.view);
  }

  #release(one: MockCase, response: ServerResponse): unknown {
    if (one.view.claimedBy !== ME.handle) return problem(response, 409, 'not-your-claim');
    this.change(one, 'claim-released', { state: 'waiting', claimedBy: null, leaseUntil: null });
    return json(response, one.view);
  }

  change(one: MockCase, what: string, change: Partial<MockCase['view']>, who: string | null = ME.handle): void {
    one.view = { ...one.view, ...change };
    one.timeline.push({ at: new Date().toISOString(), what, who });
    this.publish(one);
  }

  async #order(request: IncomingMessage, one: MockCase, response: ServerResponse): Promise<unknown> {
    const headers = { 'Ovoz-Intake-Date': new Date().toUTCString() };
    const body = await text(request);
    if (this.refuseNext !== undefined) {
      const { status, slug, reason } = this.refuseNext;
      this.refuseNext = undefined;
      return json(response, { type: `urn:ovoz:problem:${slug}`, reason }, status, headers);
    }
    if (one.view.claimedBy !== ME.handle) return problem(response, 409, 'claim-needed');
    const claims = await this.#verified(String(request.headers['ovoz-order']), one, body);
    const stored = this.#outcomes.get(claims.jti);
    const hash = claims.bh;
    if (stored !== undefined && stored.hash !== hash) return problem(response, 409, 'jti-reused');
    const outcome = stored?.body ?? (await this.#execute(one, claims.act, claims.team, JSON.parse(body)));
    if (claims.act !== 'fetch') this.#outcomes.set(claims.jti, { hash, body: outcome });
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

  async #execute(one: MockCase, act: string, team: string, body: any): Promise<object> {
    if (act === 'fetch') {
      if (!one.view.opened) this.change(one, 'report-opened', { opened: true, readBy: null });
      return this.world.fetch(one, team);
    }
    if (act === 'close') {
      this.change(one, 'report-closed', { state: 'closed', claimedBy: null, leaseUntil: null });
      return { outcome: 'closed' };
    }
    if (act === 'erase') {
      one.items = one.items.filter((item) => item.kind !== 'contact');
      this.change(one, 'contact-erased', {});
      return { outcome: 'erased' };
    }
    await this.#append(one, act, body);
    return { outcome: act === 'note' ? 'stored' : 'accepted' };
  }

  /** Opens what was sealed with every key it must have been sealed to, the relay's and the vault's included. */
  async #append(one: MockCase, act: string, body: any): Promise<void> {
    const grant = (kid: string): string => body.grants.find((candidate: { kid: string }) => candidate.kid === kid).jwe;
    const grants = new Map<string, string>();
    for (const team of this.world.teams) {
      const own = await openingKey(team.encryption.private);
      grants.set(team.id, grant(own.kid));
      await openItem(one.view.id, { ...body.item, kind: act, grant: grant(own.kid) }, own);
    }
    if (act === 'reply') await this.#deliver(one, body, grant);
    one.items.push({ id: body.item.id, kind: act, at: new Date().toISOString(), jwe: body.item.jwe, grants });
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

function problem(response: ServerResponse, status: number, slug: string): true {
  return json(response, { type: `urn:ovoz:problem:${slug}`, title: slug, status }, status);
}

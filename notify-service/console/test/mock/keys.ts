import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { kidOf, sealingKey } from '../../src/sealing/keys.ts';
import { signAdmission } from '../../src/keys/admission.ts';
import { sealPackage } from '../../src/keys/package.ts';
import { signingKey } from '../../src/sealing/keys.ts';
import { json, text } from './provider.ts';
import { MockProofs } from './proofs.ts';
import { pair } from './world.ts';
import type { Pair, World } from './world.ts';

const TRIES = 5;

/** What the desk keeps of keys, for one person and a colleague; as strict as the desk. */
export class MockKeys {
  /** What was given to whom. */
  readonly given = new Map<string, { jwe: string; kid: string }[]>();
  readonly mismatches: string[] = [];
  /** What was changed of what opens the key, by whoever showed that it is open. */
  readonly changed: string[] = [];
  readonly #proofs = new MockProofs();
  #kept: { kid: string; publicKey: object; wraps: { id: string; kind: string; jwe: string; credential?: string }[] } | undefined;
  #devices = new Map<string, { jwe: string; proof: string; share: string; wrong: number; madeAt: string }>();
  #admissions = new Map<string, string>();
  colleague!: Pair;
  readonly recoveries: { kid: string; publicKey: object; packages: object[]; drilledAt?: string }[] = [];
  /** The desk says that another key is this person's. */
  impostor: Pair | undefined;
  proposed = '';
  /** The desk says that somebody holds the keys for whom nobody vouched. */
  ghost = false;
  /** A first start: the desk was given no line's key yet. */
  lineless = false;

  constructor(private readonly world: World, private readonly me: { id: string; handle: string }) {}

  async handle(request: IncomingMessage, url: URL, response: ServerResponse): Promise<boolean> {
    const [, , , root, one, two, three] = url.pathname.split('/');
    if (root === 'recovery') return this.#recovery(request, one, two, response);
    if (root === 'line' && this.lineless) return problem(response, 404, 'no-line');
    if (root === 'line') return json(response, { kid: await kidOf(this.world.line.public), publicKey: this.world.line.public });
    if (root === 'teams' && two === 'proposal') return (this.proposed = await text(request)) !== '' && done(response);
    if (!(root === 'me' && (one === 'key' || one === 'devices')) && root !== 'teams') return false;
    const body = request.method === 'PUT' || request.method === 'POST' ? JSON.parse((await text(request)) || '{}') : {};
    if (root === 'me' && one === 'key' && two === 'challenge') return json(response, await this.#proofs.ask(this.#kept!.publicKey as never));
    if (root === 'me' && (await this.#isRefused(request, one!, two, three, body))) return problem(response, 403, 'proof-refused');
    if (root === 'me' && one === 'key') return this.#key(request.method!, two, three, body, response);
    if (root === 'me' && one === 'devices') return this.#device(request.method!, two, three, body, response);
    return this.#holders(request.method!, one!, three, url.pathname.endsWith('/mismatch'), body, response);
  }

  /** Whoever only has the session changes nothing of what opens the key. */
  async #isRefused(request: IncomingMessage, what: string, part: string | undefined, verb: string | undefined, body: any): Promise<boolean> {
    const isChange = what === 'devices' ? (request.method === 'PUT' && part !== undefined) || request.method === 'DELETE'
      : part === 'passkeys' || (request.method === 'PUT' && this.#kept !== undefined && (await kidOf(body.publicKey)) === this.#kept.kid);
    if (!isChange || verb === 'unlock') return false;
    if (!this.#proofs.isProven(request, this.#kept!.kid)) return true;
    this.changed.push(`${request.method} ${what}${part === 'passkeys' ? '/passkeys' : ''}`);
    return false;
  }

  /** As a colleague does who was called. */
  async letIn(): Promise<void> {
    const own = await sealingKey(this.#kept!.publicKey as never);
    for (const { id: team, encryption, order } of this.world.teams) {
      const jwe = await sealPackage({ line: this.world.line.public, team, encryption: encryption.private, order: order.private }, own);
      this.#give(team, this.me.id, [{ kid: await kidOf(encryption.public), jwe }]);
      this.#admissions.set(`${team} ${this.me.id}`, await signAdmission({ team, person: this.me.id, kid: own.kid }, await signingKey(order.private)));
    }
  }

  async #recovery(request: IncomingMessage, what: string | undefined, verb: string | undefined, response: ServerResponse): Promise<true> {
    const tried = this.recoveries.find((known) => known.kid === what);
    if (verb === 'challenge') return json(response, await this.#proofs.ask(tried!.publicKey as never));
    const body = request.method === 'PUT' ? JSON.parse(await text(request)) : {};
    if (request.method === 'GET') return json(response, { recoveries: this.recoveries });
    if (what === 'packages') {
      const one = this.recoveries.find((known) => known.kid === body.recoveryKid);
      if (one === undefined) return problem(response, 409, 'recovery-replaced');
      one.packages.unshift(body);
    } else if (what === undefined) {
      this.recoveries.unshift({ ...body, kid: await kidOf(body.publicKey), madeAt: new Date().toISOString() });
    } else {
      if (!this.#proofs.isProven(request, what)) return problem(response, 403, 'proof-refused');
      tried!.drilledAt = new Date().toISOString();
    }
    return done(response);
  }

  async #key(method: string, part: string | undefined, id: string | undefined, body: any, response: ServerResponse): Promise<true> {
    if (part === 'passkeys') {
      if (method === 'PUT') this.#kept!.wraps.push({ id: id!, kind: 'passkey', ...body });
      else this.#kept!.wraps = this.#kept!.wraps.filter((wrap) => wrap.id !== id);
      return done(response);
    }
    if (method === 'PUT') {
      const kid = await kidOf(body.publicKey);
      if (this.#kept !== undefined && this.#kept.kid !== kid && this.#kept.kid !== body.replaces) return problem(response, 409, 'key-exists');
      if (this.#kept?.kid !== kid) {
        this.#devices.clear();
        this.given.clear();
      }
      const others = this.#kept?.kid === kid ? this.#kept.wraps.filter((wrap) => wrap.kind !== 'words') : [];
      this.#kept = { kid, publicKey: body.publicKey, wraps: [{ id: 'words', kind: 'words', jwe: body.words }, ...others] };
      return json(response, { kid });
    }
    if (this.#kept === undefined) return problem(response, 404, 'no-key');
    const teams = this.world.teams.flatMap(({ id: team, record }) => (this.given.get(`${team} ${this.me.id}`) ?? []).map((one) => ({ team, record, ...one })));
    const posing = this.impostor === undefined ? {} : { kid: await kidOf(this.impostor.public), publicKey: this.impostor.public };
    return json(response, { ...this.#kept, teams, ...posing });
  }

  #device(method: string, id: string | undefined, verb: string | undefined, body: any, response: ServerResponse): true {
    if (id === undefined) return json(response, { devices: [...this.#devices].map(([key, one]) => ({ id: key, madeAt: one.madeAt, locked: one.wrong >= TRIES })) });
    if (verb === 'unlock') {
      const device = this.#devices.get(id);
      if (device === undefined) return problem(response, 404, 'not-found');
      if (device.wrong >= TRIES) return problem(response, 410, 'device-locked');
      if (device.proof === hash(body.proof)) {
        device.wrong = 0;
        return json(response, { jwe: device.jwe, share: device.share });
      }
      device.wrong += 1;
      return device.wrong >= TRIES ? problem(response, 410, 'device-locked') : json(response, { type: 'urn:ovoz:problem:wrong-pin', left: TRIES - device.wrong }, 403);
    }
    if (method === 'PUT') this.#devices.set(id, { ...body, proof: hash(body.proof), wrong: 0, madeAt: new Date().toISOString() });
    else this.#devices.delete(id);
    return done(response);
  }

  async #holders(method: string, team: string, person: string | undefined, mismatch: boolean, body: any, response: ServerResponse): Promise<true> {
    if (mismatch) return this.mismatches.push(person!) && done(response);
    if (method === 'PUT') {
      this.#give(team, person!, body.keys);
      this.#admissions.set(`${team} ${person}`, body.admission);
      return done(response);
    }
    this.colleague ??= await pair();
    const { record, encryption } = this.world.teams.find((one) => one.id === team)!;
    const member = async (id: string, handle: string, publicKey: object | undefined) => ({
      id, handle, publicKey, kid: publicKey === undefined ? null : await kidOf(publicKey as never),
      admission: this.#admissions.get(`${team} ${id}`) ?? null, holds: this.given.has(`${team} ${id}`) || (this.ghost && id === 'bek'),
    });
    const members = [await member(this.me.id, this.me.handle, this.#kept?.publicKey), await member('bek', 'bek', this.colleague.public), await member('dana', 'dana', undefined)];
    return json(response, { team, record, kid: await kidOf(encryption.public), members });
  }

  #give(team: string, person: string, keys: { kid: string; jwe: string }[]): void {
    const before = this.given.get(`${team} ${person}`) ?? [];
    this.given.set(`${team} ${person}`, [...keys, ...before.filter((one) => keys.every((key) => key.kid !== one.kid))]);
  }
}

function hash(proof: string): string {
  return createHash('sha256').update(proof).digest('hex');
}

function done(response: ServerResponse): true {
  response.writeHead(204).end();
  return true;
}

function problem(response: ServerResponse, status: number, slug: string): true {
  return json(response, { type: `urn:ovoz:problem:${slug}`, title: slug, status }, status);
}

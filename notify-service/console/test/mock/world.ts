import { NO_REACH } from '../../src/contract/terms.ts';
import type { Reach } from '../../src/contract/terms.ts';
import { CompactEncrypt, CompactSign, exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import type { CaseWithTimeline, FetchResult, Happening } from '../../src/desk/api.ts';
import type { KeyFile } from '../../src/keys/key-file.ts';
import { chunksOf } from '../../src/sealing/chunks.ts';
import type { Content } from '../../src/sealing/content.ts';
import { kidOf, sealingKey } from '../../src/sealing/keys.ts';
import type { EcJwk } from '../../src/sealing/keys.ts';
import { sealedChunks } from './chunks.ts';
import { grantTo, newId, sealItem } from '../../src/sealing/seal.ts';

/** A made-up world with real keys: what intake, the desk and the administrator would hold. Fictional numbers only. */
export interface Pair {
  readonly public: EcJwk;
  readonly private: EcJwk;
}

export interface MockTeam {
  readonly id: string;
  readonly organisation: string;
  readonly encryption: Pair;
  readonly order: Pair;
  readonly record: string;
}

type Stored = { id: string; kind: string; at: string; jwe: string; grants: Map<string, string> };

export interface MockCase {
  view: Omit<CaseWithTimeline, 'timeline'>;
  timeline: Happening[];
  items: Stored[];
  reach?: Reach;
  /** The bytes of attachments, by their items. */
  chunks: Map<string, string[]>;
}

export async function pair(use: 'ECDH-ES+A256KW' | 'ES256' = 'ECDH-ES+A256KW'): Promise<Pair> {
  const made = await generateKeyPair(use, { crv: 'P-256', extractable: true });
  const secret = (await exportJWK(made.privateKey)) as unknown as EcJwk & JWK;
  const kid = await kidOf(secret);
  const { kty, crv, x, y, d } = secret;
  return { public: { kty, crv, x, y, kid } as EcJwk, private: { kty, crv, x, y, d, kid } as EcJwk };
}

export async function signed(typ: string, by: Pair, payload: object): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'ES256', typ, kid: await kidOf(by.public) })
    .sign({ ...by.private } as JWK);
}

export class World {
  readonly cases = new Map<string, MockCase>();

  private constructor(
    readonly line: Pair,
    readonly vault: Pair,
    readonly relay: Pair,
    readonly lineRecord: string,
    readonly relayRecord: string,
    readonly teams: readonly MockTeam[],
    /** Whom a report may be handed to. */
    readonly others: readonly MockTeam[],
  ) {}

  static async create(): Promise<World> {
    const [line, intake, vault, relay] = await Promise.all([pair('ES256'), pair('ES256'), pair(), pair()]);
    const teams = await Promise.all(['north-central-asia', 'catch-all'].map((id) => team(id, line)));
    const others = [await team('steppe-turkic', line, { organisation: 'steppe', languages: ['kk', 'ky'], regions: ['KZ', 'KG'], childQualified: true })];
    return new World(line, vault, relay,
      await signed('ovoz-line', line, { version: 1, signingKey: intake.public }),
      await signed('ovoz-relay', intake, { key: relay.public, notAfter: '2099-01-01T00:00:00Z' }),
      teams, others);
  }

  keyFile(handle: string): KeyFile {
    return {
      handle,
      line: this.line.public,
      teams: this.teams.map(({ id, encryption, order }) => ({ team: id, encryption: encryption.private, order: order.private })),
    };
  }

  async addCase(view: Partial<MockCase['view']> & { shortId: string }, texts: readonly string[], number = '+12025550111'): Promise<MockCase> {
    const id = newId();
    const at = view.receivedAt ?? new Date().toISOString();
    const made: MockCase = {
      view: {
        id, state: 'waiting', language: 'uz-Latn', region: 'RU-MOW', channel: 'sms', danger: false, child: false,
        receivedAt: at, lastWroteAt: at, readBy: later(at, 15), claimedBy: null, leaseUntil: null,
        teams: this.teams.map((one) => one.id), texts: 'allowed', opened: false,
        replies: { accepted: 0, sent: 0, delivered: 0, refused: 0, failed: 0, unknown: 0 },
        ...view,
      },
      timeline: [{ at, what: 'report-received', who: null }, { at, what: 'alerted', who: 'aziza' }],
      items: [],
      chunks: new Map(),
    };
    for (const text of texts) await this.store(made, { kind: 'message', text, channel: 'sms', at });
    const inner = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify({ number, rid: id })))
      .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'ovoz-contact', kid: await kidOf(this.vault.public), rid: id })
      .encrypt({ ...this.vault.public } as JWK);
    await this.store(made, { kind: 'contact', inner }, at);
    this.cases.set(id, made);
    return made;
  }

  async store(to: MockCase, content: Content, at = 'at' in content ? content.at : new Date().toISOString()): Promise<void> {
    const mid = newId();
    const dek = crypto.getRandomValues(new Uint8Array(32));
    to.items.push({ id: mid, kind: content.kind, at, jwe: await sealItem(to.view.id, mid, content, dek), grants: await this.#grants(to, mid, dek) });
  }

  /** As intake seals what came with the last message. */
  async attach(to: MockCase, bytes: Uint8Array, label: string): Promise<string> {
    const mid = newId();
    const dek = crypto.getRandomValues(new Uint8Array(32));
    const at = new Date().toISOString();
    const of = to.items.filter((item) => item.kind === 'message').at(-1)!.id;
    const head = { kind: 'attachment', of, label, size: bytes.length, chunks: chunksOf(bytes.length), at } as const;
    to.items.push({ id: mid, kind: head.kind, at, jwe: await sealItem(to.view.id, mid, head, dek), grants: await this.#grants(to, mid, dek) });
    to.chunks.set(mid, await sealedChunks(to.view.id, mid, bytes, dek));
    return mid;
  }

  async #grants(to: MockCase, mid: string, dek: Uint8Array): Promise<Map<string, string>> {
    const grants = new Map<string, string>();
    for (const one of this.teams) grants.set(one.id, (await grantTo(await sealingKey(one.encryption.public), to.view.id, mid, dek)).jwe);
    return grants;
  }

  fetch(from: MockCase, team: string): FetchResult {
    return {
      reportId: from.view.id,
      status: from.view.state === 'closed' ? 'closed' : 'open',
      texts: from.view.texts,
      reach: from.reach ?? NO_REACH,
      proposedLink: null,
      items: from.items.map(({ grants, ...item }) => ({ ...item, grant: grants.get(team)! })),
      recipients: [...this.teams, ...this.others].filter((one) => this.teams.includes(one) || from.view.teams.includes(one.id)).map((one) => one.record),
      line: this.lineRecord,
      relay: this.relayRecord,
    };
  }
}

async function team(id: string, line: Pair, besides: object = {}): Promise<MockTeam> {
  const [encryption, order] = await Promise.all([pair(), pair('ES256')]);
  const record = await signed('ovoz-team', line, {
    id, organisation: 'north', version: 1, languages: ['uz-Latn', 'ru'], regions: ['RU', 'ZZ'], needs: [],
    childQualified: false, escalation: false, suspended: false, encryptionKey: encryption.public, orderKey: order.public, ...besides,
  });
  return { id, organisation: 'north', encryption, order, record };
}

export function later(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}

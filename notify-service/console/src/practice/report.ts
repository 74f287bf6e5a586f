import { CompactEncrypt } from 'jose';
import type { JWK } from 'jose';
import type { CaseView, FetchResult, Happening } from '../desk/api.ts';
import type { Content } from '../sealing/content.ts';
import { kidOf, sealingKey } from '../sealing/keys.ts';
import { grantTo, newId, sealItem } from '../sealing/seal.ts';
import { PracticeDues } from './dues.ts';
import type { PracticeLine } from './line.ts';
import { PracticeReach } from './reach.ts';

/** One item as intake keeps it: sealed, with its key sealed to each team that may read it. */
interface Item {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly jwe: string;
  readonly grants: Map<string, string>;
}

/** Kept for fiction; no carrier ever gives it to anybody. */
const NUMBER = '+12025550143';

/** A made-up report: what a desk would know of it, and what intake would hold, sealed as real ones are. */
export class PracticeReport {
  readonly timeline: Happening[] = [];
  readonly handovers: object[] = [];
  readonly dues = new PracticeDues();
  readonly reach: PracticeReach;
  items: Item[] = [];
  /** At intake: what comes back into the list stays closed to its reporter. */
  isClosed = false;

  constructor(
    private readonly line: PracticeLine,
    public view: CaseView,
  ) {
    this.reach = new PracticeReach(view.texts);
  }

  get id(): string {
    return this.view.id;
  }

  /** Sealed to every team that reads the report now. */
  async seal(content: Content, at: string): Promise<void> {
    const mid = newId();
    const dek = crypto.getRandomValues(new Uint8Array(32));
    const teams = this.line.teams.filter((team) => this.view.teams.includes(team.id));
    const grants = teams.map(async (team) => [team.id, (await grantTo(await sealingKey(team.encryption.public), this.id, mid, dek)).jwe] as const);
    const jwe = await sealItem(this.id, mid, content, dek);
    this.items.push({ id: mid, kind: content.kind, at, jwe, grants: new Map(await Promise.all(grants)) });
  }

  /** The number, as only the vault opens it. */
  async sealContact(at: string): Promise<void> {
    const { vault } = this.line;
    const inner = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify({ number: NUMBER, rid: this.id })))
      .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'ovoz-contact', kid: await kidOf(vault.public), rid: this.id })
      .encrypt({ ...vault.public } as JWK);
    await this.seal({ kind: 'contact', inner }, at);
  }

  fetch(team: string, now: number): FetchResult {
    return {
      reportId: this.id,
      status: this.isClosed ? 'closed' : 'open',
      texts: this.reach.texts,
      reach: this.reach.at(now),
      proposedLink: null,
      items: this.items.map(({ grants, ...item }) => ({ ...item, grant: grants.get(team)! })),
      recipients: this.line.teams.filter((one) => this.view.teams.includes(one.id)).map((one) => one.record),
      line: this.line.lineRecord,
      relay: this.line.relayRecord,
    };
  }
}

import { base64url, compactDecrypt, compactVerify } from 'jose';
import type { JWK } from 'jose';
import type { Terms } from '../contract/terms.ts';
import { openItem } from '../sealing/open.ts';
import { openingKey } from '../sealing/keys.ts';
import { Refused } from './answers.ts';
import type { PracticeLine, PracticeTeam } from './line.ts';
import type { PracticeReport } from './report.ts';
import { iso } from './time.ts';

interface Claims {
  readonly rid: string;
  readonly act: string;
  readonly bh: string;
  readonly iat: number;
  readonly team: string;
}

interface Sealed {
  readonly item: { readonly id: string; readonly jwe: string };
  readonly grants: readonly { readonly kid: string; readonly jwe: string }[];
  readonly contact?: string;
  readonly notBefore?: string;
}

interface Recorded {
  readonly terms: Terms;
  readonly note?: Sealed;
}

interface Granted {
  readonly team: string;
  readonly items: readonly { readonly id: string; readonly jwe: string }[];
  readonly drop?: string;
}

/** What came of an order, for the desk to tell. */
export interface Outcome {
  readonly act: string;
  readonly body: object;
}

const MAY_BE_OFF_S = 600;

/** What intake does with an order: checks its signature, opens what was sealed with every key it had to be sealed to, asks the gate. */
export class PracticeIntake {
  constructor(
    private readonly line: PracticeLine,
    private readonly now: () => number,
  ) {}

  async take(report: PracticeReport, jws: string, bytes: Uint8Array<ArrayBuffer>): Promise<Outcome> {
    const { act, team } = await this.#verified(report, jws, bytes);
    const body = JSON.parse(new TextDecoder().decode(bytes)) as Sealed & Granted & Recorded & { readonly reply: string };
    switch (act) {
      case 'fetch':
        return { act, body: report.fetch(team, this.now()) };
      case 'close':
        report.isClosed = true;
        return { act, body: { outcome: 'closed' } };
      case 'erase':
        report.reach.erase();
        report.items = report.items.filter(({ kind }) => kind !== 'contact');
        return { act, body: { outcome: 'erased' } };
      case 'grant':
        await this.#grant(report, body);
        return { act, body: { outcome: 'granted' } };
      case 'reply':
        return { act, body: await this.#reply(report, body) };
      case 'contract':
        await this.#record(report, body);
        return { act, body: { outcome: 'recorded' } };
      case 'withdraw':
        report.reach.withdraw(body.reply);
        return { act, body: { outcome: 'withdrawn' } };
      case 'note':
      case 'triage':
        await this.#append(report, act, body);
        return { act, body: { outcome: 'stored' } };
      default:
        throw new Refused(422, 'not-in-practice');
    }
  }

  async #verified(report: PracticeReport, jws: string, bytes: Uint8Array<ArrayBuffer>): Promise<Claims> {
    const said = JSON.parse(new TextDecoder().decode(base64url.decode(jws.split('.')[1] ?? ''))) as Claims;
    const team = this.line.team(said.team);
    const signature = team && (await compactVerify(jws, { ...team.order.public } as JWK, { algorithms: ['ES256'] }).catch(() => undefined));
    const bh = base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
    const isSo = signature?.protectedHeader.typ === 'ovoz-order' && said.rid === report.id && said.bh === bh && Math.abs(Date.now() / 1000 - said.iat) < MAY_BE_OFF_S;
    if (!isSo) throw new Refused(401, 'order-signature');
    return said;
  }

  /** Through the gate, at once or when its hour has come. */
  async #reply(report: PracticeReport, body: Sealed): Promise<object> {
    this.#mustBeOpen(report);
    const now = this.now();
    const notBefore = body.notBefore === undefined ? undefined : Date.parse(body.notBefore);
    const goesAt = report.reach.goesAt(notBefore, now);
    await this.#checkContact(report, body);
    await this.#append(report, 'reply', body);
    if (goesAt <= now) return { outcome: 'accepted' };
    report.reach.wait(body.item.id, notBefore ?? now, goesAt, now);
    return { outcome: 'scheduled', goesAt: iso(goesAt) };
  }

  async #record(report: PracticeReport, { terms, note }: Recorded): Promise<void> {
    this.#mustBeOpen(report);
    report.reach.record(terms);
    if (note !== undefined) await this.#append(report, 'note', note);
  }

  #mustBeOpen({ isClosed }: PracticeReport): void {
    if (isClosed) throw new Refused(409, 'report-closed');
  }

  async #checkContact(report: PracticeReport, body: Sealed): Promise<void> {
    await this.#openedBy(report, body, 'reply', this.line.relay.private);
    const { plaintext } = await compactDecrypt(body.contact ?? '', { ...this.line.vault.private } as JWK);
    if ((JSON.parse(new TextDecoder().decode(plaintext)) as { rid: string }).rid !== report.id) throw new Refused(409, 'reply-refused', 'contact-mismatch');
  }

  async #append(report: PracticeReport, kind: string, body: Sealed): Promise<void> {
    const readers = this.line.teams.filter((team) => report.view.teams.includes(team.id));
    const grants = readers.map(async (team) => [team.id, await this.#openedBy(report, body, kind, team.encryption.private)] as const);
    report.items.push({ id: body.item.id, kind, at: new Date().toISOString(), jwe: body.item.jwe, grants: new Map(await Promise.all(grants)) });
  }

  /** The grant to this key; refused when there is none that opens the item. */
  async #openedBy(report: PracticeReport, body: Sealed, kind: string, key: PracticeTeam['encryption']['private']): Promise<string> {
    const own = await openingKey(key);
    const grant = body.grants.find(({ kid }) => kid === own.kid)?.jwe;
    if (grant === undefined) throw new Refused(409, 'grants-missing');
    await openItem(report.id, { ...body.item, kind, grant }, own);
    return grant;
  }

  async #grant(report: PracticeReport, { team: id, items, drop }: Granted): Promise<void> {
    const team = this.line.team(id);
    if (team === undefined || items.length !== report.items.length) throw new Refused(409, 'grants-missing');
    const own = await openingKey(team.encryption.private);
    for (const item of report.items) {
      const grant = items.find((one) => one.id === item.id)?.jwe;
      if (grant === undefined) throw new Refused(409, 'grants-missing');
      await openItem(report.id, { ...item, grant }, own);
      item.grants.set(id, grant);
    }
    const teams = [...new Set([...report.view.teams, id])].filter((one) => one !== drop);
    report.view = { ...report.view, teams };
  }
}

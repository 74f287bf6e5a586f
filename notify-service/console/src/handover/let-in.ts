import type { FetchResult } from '../desk/api.ts';
import type { TeamKeys } from '../keys/keyring.ts';
import { openerOf } from '../keys/opener.ts';
import type { Ordering } from '../orders/ordering.ts';
import { CannotOpen } from '../sealing/containers.ts';
import type { RecipientKey } from '../sealing/containers.ts';
import { regrant } from '../sealing/regrant.ts';
import type { Regrant } from '../sealing/regrant.ts';

/** Whose key everything is sealed to besides; taken from a record that was verified, never from what a desk says. */
export interface NewReader {
  readonly id: string;
  readonly encryption: RecipientKey;
}

/** The body of a grant order. */
export interface GrantBody {
  readonly team: string;
  readonly kid: string;
  readonly items: readonly Regrant[];
  readonly drop?: string;
}

type OpeningKeys = Pick<TeamKeys, 'opening' | 'older'>;

const ATTEMPTS = 4;

/** Opens the key of every item that the own team can open, and seals it to another. One that does not open stops it all. */
export async function grantBody(fetched: FetchResult, own: OpeningKeys, to: NewReader, drop?: string): Promise<GrantBody> {
  const items = await Promise.all(fetched.items.map((item) => regrant(fetched.reportId, item, openerOf(item.grant, own), to.encryption)));
  return { team: to.id, kid: to.encryption.kid, items, ...(drop === undefined ? {} : { drop }) };
}

/**
 * Lets a team in by order. What the reporter writes meanwhile is in none of the grants: intake refuses them, and they are made anew.
 * Letting in who is in changes nothing, so whatever happened before may be tried again.
 */
export class LetIn {
  constructor(private readonly ordering: Ordering) {}

  async letIn(rid: string, keys: TeamKeys, to: NewReader, drop?: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        const body = await grantBody(await this.#fetch(rid, keys), keys, to, drop);
        await this.ordering.ask(keys, rid, 'grant', body);
        return;
      } catch (refusal) {
        if (attempt >= ATTEMPTS || (refusal as { slug?: string }).slug !== 'grants-missing') throw refusal;
      }
    }
  }

  /** The own team's keys are sealed to it already; only the other one leaves. */
  takeOut(rid: string, keys: TeamKeys, team: string): Promise<void> {
    return this.letIn(rid, keys, { id: keys.team, encryption: keys.sealing }, team);
  }

  async #fetch(rid: string, keys: TeamKeys): Promise<FetchResult> {
    const fetched = await this.ordering.ask<FetchResult>(keys, rid, 'fetch', {});
    if (fetched.reportId !== rid) throw new CannotOpen('another-item');
    return fetched;
  }
}

import type { Terms } from '../contract/terms.ts';
import { noteOf } from '../contract/words.ts';
import type { Words } from '../contract/words.ts';
import type { TeamKeys } from '../keys/keyring.ts';
import type { IntakeClock } from '../orders/intake-clock.ts';
import type { SignedOrder } from '../orders/order.ts';
import type { Ordering } from '../orders/ordering.ts';
import { sealForMany } from '../sealing/seal.ts';
import type { Conversation } from './open-conversation.ts';

/** Seals an answer or a note and signs the order that carries it. What comes out may be sent as often as need be. */
export class Write {
  constructor(
    private readonly ordering: Ordering,
    private readonly clock: IntakeClock,
  ) {}

  /** An answer is sealed to every current recipient and to the relay key, with which intake sends it. */
  async reply(rid: string, keys: TeamKeys, to: Conversation, text: string, notBefore?: string): Promise<SignedOrder> {
    const { teams, relay } = known(to);
    const readers = [...teams.map((team) => team.encryption), relay];
    const sealed = await sealForMany(rid, { kind: 'reply', text, at: this.clock.iso() }, readers);
    return this.ordering.sign(keys, rid, 'reply', { ...sealed, contact: to.contact, ...(notBefore === undefined ? {} : { notBefore }) });
  }

  async note(rid: string, keys: TeamKeys, to: Conversation, text: string): Promise<SignedOrder> {
    const readers = known(to).teams.map((team) => team.encryption);
    const sealed = await sealForMany(rid, { kind: 'note', text, at: this.clock.iso() }, readers);
    return this.ordering.sign(keys, rid, 'note', sealed);
  }

  /** The person's word on how they may be reached; what they said in words is sealed in a note that goes with it. */
  async contract(rid: string, keys: TeamKeys, to: Conversation, terms: Terms, words?: Words): Promise<SignedOrder> {
    if (words === undefined) return this.ordering.sign(keys, rid, 'contract', { terms });
    const readers = known(to).teams.map((team) => team.encryption);
    const note = await sealForMany(rid, { kind: 'note', text: noteOf(words), said: words, at: this.clock.iso() }, readers);
    return this.ordering.sign(keys, rid, 'contract', { terms, note });
  }

  /** Beside those before it, which are kept. */
  async triage(rid: string, keys: TeamKeys, to: Conversation, facts: Readonly<Record<string, unknown>>): Promise<SignedOrder> {
    const readers = known(to).teams.map((team) => team.encryption);
    const sealed = await sealForMany(rid, { kind: 'triage', facts, at: this.clock.iso() }, readers);
    return this.ordering.sign(keys, rid, 'triage', sealed);
  }
}

function known(to: Conversation) {
  if (to.recipients === undefined) throw new Error('nothing is sealed to recipients that nobody vouched for');
  return to.recipients;
}

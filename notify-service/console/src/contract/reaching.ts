import type { Desks } from '../case/room.ts';
import { Sending } from '../case/sending.ts';
import type { Conversation } from '../case/open-conversation.ts';
import { Problem } from '../desk/problem.ts';
import type { TeamKeys } from '../keys/keyring.ts';
import { t, tOr } from '../language/messages.ts';
import { isExpired } from '../orders/ordering.ts';
import { ReplyTime } from './reply-time.ts';
import { TermsForm } from './terms-form.ts';
import { isSame, wordsIn } from './words.ts';

/** How the person of one report is reached: their word, and the answers that wait for a safe hour. */
export class Reaching {
  readonly time: ReplyTime;
  form: TermsForm | undefined;
  busy = false;
  problem = '';
  #sending = new Sending();

  constructor(
    private readonly id: string,
    private readonly desks: Pick<Desks, 'ordering' | 'write'>,
    private readonly changed: () => void,
  ) {
    this.time = new ReplyTime(changed);
  }

  open(conversation: Conversation, region: string): void {
    this.problem = '';
    this.#sending = new Sending();
    this.form = new TermsForm(conversation.reach.terms ?? undefined, wordsIn(conversation.lines), region, this.changed);
    this.changed();
  }

  close(): void {
    this.form = undefined;
    this.problem = '';
    this.changed();
  }

  /** True once the person's word holds. The words are sealed anew only where they have changed. */
  async save(keys: TeamKeys, conversation: Conversation): Promise<boolean> {
    const form = this.form;
    const terms = form?.terms();
    if (form === undefined || terms === undefined) return false;
    const words = isSame(form.words, wordsIn(conversation.lines)) ? undefined : form.words;
    const make = () => this.desks.write.contract(this.id, keys, conversation, terms, words);
    const carry = (order: Parameters<Desks['ordering']['send']>[0]) => this.desks.ordering.send(order);
    const key = JSON.stringify([terms, words]);
    const done = await this.#do(async () => {
      try {
        await this.#sending.send(key, make, carry);
      } catch (refusal) {
        if (!isExpired(refusal)) throw refusal;
        await this.#sending.send(key, make, carry);
      }
    });
    if (done) {
      this.form = undefined;
      this.time.reset();
    }
    return done;
  }

  async takeBack(keys: TeamKeys, reply: string): Promise<boolean> {
    return this.#do(async () => void (await this.desks.ordering.ask(keys, this.id, 'withdraw', { reply })));
  }

  async #do(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = '';
    this.changed();
    try {
      await work();
      return true;
    } catch (failure) {
      this.problem = saidOf(failure);
      return false;
    } finally {
      this.busy = false;
      this.changed();
    }
  }
}

function saidOf(failure: unknown): string {
  if (!(failure instanceof Problem)) return t('problem.other');
  return failure.slug === 'contract-refused' ? tOr(`contract.refused.${failure.reason}`, 'problem.other') : tOr(`problem.${failure.slug}`, 'problem.other');
}

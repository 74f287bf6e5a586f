import type { Drafts } from '../case/drafts.ts';
import { handOver, itemOf } from '../case/hand-over.ts';
import type { Conversation, Triage } from '../case/open-conversation.ts';
import type { Write } from '../case/write.ts';
import type { Me } from '../desk/api.ts';
import { Problem } from '../desk/problem.ts';
import type { TeamKeys } from '../keys/keyring.ts';
import type { Ordering } from '../orders/ordering.ts';
import type { Facts, Raw } from './facts.ts';
import type { Shelf } from './sheet.ts';
import type { Told } from './told.ts';

interface Means {
  readonly drafts: Drafts;
  readonly write: Write;
  readonly ordering: Ordering;
  readonly me: Pick<Me, 'handle'>;
}

/** The page that a report is open on. */
export interface Page {
  /** False once the keys are locked: nothing is kept then that was not sealed before. */
  isOpen(): boolean;
  isWatched(): boolean;
  /** Whether this person may say of the report what the desk acts on. */
  isHeld(): boolean;
  /** Fetches the report anew and shows it. */
  show(): Promise<Conversation>;
}

/** Keeps a sheet among the sealed drafts, and saves it by an order to whoever reads the report at that moment. */
export class TriageShelf implements Shelf {
  /** What this sheet has ordered, however the orders fared. */
  readonly #own = new Set<string>();

  constructor(
    private readonly rid: string,
    private readonly means: Means,
    private readonly keys: TeamKeys,
    private readonly page: Page,
    private read: Conversation,
    private readonly told: Told,
  ) {}

  get by(): string {
    return this.means.me.handle;
  }

  kept(): string {
    return this.means.drafts.get(this.rid, 'triage');
  }

  keep(text: string): void {
    if (this.page.isOpen() && text !== this.kept()) this.means.drafts.set(this.rid, 'triage', text);
  }

  takeOthers(): readonly string[] {
    const others = [...this.means.drafts.others(this.rid, 'triage')];
    for (const _ of others) this.means.drafts.dropOther(this.rid, 'triage', 0);
    return others;
  }

  isWatched(): boolean {
    return this.page.isOpen() && this.page.isWatched();
  }

  async fetch(): Promise<readonly Triage[]> {
    if (!this.isWatched()) throw new Problem('unreachable', 0);
    this.read = await this.page.show();
    return this.read.triages;
  }

  async store(facts: Facts): Promise<string> {
    const to = this.read;
    if (to.recipients === undefined || !this.page.isOpen()) throw new Problem('other', -1);
    let id = '';
    await handOver({
      text: JSON.stringify(facts),
      sending: this.means.drafts.sending(this.rid, 'triage'),
      make: () => this.means.write.triage(this.rid, this.keys, to, { ...facts }),
      carry: (order) => {
        id = itemOf(order);
        this.#own.add(id);
        return this.means.ordering.send(order);
      },
      items: async () => (await this.fetch()).map((triage) => triage.id),
    });
    return id;
  }

  async tell(facts: Raw, isSaved: boolean): Promise<boolean> {
    if (!this.page.isOpen() || !this.page.isHeld()) return false;
    await this.told.tellCase(facts);
    if (isSaved) await this.told.tellRow(facts);
    return true;
  }

  isArrived(id: string): boolean {
    const sending = this.means.drafts.sending(this.rid, 'triage');
    const { undecided } = sending;
    if (undecided === undefined || itemOf(undecided.order) !== id) return this.#own.has(id);
    sending.decide();
    return true;
  }
}

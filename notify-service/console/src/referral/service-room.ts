import type { Question, ReferralApi, Service, ServiceForm } from '../desk/referral-api.ts';
import { t } from '../language/messages.ts';
import { newId } from '../sealing/seal.ts';
import { Doing } from './doing.ts';

const NOTHING_ASKED: Question = { region: '', need: '', language: '', open: false, undocumented: false, child: false };

/** The directory of services on screen: what is looked for, what was found, what is being changed. */
export class ServiceRoom {
  asked = NOTHING_ASKED;
  found: readonly Service[] | undefined;
  /** The service in the form; a new one has an id that nothing has yet. */
  edited: { readonly id: string; readonly before?: ServiceForm } | undefined;
  readonly doing: Doing;
  #turn = 0;

  constructor(private readonly api: ReferralApi, private readonly changed: () => void) {
    this.doing = new Doing(changed);
  }

  enter(): void {
    void this.load();
  }

  /** Of two searches under way the later one is shown, whichever comes back last. */
  async load(): Promise<void> {
    const turn = ++this.#turn;
    try {
      const found = await this.api.services(this.asked);
      if (turn === this.#turn) this.found = found;
    } catch {
      if (turn === this.#turn) this.found = undefined;
    }
    this.changed();
  }

  ask(change: Partial<Question>): void {
    this.asked = { ...this.asked, ...change };
    void this.load();
  }

  edit(service?: Service): void {
    this.doing.problem = '';
    this.edited = service === undefined ? { id: newId() } : { id: service.id, before: service.service };
    this.changed();
  }

  stopEditing(): void {
    this.doing.problem = '';
    this.edited = undefined;
    this.changed();
  }

  async save(service: ServiceForm): Promise<boolean> {
    const id = this.edited!.id;
    if ([service.regions, service.languages, service.needs].some((ticked) => ticked.length === 0)) {
      this.doing.refuse(t('services.tickOne'));
      return false;
    }
    const saved = await this.#change(() => this.api.saveService(id, service));
    if (saved) this.stopEditing();
    return saved;
  }

  check(id: string): Promise<boolean> {
    return this.#change(() => this.api.checkService(id));
  }

  sendNobodyTo(id: string, reason: string): Promise<boolean> {
    return this.#change(() => this.api.sendNobodyTo(id, reason));
  }

  sendAgainTo(id: string): Promise<boolean> {
    return this.#change(() => this.api.sendAgainTo(id));
  }

  async #change(work: () => Promise<void>): Promise<boolean> {
    const done = await this.doing.do(work);
    if (done) await this.load();
    return done;
  }
}

import type { InterpreterLine, PeopleApi } from '../desk/people-api.ts';
import { t } from '../language/messages.ts';
import { Doing } from '../referral/doing.ts';
import { field } from '../referral/fields.ts';
import { inPeoplesWords } from './people-room.ts';
import { dialectsFit, readInterpreter } from './read-form.ts';

/** One interpreter who is being written down. */
export class InterpreterRoom {
  /** Without who was before: a new one. */
  edited: { readonly before?: InterpreterLine } | undefined;
  readonly doing: Doing;

  constructor(private readonly api: PeopleApi, private readonly reload: () => Promise<void>, private readonly changed: () => void) {
    this.doing = new Doing(changed, inPeoplesWords);
  }

  leave(): void {
    this.edited = undefined;
    this.doing.problem = '';
  }

  edit(before?: InterpreterLine): void {
    this.leave();
    this.edited = before === undefined ? {} : { before };
    this.changed();
  }

  close(): void {
    this.leave();
    this.changed();
  }

  async save(fields: FormData): Promise<void> {
    const interpreter = readInterpreter(fields);
    if (interpreter.languages.length === 0) return this.doing.refuse(t('people.tickLanguage'));
    if (!dialectsFit(fields.getAll('languages').map(String), field(fields, 'dialects'))) return this.doing.refuse(t('people.dialectsHint', { example: 'uz-Latn Khorezm' }));
    await this.#change(() => this.api.saveInterpreter(this.edited!.before?.handle ?? field(fields, 'handle').toLowerCase(), interpreter));
  }

  async remove(handle: string): Promise<void> {
    await this.#change(() => this.api.removeInterpreter(handle));
  }

  async #change(work: () => Promise<void>): Promise<void> {
    if (await this.doing.do(work)) this.leave();
    await this.reload();
  }
}

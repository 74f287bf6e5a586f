import { parts } from '../parts/parts.ts';

/** Pictures that were drawn; whoever never shows one loads nothing for it. */
export class Pictures {
  readonly #drawn = new Map<string, readonly (readonly boolean[])[]>();

  constructor(private readonly changed: () => void) {}

  of(text: string): readonly (readonly boolean[])[] | undefined {
    return this.#drawn.get(text);
  }

  async draw(text: string): Promise<void> {
    if (this.#drawn.has(text)) return;
    const reader = await parts.reader.fetch().catch(() => undefined);
    if (reader === undefined) return;
    this.#drawn.set(text, reader.fieldsOf(text));
    this.changed();
  }
}

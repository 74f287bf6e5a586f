import { readKeyFile } from './key-file.ts';
import { Keyring } from './keyring.ts';

export type OpenOutcome = 'opened' | 'not-a-key-file' | 'somebody-elses';

/** Where the keyring is while it is open. Locking forgets it and tells whoever holds opened content to forget that too. */
export class Keys {
  #ring: Keyring | undefined;
  #listeners: ((ring: Keyring | undefined, before: Keyring | undefined) => void)[] = [];

  get ring(): Keyring | undefined {
    return this.#ring;
  }

  /** Called with the new keyring, or with undefined when it was just forgotten (and what it was, to seal drafts with). */
  onChange(listener: (ring: Keyring | undefined, before: Keyring | undefined) => void): void {
    this.#listeners.push(listener);
  }

  async open(text: string, handle: string): Promise<OpenOutcome> {
    const file = readKeyFile(text);
    if (file === undefined) return 'not-a-key-file';
    if (file.handle !== handle) return 'somebody-elses';
    const ring = await Keyring.open(file).catch(() => undefined);
    if (ring === undefined) return 'not-a-key-file';
    this.#become(ring);
    return 'opened';
  }

  use(ring: Keyring): void {
    this.#become(ring);
  }

  /** Said to everybody even when no keyring is open: somebody may hold a key of their own that waits for its teams. */
  lock(): void {
    this.#become(undefined);
  }

  #become(ring: Keyring | undefined): void {
    const before = this.#ring;
    this.#ring = ring;
    for (const listener of this.#listeners) listener(ring, before);
  }
}

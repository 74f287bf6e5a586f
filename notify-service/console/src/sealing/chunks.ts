import { CannotOpen, refuseUnless } from './containers.ts';
import { decrypted } from './open.ts';
import { paddedLength } from './padding.ts';

/** Bytes in each chunk of an attachment but the last. */
export const CHUNK = 256 * 1024;

export function chunksOf(size: number): number {
  return Math.ceil(paddedLength(size) / CHUNK);
}

/**
 * Puts an attachment together in memory, chunk by chunk in their order. Whatever is not the very next one of this item is refused, and
 * there is no whole before the last one was there.
 */
export class Assembly {
  readonly count: number;
  readonly #padded: Uint8Array<ArrayBuffer>;
  #next = 0;

  /** `size` is what the item's head tells; `key` is the item's own. */
  constructor(
    private readonly rid: string,
    private readonly mid: string,
    private readonly size: number,
    private readonly key: Uint8Array,
  ) {
    this.count = chunksOf(size);
    this.#padded = new Uint8Array(paddedLength(size));
  }

  /** Index of the chunk that is wanted next. */
  get next(): number {
    return this.#next;
  }

  get isWhole(): boolean {
    return this.#next === this.count;
  }

  async add(jwe: string): Promise<void> {
    const idx = this.#next;
    if (this.isWhole) throw new CannotOpen('broken');
    refuseUnless(jwe, { typ: 'ovoz-chunk', alg: 'dir', rid: this.rid, mid: this.mid, idx, end: idx === this.count - 1 });
    const part = await decrypted(jwe, this.key, 'dir');
    if (part.length !== Math.min(CHUNK, this.#padded.length - idx * CHUNK)) throw new CannotOpen('broken');
    this.#padded.set(part, idx * CHUNK);
    this.#next += 1;
  }

  /** The bytes without what hid their number. */
  whole(): Uint8Array<ArrayBuffer> {
    if (!this.isWhole || this.#padded.subarray(this.size).some((byte) => byte !== 0)) throw new CannotOpen('broken');
    return this.#padded.slice(0, this.size);
  }

  /** Forgets the key and what was there. */
  forget(): void {
    this.key.fill(0);
    this.#padded.fill(0);
  }
}

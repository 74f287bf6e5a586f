import type { Papers } from '../keys/papers.ts';
import { pair } from '../keys/record.ts';
import { areWritten, withWords } from '../keys/fresh.ts';
import type { Fresh } from '../keys/fresh.ts';
import { lineFile } from '../line/line-file.ts';
import { parts } from '../parts/parts.ts';
import { kidOf } from '../sealing/keys.ts';
import type { EcJwk } from '../sealing/keys.ts';

/** A line's administration key that was made here: what is to be kept, and what the services are to be given. */
export interface MadeLine {
  readonly kid: string;
  readonly publicKey: EcJwk;
  /** The private half, as a file that opens with the six words. */
  readonly file: string;
  readonly papers: (Papers & { readonly needed: number }) | undefined;
}

/** Makes a line's administration key. It is in this page's memory until it was saved, and nowhere else. */
export class LineMaker {
  /** Its words still have to be written down. */
  fresh: Fresh | undefined;
  made: MadeLine | undefined;

  get holds(): boolean {
    return this.fresh !== undefined || this.made !== undefined;
  }

  async begin(): Promise<void> {
    this.fresh = await withWords(await pair('ES256'));
  }

  /** False for other words. */
  async keepWords(typed: readonly [string, string]): Promise<boolean> {
    const fresh = this.fresh!;
    if (!areWritten(fresh, typed)) return false;
    const { kty, crv, x, y } = fresh.key;
    const file = JSON.stringify(await lineFile(fresh.key, fresh.words));
    this.made = { kid: await kidOf(fresh.key), publicKey: { kty, crv, x, y }, file, papers: undefined };
    return true;
  }

  async print(shares: number, needed: number): Promise<void> {
    const { splitKey } = await parts.pages.fetch();
    this.made = { ...this.made!, papers: { ...(await splitKey(this.fresh!.key, shares, needed)), needed } };
  }

  drop(): void {
    this.fresh = undefined;
    this.made = undefined;
  }
}

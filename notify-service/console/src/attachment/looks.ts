import { Problem } from '../desk/problem.ts';
import type { TeamKeys } from '../keys/keyring.ts';
import { CannotOpen } from '../sealing/containers.ts';
import type { Bring } from './bring.ts';
import { NotDrawn, draw, wipe } from './draw.ts';
import type { NoPicture } from './draw.ts';
import type { Enclosed } from './enclosed.ts';
import { kindOf } from './kind.ts';
import type { OtherForm } from './kind.ts';

/** What is on screen of an attachment. */
export type Look =
  | { readonly is: 'coming'; readonly done: number; readonly of: number }
  | { readonly is: 'picture'; readonly canvas: HTMLCanvasElement; readonly isLarge: boolean }
  | { readonly is: 'sound'; readonly url: string }
  | { readonly is: 'not-shown'; readonly why: OtherForm | NoPicture | 'no-player' }
  | { readonly is: 'failed'; readonly slug: string };

/**
 * The attachments of one report that somebody looks at. They are in this page's memory alone, and only as long as they are looked at: never
 * on a disk, never at an address that another page could know.
 */
export class Looks {
  readonly #looks = new Map<string, Look>();

  constructor(
    private readonly rid: string,
    private readonly bring: Bring,
    private readonly changed: () => void,
  ) {}

  of(id: string): Look | undefined {
    return this.#looks.get(id);
  }

  async open(one: Enclosed, keys: TeamKeys): Promise<void> {
    if (this.#looks.get(one.id)?.is === 'coming') return;
    this.close(one.id);
    let mine: Look = { is: 'coming', done: 0, of: one.head.chunks };
    this.#looks.set(one.id, mine);
    const isWanted = () => this.#looks.get(one.id) === mine;
    const arrived = (done: number, of: number) => {
      if (!isWanted()) return false;
      mine = { is: 'coming', done, of };
      this.#set(one.id, mine);
      return true;
    };
    const look = await this.#look(one, keys, arrived);
    if (look !== undefined && isWanted()) this.#set(one.id, look);
    else drop(look);
  }

  async #look(one: Enclosed, keys: TeamKeys, arrived: (done: number, of: number) => boolean): Promise<Look | undefined> {
    try {
      const bytes = await this.bring.bytes(this.rid, one, keys, arrived);
      return bytes === undefined ? undefined : await lookOf(bytes);
    } catch (failure) {
      if (failure instanceof NotDrawn) return { is: 'not-shown', why: failure.why };
      if (failure instanceof CannotOpen) return { is: 'failed', slug: 'forged' };
      return { is: 'failed', slug: failure instanceof Problem ? failure.slug : 'other' };
    }
  }

  /** The browser cannot play what it was given. */
  unplayable(id: string): void {
    this.close(id);
    this.#set(id, { is: 'not-shown', why: 'no-player' });
  }

  enlarge(id: string, isLarge: boolean): void {
    const look = this.#looks.get(id);
    if (look?.is === 'picture') this.#set(id, { ...look, isLarge });
  }

  close(id: string): void {
    drop(this.#looks.get(id));
    this.#looks.delete(id);
    this.changed();
  }

  /** For whoever leaves, locks or hides everything. */
  forget(): void {
    this.#looks.forEach(drop);
    this.#looks.clear();
  }

  #set(id: string, look: Look): void {
    this.#looks.set(id, look);
    this.changed();
  }
}

/** By what the bytes are; the label that came with them plays no part. */
async function lookOf(bytes: Uint8Array<ArrayBuffer>): Promise<Look> {
  const kind = kindOf(bytes);
  switch (kind.what) {
    case 'picture':
      return { is: 'picture', canvas: await draw(kind.form, bytes), isLarge: false };
    case 'sound':
      return { is: 'sound', url: URL.createObjectURL(new Blob([bytes], { type: `audio/${kind.form}` })) };
    case 'other':
      return { is: 'not-shown', why: kind.form };
  }
}

function drop(look: Look | undefined): void {
  if (look?.is === 'picture') wipe(look.canvas);
  if (look?.is === 'sound') URL.revokeObjectURL(look.url);
}

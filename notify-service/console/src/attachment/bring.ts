import type { TeamKeys } from '../keys/keyring.ts';
import { openerOf } from '../keys/opener.ts';
import type { Ordering } from '../orders/ordering.ts';
import { Assembly, chunksOf } from '../sealing/chunks.ts';
import { CannotOpen } from '../sealing/containers.ts';
import { openGrant } from '../sealing/open.ts';
import type { Enclosed } from './enclosed.ts';

/** What intake gives of an attachment in one answer. */
export interface AttachmentResult {
  readonly reportId: string;
  readonly item: string;
  readonly from: number;
  readonly chunks: readonly string[];
}

/** Brings the bytes of an attachment into memory, by as many orders as it takes, and opens them. */
export class Bring {
  constructor(private readonly ordering: Ordering) {}

  /**
   * `arrived` hears how many chunks of how many are there; false from it ends it all.
   * Throws `CannotOpen` when something is not the very chunk that was asked for.
   */
  async bytes(rid: string, one: Enclosed, keys: TeamKeys, arrived: (done: number, of: number) => boolean): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (one.head.chunks !== chunksOf(one.head.size)) throw new CannotOpen('broken');
    const assembly = new Assembly(rid, one.id, one.head.size, await openGrant(rid, one.id, one.grant, openerOf(one.grant, keys)));
    try {
      while (!assembly.isWhole) {
        if (!arrived(assembly.next, assembly.count)) return undefined;
        await this.#more(rid, one, keys, assembly);
      }
      return assembly.whole();
    } finally {
      assembly.forget();
    }
  }

  async #more(rid: string, one: Enclosed, keys: TeamKeys, assembly: Assembly): Promise<void> {
    const from = assembly.next;
    const given = await this.ordering.ask<AttachmentResult>(keys, rid, 'attachment', { item: one.id, from });
    if (given.reportId !== rid || given.item !== one.id || given.from !== from || given.chunks.length === 0) throw new CannotOpen('another-item');
    for (const chunk of given.chunks) await assembly.add(chunk);
  }
}

import { CompactEncrypt } from 'jose';
import { CHUNK, chunksOf } from '../../src/sealing/chunks.ts';
import { paddedLength } from '../../src/sealing/padding.ts';

/** As intake, which alone seals attachments, makes them. */
export function sealedChunks(rid: string, mid: string, bytes: Uint8Array, dek: Uint8Array): Promise<string[]> {
  const padded = new Uint8Array(paddedLength(bytes.length));
  padded.set(bytes);
  const count = chunksOf(bytes.length);
  return Promise.all(Array.from({ length: count }, (_, idx) => new CompactEncrypt(padded.subarray(idx * CHUNK, (idx + 1) * CHUNK))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: 'ovoz-chunk', rid, mid, idx, end: idx === count - 1 }).encrypt(dek)));
}

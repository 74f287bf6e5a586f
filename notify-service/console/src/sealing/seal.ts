import type { RecipientKey } from './containers.ts';
import type { Content } from './content.ts';
import { jose } from './library.ts';
import { padded } from './padding.ts';

/** An item sealed under a key of its own, and that key for every recipient: the body of a note or reply order. */
export interface SealedForMany {
  readonly item: { readonly id: string; readonly jwe: string };
  readonly grants: readonly Grant[];
}

export interface Grant {
  readonly kid: string;
  readonly jwe: string;
}

/** Seals new content of a report to everybody who may read it. The item's key is forgotten on return. */
export async function sealForMany(rid: string, content: Content, to: readonly RecipientKey[]): Promise<SealedForMany> {
  const mid = newId();
  const dek = crypto.getRandomValues(new Uint8Array(32));
  const jwe = await sealItem(rid, mid, content, dek);
  const grants = await Promise.all(to.map((recipient) => grantTo(recipient, rid, mid, dek)));
  dek.fill(0);
  return { item: { id: mid, jwe }, grants };
}

export async function sealItem(rid: string, mid: string, content: Content, dek: Uint8Array): Promise<string> {
  const { CompactEncrypt } = await jose();
  return new CompactEncrypt(padded(content))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: 'ovoz-item', rid, mid, kind: content.kind })
    .encrypt(dek);
}

export async function grantTo(to: RecipientKey, rid: string, mid: string, dek: Uint8Array): Promise<Grant> {
  const { CompactEncrypt } = await jose();
  const jwe = await new CompactEncrypt(dek)
    .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'ovoz-grant', kid: to.kid, rid, mid })
    .encrypt(to.key);
  return { kid: to.kid, jwe };
}

/** 128 random bits, written like a UUID. */
export function newId(): string {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

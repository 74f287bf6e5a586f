import * as base64url from 'jose/base64url';
import type { Keyring } from '../keys/keyring.ts';
import type { SignedOrder } from '../orders/order.ts';
import { refuseUnless } from '../sealing/containers.ts';
import { jose } from '../sealing/library.ts';
import { decrypted } from '../sealing/open.ts';
import { padded } from '../sealing/padding.ts';
import type { Said } from './draft.ts';
import type { Tabs } from './tabs.ts';

export const DRAFTS_LAST_MS = 7 * 24 * 3600 * 1000;
const PREFIX = 'ovoz.draft.';

/** One draft as it lies in the browser's storage: whose key opens it, which tab writes it, when. Of what report, only the key says. */
interface Stored {
  readonly kid: string;
  readonly tab: string;
  readonly at: number;
  readonly jwe: string;
}

export interface Kept {
  readonly id: string;
  readonly said: Said;
}

/** Sealed drafts, where a reload or a crash leaves them alone. Each tab writes its own; those of tabs that are gone are taken over. */
export class KeptDrafts {
  /** What the browser would not store; gone with the page. */
  readonly #volatile = new Map<string, string>();

  constructor(
    private readonly tabs: Tabs,
    private readonly storage: Storage | null,
    private readonly now: () => number,
  ) {}

  /** True when a reload would lose what was typed. */
  get isVolatile(): boolean {
    return this.#volatile.size > 0;
  }

  /** Written unless it was forgotten while it was being sealed. */
  async keep(id: string, said: Said, ring: Keyring, isWanted: () => boolean): Promise<void> {
    await this.tabs.here();
    const { CompactEncrypt } = await jose();
    const { kid, key } = ring.own().sealing;
    const jwe = await new CompactEncrypt(padded(packed(said, ring.handle)))
      .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', typ: 'ovoz-draft', kid, rid: id })
      .encrypt(key);
    if (isWanted()) this.#write(id, { kid, tab: this.tabs.id, at: this.now(), jwe });
  }

  drop(id: string): void {
    this.#volatile.delete(id);
    try {
      this.storage?.removeItem(PREFIX + id);
    } catch {
      // What cannot be reached is sealed, and too old one day.
    }
  }

  /** Everything that this tab has kept or taken. */
  dropAll(): void {
    for (const [id, stored] of this.#all()) if (stored.tab === this.tabs.id) this.drop(id);
  }

  /** What this person wrote and no other open tab holds, the latest first; from now on it is this tab's. A team shares its key. */
  take(ring: Keyring): Promise<readonly Kept[]> {
    return this.tabs.alone(async (others) => {
      const taken: { kept: Kept; at: number }[] = [];
      for (const [id, stored] of this.#all()) {
        if (stored.at < this.now() - DRAFTS_LAST_MS) this.drop(id);
        else if (stored.kid === ring.own().opening.kid && !others.has(stored.tab)) {
          const said = await opened(id, stored.jwe, ring).catch(() => undefined);
          if (said === undefined) continue;
          this.#write(id, { ...stored, tab: this.tabs.id });
          taken.push({ kept: { id, said }, at: stored.at });
        }
      }
      return taken.sort((a, b) => b.at - a.at).map(({ kept }) => kept);
    });
  }

  #write(id: string, stored: Stored): void {
    const text = JSON.stringify(stored);
    try {
      if (this.storage === null) throw new Error('no storage');
      this.storage.setItem(PREFIX + id, text);
      this.#volatile.delete(id);
    } catch {
      this.#volatile.set(id, text);
    }
  }

  #all(): [string, Stored][] {
    const found = new Map<string, string>();
    for (let index = 0; index < (this.storage?.length ?? 0); index += 1) {
      const key = this.storage!.key(index);
      if (key?.startsWith(PREFIX)) found.set(key.slice(PREFIX.length), this.storage!.getItem(key)!);
    }
    return [...found, ...this.#volatile].flatMap(([id, text]) => {
      const stored = read(text);
      return stored === undefined ? [] : [[id, stored] as [string, Stored]];
    });
  }
}

function read(text: string): Stored | undefined {
  try {
    const stored = JSON.parse(text) as Partial<Stored> | null;
    return typeof stored?.jwe === 'string' && typeof stored.at === 'number' ? (stored as Stored) : undefined;
  } catch {
    return undefined;
  }
}

async function opened(id: string, jwe: string, ring: Keyring): Promise<Said | undefined> {
  const { kid, key } = ring.own().opening;
  refuseUnless(jwe, { typ: 'ovoz-draft', alg: 'ECDH-ES+A256KW', rid: id, kid });
  const text = new TextDecoder().decode(await decrypted(jwe, key, 'ECDH-ES+A256KW'));
  const { by, ...kept } = JSON.parse(text) as Packed;
  return by === ring.handle ? unpacked(kept) : undefined;
}

type PackedOrder = Omit<SignedOrder, 'body'> & { readonly body: string };
type PackedSaid = Omit<Said, 'undecided'> & { readonly undecided?: { readonly text: string; readonly order: PackedOrder } };
type Packed = PackedSaid & { readonly by: string };

function packed({ undecided, ...said }: Said, by: string): Packed {
  if (undecided === undefined) return { ...said, by };
  return { ...said, by, undecided: { ...undecided, order: { ...undecided.order, body: base64url.encode(undecided.order.body) } } };
}

function unpacked({ undecided, ...said }: PackedSaid): Said {
  if (undecided === undefined) return said;
  return { ...said, undecided: { ...undecided, order: { ...undecided.order, body: new Uint8Array(base64url.decode(undecided.order.body)) } } };
}

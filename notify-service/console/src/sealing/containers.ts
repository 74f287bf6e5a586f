import { decodeProtectedHeader } from 'jose';

/** A P-256 key of somebody else: its RFC 7638 thumbprint, and the key itself. */
export interface RecipientKey {
  readonly kid: string;
  readonly key: CryptoKey;
}

/** What a protected header must say, word for word. */
export interface Expected {
  readonly typ: 'ovoz-item' | 'ovoz-grant' | 'ovoz-contact' | 'ovoz-draft';
  readonly alg: 'dir' | 'ECDH-ES+A256KW';
  readonly rid: string;
  readonly mid?: string;
  readonly kid?: string;
  readonly kind?: string;
}

export type Reason = 'not-a-container' | 'compressed' | 'critical' | 'algorithm' | 'another-item' | 'another-key' | 'broken';

/** The container is not what was asked for, or was not sealed to this key. Holds no content. */
export class CannotOpen extends Error {
  constructor(readonly reason: Reason) {
    super(reason);
    this.name = 'CannotOpen';
  }
}

/** Refuses, before any key is used, whatever is not exactly the container that was asked for. */
export function refuseUnless(jwe: string, expected: Expected): void {
  const header = protectedHeader(jwe);
  if ('zip' in header) throw new CannotOpen('compressed');
  if ('crit' in header) throw new CannotOpen('critical');
  if (header['alg'] !== expected.alg || header['enc'] !== 'A256GCM') throw new CannotOpen('algorithm');
  if (header['typ'] !== expected.typ) throw new CannotOpen('another-item');
  for (const name of ['rid', 'mid', 'kind'] as const) {
    if (expected[name] !== undefined && header[name] !== expected[name]) throw new CannotOpen('another-item');
  }
  if (expected.kid !== undefined && header['kid'] !== expected.kid) throw new CannotOpen('another-key');
}

function protectedHeader(jwe: string): Record<string, unknown> {
  try {
    if (jwe.split('.').length !== 5) throw new CannotOpen('not-a-container');
    return decodeProtectedHeader(jwe) as Record<string, unknown>;
  } catch {
    throw new CannotOpen('not-a-container');
  }
}

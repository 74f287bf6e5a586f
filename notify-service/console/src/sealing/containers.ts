import { decodeProtectedHeader } from 'jose/decode/protected_header';

/** A P-256 key of somebody else: its RFC 7638 thumbprint, and the key itself. */
export interface RecipientKey {
  readonly kid: string;
  readonly key: CryptoKey;
}

/** What a protected header must say, word for word: which report's, or which team's. */
export type Expected = Container & (OfReport | OfTeam | OfCheck | OfKey);

interface Container {
  readonly alg: 'dir' | 'ECDH-ES+A256KW';
  readonly mid?: string;
  readonly kid?: string;
  readonly kind?: string;
  readonly idx?: number;
  readonly end?: boolean;
}

interface OfReport {
  readonly typ: 'ovoz-item' | 'ovoz-grant' | 'ovoz-contact' | 'ovoz-draft' | 'ovoz-chunk';
  readonly rid: string;
}

interface OfTeam {
  readonly typ: 'ovoz-team-key' | 'ovoz-link-key';
  readonly team: string;
  readonly kid: string;
}

/** What shows that somebody has a key in hand. */
interface OfKey {
  readonly typ: 'ovoz-key-challenge';
  readonly kid: string;
}

/** What shows at a check-in that the team's key opens. */
interface OfCheck {
  readonly typ: 'ovoz-check';
  readonly team: string;
  readonly chk: string;
  readonly kid: string;
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
  const named = expected as unknown as Record<string, unknown>;
  for (const name of ['rid', 'team', 'mid', 'kind', 'chk', 'idx', 'end']) {
    if (named[name] !== undefined && header[name] !== named[name]) throw new CannotOpen('another-item');
  }
  if (expected.kid !== undefined && header['kid'] !== expected.kid) throw new CannotOpen('another-key');
}

/** The key that a container says it was sealed to. */
export function recipientOf(jwe: string): unknown {
  return protectedHeader(jwe)['kid'];
}

function protectedHeader(jwe: string): Record<string, unknown> {
  try {
    if (jwe.split('.').length !== 5) throw new CannotOpen('not-a-container');
    return decodeProtectedHeader(jwe) as Record<string, unknown>;
  } catch {
    throw new CannotOpen('not-a-container');
  }
}

import { isPrivateJwk, isPublicJwk } from '../sealing/keys.ts';
import type { EcJwk } from '../sealing/keys.ts';

/** What a responder carries and no server has. Exists only while it is being opened. */
export interface KeyFile {
  readonly handle: string;
  readonly line: EcJwk;
  readonly teams: readonly { readonly team: string; readonly encryption: EcJwk; readonly order: EcJwk }[];
}

/** Reads a key file; undefined when it is anything else. Never says what was in it. */
export function readKeyFile(text: string): KeyFile | undefined {
  try {
    const value = JSON.parse(text) as Partial<KeyFile> | null;
    return isKeyFile(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isKeyFile(value: Partial<KeyFile> | null): value is KeyFile {
  return value !== null && typeof value === 'object' && typeof value.handle === 'string' && isPublicJwk(value.line)
    && Array.isArray(value.teams) && value.teams.length > 0
    && value.teams.every((keys) => typeof keys.team === 'string' && isPrivateJwk(keys.encryption) && isPrivateJwk(keys.order));
}

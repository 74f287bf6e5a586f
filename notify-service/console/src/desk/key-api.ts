import type { Challenge } from '../keys/challenge.ts';
import type { EcJwk } from '../sealing/keys.ts';
import type { Desk } from './desk.ts';
import { Problem } from './problem.ts';

/** A person's key as the desk keeps it: what opens it is not there. */
export interface KeptKey {
  readonly kid: string;
  readonly publicKey: EcJwk;
  readonly wraps: readonly { readonly id: string; readonly kind: 'words' | 'passkey'; readonly jwe: string; readonly credential?: string | null }[];
  readonly teams: readonly GivenKey[];
}

/** A team's keys, sealed to the person, with the team's record as signed now. */
export interface GivenKey {
  readonly team: string;
  readonly kid: string;
  readonly jwe: string;
  readonly record: string;
}

export interface Device {
  readonly id: string;
  readonly madeAt: string;
  readonly usedAt?: string | null;
  readonly locked: boolean;
}

export interface Holders {
  readonly team: string;
  readonly record: string;
  readonly kid: string;
  readonly members: readonly Member[];
}

export interface Member {
  readonly id: string;
  readonly handle: string;
  readonly kid?: string | null;
  readonly publicKey?: EcJwk | null;
  readonly admission?: string | null;
  readonly holds: boolean;
}

/** A team's keys, sealed to the recovery key. */
export interface SealedPackage {
  readonly team: string;
  readonly kid: string;
  readonly jwe: string;
}

export interface Recovery {
  readonly kid: string;
  readonly publicKey: EcJwk;
  readonly shares: number;
  readonly needed: number;
  readonly madeAt: string;
  readonly drilledAt?: string | null;
  readonly packages: readonly (SealedPackage & { readonly admission: string; readonly record: string })[];
}

export interface Proposal {
  readonly team: string;
  readonly record: string;
  readonly jws: string;
  readonly by: string;
  readonly at: string;
}

/** A line's administration key, its public half. */
export interface Line {
  readonly kid: string;
  readonly publicKey: EcJwk;
}

/** The part of the desk's API that keeps keys. */
export class KeyApi {
  constructor(private readonly desk: Desk) {}

  /** Undefined before the first. */
  async mine(): Promise<KeptKey | undefined> {
    try {
      return await this.desk.ask<KeptKey>('GET', 'me/key');
    } catch (failure) {
      if (failure instanceof Problem && failure.slug === 'no-key') return undefined;
      throw failure;
    }
  }

  async keep(publicKey: EcJwk, words: string, replaces?: string): Promise<void> {
    await this.desk.ask('PUT', 'me/key', { publicKey, words, replaces });
  }

  /** Before what opens my key is changed: whoever has only my session changes nothing. */
  challenge(): Promise<Challenge> {
    return this.desk.ask('POST', 'me/key/challenge');
  }

  async renew(publicKey: EcJwk, words: string, proof: string): Promise<void> {
    await this.desk.ask('PUT', 'me/key', { publicKey, words }, proven(proof));
  }

  async addPasskey(id: string, wrap: { credential: string; jwe: string }, proof: string): Promise<void> {
    await this.desk.ask('PUT', `me/key/passkeys/${id}`, wrap, proven(proof));
  }

  async removePasskey(id: string, proof: string): Promise<void> {
    await this.desk.ask('DELETE', `me/key/passkeys/${id}`, undefined, proven(proof));
  }

  async devices(): Promise<readonly Device[]> {
    return (await this.desk.ask<{ devices: readonly Device[] }>('GET', 'me/devices')).devices;
  }

  async enrol({ id, ...device }: { id: string; jwe: string; proof: string; share: string }, proof: string): Promise<void> {
    await this.desk.ask('PUT', `me/devices/${id}`, device, proven(proof));
  }

  unlock(device: string, proof: string): Promise<{ jwe: string; share: string }> {
    return this.desk.ask('POST', `me/devices/${device}/unlock`, { proof });
  }

  async removeDevice(id: string, proof: string): Promise<void> {
    await this.desk.ask('DELETE', `me/devices/${id}`, undefined, proven(proof));
  }

  holders(team: string): Promise<Holders> {
    return this.desk.ask('GET', `teams/${encodeURIComponent(team)}/holders`);
  }

  async give(team: string, person: string, form: { personKid: string; admission: string; keys: readonly { kid: string; jwe: string }[] }): Promise<void> {
    await this.desk.ask('PUT', `teams/${encodeURIComponent(team)}/holders/${person}`, form);
  }

  async mismatch(team: string, person: string): Promise<void> {
    await this.desk.ask('POST', `teams/${encodeURIComponent(team)}/holders/${person}/mismatch`);
  }

  /** The sets of papers that there are, the newest first. */
  async recoveries(): Promise<readonly Recovery[]> {
    return (await this.desk.ask<{ recoveries: readonly Recovery[] }>('GET', 'recovery')).recoveries;
  }

  async setRecovery(form: { publicKey: EcJwk; shares: number; needed: number; packages: readonly (SealedPackage & { admission: string })[] }): Promise<void> {
    await this.desk.ask('PUT', 'recovery', form);
  }

  async addPackage(recoveryKid: string, one: SealedPackage & { admission: string }): Promise<void> {
    await this.desk.ask('PUT', 'recovery/packages', { recoveryKid, ...one });
  }

  recoveryChallenge(recoveryKid: string): Promise<Challenge> {
    return this.desk.ask('POST', `recovery/${recoveryKid}/challenge`);
  }

  async drilled(recoveryKid: string, proof: string): Promise<void> {
    await this.desk.ask('POST', `recovery/${recoveryKid}/drill`, undefined, proven(proof));
  }

  async propose(team: string, jws: string): Promise<void> {
    await this.desk.sendJose('PUT', `teams/${encodeURIComponent(team)}/proposal`, jws);
  }

  async proposals(): Promise<readonly Proposal[]> {
    return (await this.desk.ask<{ proposals: readonly Proposal[] }>('GET', 'directory/proposals')).proposals;
  }

  async publish(record: string): Promise<void> {
    await this.desk.sendJose('PUT', 'directory/teams', record);
  }

  /** The line that the desk runs with. */
  line(): Promise<Line> {
    return this.desk.ask('GET', 'line');
  }
}

function proven(proof: string): Readonly<Record<string, string>> {
  return { 'Key-Proof': proof };
}

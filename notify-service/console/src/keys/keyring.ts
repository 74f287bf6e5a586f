import type { RecipientKey } from '../sealing/containers.ts';
import { openingKey, sealingKey, signingKey, verifyingKey } from '../sealing/keys.ts';
import type { KeyFile } from './key-file.ts';

/** A team's keys, as handles that cannot be exported. */
export interface TeamKeys {
  readonly team: string;
  readonly opening: RecipientKey;
  readonly sealing: RecipientKey;
  readonly order: RecipientKey;
}

/** The opened keys of one person, and the line's administration key that everything else is checked against. */
export class Keyring {
  private constructor(
    readonly handle: string,
    readonly line: RecipientKey,
    private readonly teams: readonly TeamKeys[],
  ) {}

  static async open(file: KeyFile): Promise<Keyring> {
    const teams = await Promise.all(
      file.teams.map(async ({ team, encryption, order }) => ({
        team,
        opening: await openingKey(encryption),
        sealing: await sealingKey(encryption),
        order: await signingKey(order),
      })),
    );
    return new Keyring(file.handle, await verifyingKey(file.line), teams);
  }

  teamIds(): readonly string[] {
    return this.teams.map((keys) => keys.team);
  }

  /** The keys for a case: of the first of its teams that this person belongs to. */
  forCase(teams: readonly string[]): TeamKeys | undefined {
    return this.teams.find((keys) => teams.includes(keys.team));
  }

  /** Any of one's own, for what only oneself shall read. */
  own(): TeamKeys {
    return this.teams[0]!;
  }
}

import type { RecipientKey } from '../sealing/containers.ts';
import { openingKey, sealingKey, signingKey, verifyingKey } from '../sealing/keys.ts';
import type { KeyFile } from './key-file.ts';
import type { TeamSecrets } from './package.ts';

/** A team's keys, as handles that cannot be exported. */
export interface TeamKeys {
  readonly team: string;
  readonly opening: RecipientKey;
  readonly sealing: RecipientKey;
  readonly order: RecipientKey;
  /** From before the team's keys were replaced: they open what was sealed then, and nothing else. */
  readonly older: readonly RecipientKey[];
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
        older: [],
      })),
    );
    return new Keyring(file.handle, await verifyingKey(file.line), teams);
  }

  /** @param today the keys of the signed records of today; @param earlier what the same teams had before */
  static async of(handle: string, today: readonly TeamSecrets[], earlier: readonly TeamSecrets[]): Promise<Keyring> {
    const file = { handle, line: today[0]!.line, teams: today };
    const older = await Promise.all(earlier.map(async ({ team, encryption }) => ({ team, key: await openingKey(encryption) })));
    const ring = await Keyring.open(file);
    return new Keyring(handle, ring.line, ring.teams.map((keys) => ({ ...keys, older: older.filter((one) => one.team === keys.team).map((one) => one.key) })));
  }

  teamIds(): readonly string[] {
    return this.teams.map((keys) => keys.team);
  }

  ofTeam(team: string): TeamKeys | undefined {
    return this.teams.find((keys) => keys.team === team);
  }

  /** The keys for a case: of the first of its teams that this person belongs to. Those that are let in later stand last among them. */
  forCase(teams: readonly string[]): TeamKeys | undefined {
    return teams.map((team) => this.ofTeam(team)).find((keys) => keys !== undefined);
  }

  /** Any of one's own, for what only oneself shall read. */
  own(): TeamKeys {
    return this.teams[0]!;
  }
}

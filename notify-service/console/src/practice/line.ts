import type { KeyFile } from '../keys/key-file.ts';
import { pair, signed } from './keys.ts';
import type { Pair } from './keys.ts';

export interface PracticeTeam {
  readonly id: string;
  readonly encryption: Pair;
  readonly order: Pair;
  /** Signed by the line. */
  readonly record: string;
}

export const MINE = 'practice';
export const NEIGHBOURS = 'practice-2';

/** A line of two teams that exists in this page alone: what its administrator, intake and the vault would hold. */
export class PracticeLine {
  private constructor(
    readonly key: Pair,
    readonly vault: Pair,
    readonly relay: Pair,
    readonly lineRecord: string,
    readonly relayRecord: string,
    readonly mine: PracticeTeam,
    readonly neighbours: PracticeTeam,
  ) {}

  /** @param language what the made-up people write */
  static async make(language: string): Promise<PracticeLine> {
    const [line, intake, vault, relay] = await Promise.all([pair('ES256'), pair('ES256'), pair(), pair()]);
    return new PracticeLine(line, vault, relay,
      await signed('ovoz-line', line, { version: 1, signingKey: intake.public }),
      await signed('ovoz-relay', intake, { key: relay.public, notAfter: '2099-01-01T00:00:00Z' }),
      await team(MINE, line, [language], ['RU', 'ZZ']),
      await team(NEIGHBOURS, line, [language], ['KZ', 'KG']));
  }

  get teams(): readonly PracticeTeam[] {
    return [this.mine, this.neighbours];
  }

  team(id: string): PracticeTeam | undefined {
    return this.teams.find((team) => team.id === id);
  }

  /** What the person who practises would have got from a colleague. */
  keyFile(handle: string): KeyFile {
    const { id, encryption, order } = this.mine;
    return { handle, line: this.key.public, teams: [{ team: id, encryption: encryption.private, order: order.private }] };
  }
}

async function team(id: string, line: Pair, languages: readonly string[], regions: readonly string[]): Promise<PracticeTeam> {
  const [encryption, order] = await Promise.all([pair(), pair('ES256')]);
  const record = await signed('ovoz-team', line, {
    id, organisation: 'practice', version: 1, languages, regions, needs: [], childQualified: true, escalation: false, suspended: false,
    encryptionKey: encryption.public, orderKey: order.public,
  });
  return { id, encryption, order, record };
}

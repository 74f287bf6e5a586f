import type { Holders, KeyApi, Member, Recovery, SealedPackage } from '../desk/key-api.ts';
import { Problem } from '../desk/problem.ts';
import type { RecipientKey } from '../sealing/containers.ts';
import { isPublicJwk, kidOf, sealingKey, signingKey, verifyingKey } from '../sealing/keys.ts';
import type { EcJwk } from '../sealing/keys.ts';
import { ForgedRecord, verified } from '../teams/signed.ts';
import { admitted, isAdmitted, signAdmission } from './admission.ts';
import { isFingerprint } from './fingerprint.ts';
import type { KeyFile } from './key-file.ts';
import type { MyKey } from './my-key.ts';
import { sealPackage } from './package.ts';
import type { TeamSecrets } from './package.ts';

/** Whom the admission of a recovery key names, since it is nobody's. */
const RECOVERY = 'recovery';

/** A colleague as far as keys go. `unvouched`: the desk says that they hold the keys, and no holder has signed that. */
export interface Colleague {
  readonly id: string;
  readonly handle: string;
  readonly standing: 'holds' | 'unvouched' | 'waits' | 'no-key';
  /** The day on which a holder let them in, as that holder signed it. */
  readonly since: string | undefined;
  readonly member: Member;
}

/** Who holds a team's keys, and letting others in. */
export class Admit {
  constructor(
    private readonly api: KeyApi,
    private readonly mine: MyKey,
    private readonly me: { readonly id: string },
  ) {}

  /** Throws `ForgedRecord` when the line did not sign the team's record. */
  async colleagues(team: string, line: RecipientKey): Promise<readonly Colleague[]> {
    const holders = await this.api.holders(team);
    const order = await orderKeyOf(holders, line);
    return Promise.all(holders.members.map(async (member) => ({ id: member.id, handle: member.handle, ...(await standing(team, member, order)), member })));
  }

  /**
   * Gives the team's keys to a member, once the fingerprint that they read out was typed here and is that of the key the desk names as
   * theirs. Otherwise false, the coordinators are told, and nothing was given.
   */
  async admit(team: string, member: Member, typed: string): Promise<boolean> {
    const key = member.publicKey;
    const kid = isPublicJwk(key) ? await kidOf(key) : undefined;
    if (kid === undefined || kid !== member.kid || !isFingerprint(typed, kid)) {
      await this.api.mismatch(team, member.id);
      return false;
    }
    await this.#give(team, member.id, await sealingKey(key!), await this.mine.secretsOf(team));
    return true;
  }

  /** Takes over a key file: its teams' keys are sealed to one's own key, and from then on open with it. */
  async takeOver(file: KeyFile): Promise<void> {
    const own = await sealingKeyOf(this.mine, this.api);
    await this.#giveAll(await Promise.all(file.teams.map(async ({ team, encryption, order }) => ({ line: file.line, team, encryption, order, kid: await kidOf(encryption) }))), own);
  }

  isMe(person: string): boolean {
    return person === this.me.id;
  }

  async giveToMe(team: string, secrets: TeamSecrets): Promise<void> {
    await this.giveTo(team, this.me.id, await sealingKeyOf(this.mine, this.api), secrets);
  }

  async giveTo(team: string, person: string, to: RecipientKey, secrets: TeamSecrets): Promise<void> {
    await this.#give(team, person, to, [{ ...secrets, kid: await kidOf(secrets.encryption) }]);
  }

  /** The recovery keys that a holder vouched for under the keys of today, and so may have the next ones. */
  async papersOf(team: string, today: TeamSecrets): Promise<readonly Recovery[]> {
    const [order, kid] = await Promise.all([verifyingKey(today.order), kidOf(today.encryption)]);
    const vouched = await Promise.all((await this.api.recoveries()).map(async (one) => {
      const admission = one.packages.find((its) => its.team === team && its.kid === kid)?.admission ?? null;
      return (await isAdmitted(admission, { team, person: RECOVERY, kid: await kidOf(one.publicKey) }, order)) ? one : undefined;
    }));
    return vouched.filter((one) => one !== undefined);
  }

  async giveToPapers(recovery: Recovery, next: TeamSecrets): Promise<void> {
    await this.api.addPackage(recovery.kid, await packageFor(recovery.publicKey, next));
  }

  /** Keeps a recovery key with the keys of all teams that are open here. */
  async keepPapers(publicKey: EcJwk, shares: number, needed: number, teams: readonly string[]): Promise<void> {
    const all = (await Promise.all(teams.map((team) => this.mine.secretsOf(team)))).flat();
    const packages = await Promise.all(all.map((secrets) => packageFor(publicKey, secrets)));
    await this.api.setRecovery({ publicKey, shares, needed, packages });
  }

  /** One's own key gets what the papers opened. */
  async recover(secrets: readonly (TeamSecrets & { kid: string })[]): Promise<void> {
    const own = await sealingKeyOf(this.mine, this.api);
    await this.#giveAll(secrets, own);
  }

  /** To oneself, team by team: one that one has left since does not keep the others away. */
  async #giveAll(secrets: readonly (TeamSecrets & { kid: string })[], own: RecipientKey): Promise<void> {
    const left: Problem[] = [];
    const teams = new Set(secrets.map((one) => one.team));
    for (const team of teams) {
      await this.#give(team, this.me.id, own, secrets.filter((one) => one.team === team)).catch((failure: unknown) => {
        if (!(failure instanceof Problem) || failure.status !== 404) throw failure;
        left.push(failure);
      });
    }
    if (left.length === teams.size && left[0] !== undefined) throw left[0];
    await this.mine.lookAgain();
  }

  async #give(team: string, person: string, to: RecipientKey, secrets: readonly (TeamSecrets & { kid: string })[]): Promise<void> {
    const keys = await Promise.all(secrets.map(async ({ kid, ...own }) => ({ kid, jwe: await sealPackage(own, to) })));
    const order = await signingKey(secrets[0]!.order);
    const admission = await signAdmission({ team, person, kid: to.kid }, order);
    await this.api.give(team, person, { personKid: to.kid, admission, keys });
  }
}

async function packageFor(publicKey: EcJwk, secrets: TeamSecrets): Promise<SealedPackage & { admission: string }> {
  const { line, team, encryption, order } = secrets;
  const to = await sealingKey(publicKey);
  const admission = await signAdmission({ team, person: RECOVERY, kid: to.kid }, await signingKey(order));
  return { team, kid: await kidOf(encryption), jwe: await sealPackage({ line, team, encryption, order }, to), admission };
}

/** One's own public key as the desk has it: of the key that is open here, or refused. */
async function sealingKeyOf(mine: MyKey, api: KeyApi): Promise<RecipientKey> {
  const kept = await api.mine();
  const own = await sealingKey(kept!.publicKey);
  if (own.kid !== mine.own?.kid) throw new ForgedRecord('ovoz-key');
  return own;
}

async function orderKeyOf(holders: Holders, line: RecipientKey): Promise<RecipientKey> {
  const record = await verified(holders.record, 'ovoz-team', line);
  if (record['id'] !== holders.team || !isPublicJwk(record['orderKey'])) throw new ForgedRecord('ovoz-team');
  return verifyingKey(record['orderKey']);
}

async function standing(team: string, member: Member, order: RecipientKey): Promise<Pick<Colleague, 'standing' | 'since'>> {
  if (!member.kid) return { standing: 'no-key', since: undefined };
  if (!member.holds) return { standing: 'waits', since: undefined };
  const vouched = await admitted(member.admission ?? null, { team, person: member.id, kid: member.kid }, order);
  return vouched === undefined ? { standing: 'unvouched', since: undefined } : { standing: 'holds', since: vouched.on };
}

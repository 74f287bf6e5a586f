import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Member } from '../src/desk/key-api.ts';
import type { Admit } from '../src/keys/admit.ts';
import { bytesOf, groups } from '../src/keys/base32.ts';
import { openPackage, sealPackage } from '../src/keys/package.ts';
import type { TeamSecrets } from '../src/keys/package.ts';
import { makePapers, openWithPapers, readPaper } from '../src/keys/papers.ts';
import { signRecord } from '../src/keys/record.ts';
import { proposeNewKeys, readProposal } from '../src/keys/rotate.ts';
import { CannotOpen } from '../src/sealing/containers.ts';
import type { RecipientKey } from '../src/sealing/containers.ts';
import { kidOf, openingKey, sealingKey, signingKey, verifyingKey } from '../src/sealing/keys.ts';
import { verifiedTeam } from '../src/teams/recipients.ts';
import { ForgedRecord } from '../src/teams/signed.ts';
import { pair, signed } from './mock/world.ts';

const [line, encryption, order, member, ghost] = await Promise.all([pair('ES256'), pair(), pair('ES256'), pair(), pair()]);
const kid = await kidOf(encryption.public);
const secrets: TeamSecrets = { line: line.public, team: 'north', encryption: encryption.private, order: order.private };

describe('recovery papers', () => {
  it('bring the teams’ keys back, any three of five, however they were typed', async () => {
    const { publicKey, papers } = await makePapers(5, 3);
    const sealed = [{ team: 'north', kid, jwe: await sealPackage(secrets, await sealingKey(publicKey)) }];
    const typed = papers.map((paper) => paper.join(' ').toLowerCase().replaceAll('0', 'O'));
    for (const three of [[0, 1, 2], [4, 2, 0], [1, 3, 4]]) {
      const read = await Promise.all(three.map((i) => readPaper(typed[i]!)));
      const { secrets: [opened], failed } = await openWithPapers(read.map((one) => one!), publicKey, sealed);
      assert.deepEqual(failed, []);
      assert.equal(opened!.encryption.d, encryption.private.d);
    }
  });

  it('say nothing when they are too few, or of another key', async () => {
    const [one, other] = [await makePapers(3, 2), await makePapers(3, 2)];
    const sealed = [{ team: 'north', kid, jwe: await sealPackage(secrets, await sealingKey(one.publicKey)) }];
    const read = async (paper: readonly string[]) => (await readPaper(paper.join('')))!;
    await assert.rejects(openWithPapers([await read(one.papers[0]!)], one.publicKey, sealed), CannotOpen);
    await assert.rejects(openWithPapers([await read(one.papers[0]!), await read(one.papers[0]!)], one.publicKey, sealed), CannotOpen, 'the same twice');
    await assert.rejects(openWithPapers([await read(one.papers[0]!), await read(other.papers[1]!)], one.publicKey, sealed), CannotOpen);
    await assert.rejects(openWithPapers([await read(other.papers[0]!), await read(other.papers[1]!)], one.publicKey, sealed), CannotOpen);
  });

  it('open what they can, and name what they cannot', async () => {
    const [one, other] = [await makePapers(2, 2), await makePapers(2, 2)];
    const sealed = [
      { team: 'south', kid, jwe: await sealPackage({ ...secrets, team: 'south' }, await sealingKey(other.publicKey)) },
      { team: 'north', kid, jwe: await sealPackage(secrets, await sealingKey(one.publicKey)) },
    ];
    const read = await Promise.all(one.papers.map(async (paper) => (await readPaper(paper.join('')))!));
    const opened = await openWithPapers(read, one.publicKey, sealed);
    assert.deepEqual([opened.secrets.map(({ team }) => team), opened.failed], [['north'], ['south']]);
  });

  it('show a letter that was copied wrong or left out', async () => {
    const paper = (await makePapers(2, 2)).papers[0]!.join('');
    assert.ok(await readPaper(paper));
    for (let i = 0; i < paper.length; i += 7) {
      const wrong = paper[i] === 'A' ? 'B' : 'A';
      assert.equal(await readPaper(paper.slice(0, i) + wrong + paper.slice(i + 1)), undefined, `letter ${i}`);
      assert.equal(await readPaper(paper.slice(0, i) + paper.slice(i + 1)), undefined, `without letter ${i}`);
    }
    assert.equal(await readPaper(''), undefined);
    assert.equal(await readPaper('U'.repeat(56)), undefined);
  });

  it('are letters that give the same bytes again', () => {
    for (let length = 0; length < 40; length++) {
      const bytes = crypto.getRandomValues(new Uint8Array(length));
      assert.deepEqual(bytesOf(groups(bytes).join(' ')), bytes);
    }
  });
});

describe('new keys for a team', () => {
  const record = () => signed('ovoz-team', line, { id: 'north', organisation: 'n', version: 4, languages: ['uz-Latn'], regions: ['RU'], needs: [], suspended: false, encryptionKey: encryption.public, orderKey: order.public });

  async function propose(): Promise<{ given: Map<string, string[]>; jws: string; compare: string }> {
    const given = new Map<string, string[]>();
    const steps: string[] = [];
    let jws = '';
    const next = async (id: string, to: RecipientKey, own: TeamSecrets) => given.set(id, [await kidOf(own.encryption), await sealPackage(own, to)]) && steps.push(id);
    const colleagues = [
      { id: 'me', handle: 'me', standing: 'holds', member: {} as Member },
      { id: 'bek', handle: 'bek', standing: 'holds', member: { publicKey: member.public, kid: await kidOf(member.public) } as unknown as Member },
      { id: 'left', handle: 'left', standing: 'holds', member: { publicKey: ghost.public, kid: await kidOf(ghost.public) } as unknown as Member },
      { id: 'ghost', handle: 'ghost', standing: 'unvouched', member: { publicKey: ghost.public, kid: await kidOf(ghost.public) } as unknown as Member },
    ];
    const admit = {
      colleagues: async () => colleagues,
      isMe: (id: string) => id === 'me',
      giveToMe: async (_: string, own: TeamSecrets) => next('me', await sealingKey(member.public), own),
      giveTo: async (_: string, id: string, to: RecipientKey, own: TeamSecrets) => next(id, to, own),
      papersOf: async () => [{}],
      giveToPapers: async () => steps.push('papers'),
    } as unknown as Admit;
    const api = { propose: async (_: string, text: string) => steps.push('proposed') && (jws = text) };
    const compare = await proposeNewKeys('north', secrets, await record(), ['bek', 'ghost'], admit, api as never, async (own, version) => void steps.push(`handed on ${await kidOf(own.encryption) === given.get('me')![0]} ${version}`));
    assert.deepEqual(steps, ['me', 'bek', 'papers', 'proposed', 'handed on true 5'], 'given first, then proposed; what needs a proposal last');
    return { given, jws, compare };
  }

  it('go to those who were vouched for and to no ghost, and count once the line signed them', async () => {
    const { given, jws, compare } = await propose();
    assert.deepEqual([...given.keys()], ['me', 'bek'], 'neither a ghost nor who was not chosen');
    const asks = await readProposal(await record(), jws, await verifyingKey(line.public));
    assert.equal(asks.compare, compare, 'both ends see the same');
    const opened = await openPackage(given.get('bek')![1]!, 'north', given.get('bek')![0]!, await openingKey(member.private));
    assert.notEqual(opened.encryption.d, encryption.private.d);
    const published = await signRecord(asks.next, await signingKey(line.private));
    const team = await verifiedTeam(published, await verifyingKey(line.public), new Map([['north', 5]]));
    assert.deepEqual([team.version, team.encryption.kid], [5, given.get('bek')![0]]);
  });

  it('are not put before the line by whoever does not hold those of today, nor with other changes', async () => {
    const { jws } = await propose();
    const asked = JSON.parse(Buffer.from(jws.split('.')[1]!, 'base64url').toString());
    const lines = await verifyingKey(line.public);
    const read = async (by: typeof order, change: object) => readProposal(await record(), await signed('ovoz-team-proposal', by, { ...asked, ...change }), lines);
    const { compare } = await read(order, {});
    assert.notEqual((await read(order, { orderKey: ghost.public })).compare, compare, 'another order key does not look the same');
    await assert.rejects(read(await pair('ES256'), {}), ForgedRecord);
    for (const change of [{ regions: ['KZ'] }, { version: 9 }, { escalation: true }, { id: 'south' }, { encryptionKey: {} }]) {
      await assert.rejects(read(order, change), ForgedRecord, JSON.stringify(change));
    }
    await assert.rejects(readProposal(await signed('ovoz-team', ghost, asked), jws, lines), ForgedRecord);
  });
});

import { newId } from '../../src/sealing/seal.ts';
import { later } from './world.ts';
import type { MockCase, World } from './world.ts';

/** A queue with one of everything a responder meets. */
export async function someCases(world: World): Promise<Record<string, MockCase>> {
  const now = new Date().toISOString();
  const ago = (minutes: number) => later(now, -minutes);
  return {
    K7Q2: await world.addCase({ shortId: 'K7Q2', receivedAt: ago(3), lastWroteAt: ago(2), readBy: later(now, 12) },
      ['Assalomu alaykum. Yordam kerak, doʻkonda ushlab turishibdi.', 'Pasportimni olib qoʻyishgan <b>bozor</b> yonida \u{1F64F}']),
    M3XT: await world.addCase({ shortId: 'M3XT', danger: true, child: true, language: 'ky', region: 'KZ', receivedAt: ago(21), lastWroteAt: ago(21), readBy: ago(6), texts: 'unknown' },
      ['Жардам бергиле']),
    P4HN: await world.addCase({ shortId: 'P4HN', language: 'ru', region: 'ZZ', channel: 'web', state: 'claimed', claimedBy: 'vera', receivedAt: ago(130), lastWroteAt: ago(48), readBy: null, leaseUntil: later(now, 25), opened: true },
      ['Здравствуйте']),
    T9WC: await world.addCase({ shortId: 'T9WC', language: 'und', region: 'TJ', channel: 'voice', receivedAt: ago(1), lastWroteAt: ago(1), readBy: later(now, 14), texts: 'refused' },
      ['\u{1F64F}']),
    B2DF: await world.addCase({ shortId: 'B2DF', language: 'kk', region: 'KZ', state: 'closed', receivedAt: ago(3000), lastWroteAt: ago(2900), readBy: null, opened: true },
      ['Рахмет']),
  };
}

const LANGUAGES = ['uz-Latn', 'ru', 'kk', 'ky', 'tg', 'uk', 'vi'];
const REGIONS = ['RU-MOW', 'RU', 'KZ', 'ZZ', 'TR'];
const CHANNELS = ['sms', 'web', 'voice'];
const SHORT = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A queue as it has never been hoped for: so many that wait or are held, without a word in them. All are due later than now. */
export function manyCases(world: World, count: number): void {
  const now = new Date().toISOString();
  for (let n = 0; n < count; n += 1) {
    const id = newId();
    const held = n % 6 === 5;
    const view: MockCase['view'] = {
      id, shortId: `Z${SHORT[(n >> 10) & 31]}${SHORT[(n >> 5) & 31]}${SHORT[n & 31]}`, state: held ? 'claimed' : 'waiting', language: LANGUAGES[n % 7]!, region: REGIONS[n % 5]!,
      channel: CHANNELS[n % 3]!, danger: n % 9 === 0, child: n % 11 === 0, receivedAt: later(now, -n % 300), lastWroteAt: later(now, -n % 200),
      readBy: held ? null : later(now, 20 + (n % 997) / 10), claimedBy: held ? 'vera' : null, leaseUntil: held ? later(now, 20 + (n % 50)) : null,
      teams: world.teams.map((team) => team.id), texts: 'allowed', opened: held, replies: { accepted: 0, sent: 0, delivered: 0, refused: 0, failed: 0, unknown: 0 },
    };
    world.cases.set(id, { view, timeline: [], items: [], chunks: new Map() });
  }
}

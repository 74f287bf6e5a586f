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

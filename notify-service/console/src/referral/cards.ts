import AE from '../../emergency/AE.json';
import BH from '../../emergency/BH.json';
import BY from '../../emergency/BY.json';
import CN from '../../emergency/CN.json';
import KG from '../../emergency/KG.json';
import KZ from '../../emergency/KZ.json';
import MD from '../../emergency/MD.json';
import NG from '../../emergency/NG.json';
import PH from '../../emergency/PH.json';
import RU from '../../emergency/RU.json';
import TJ from '../../emergency/TJ.json';
import TR from '../../emergency/TR.json';
import UA from '../../emergency/UA.json';
import UZ from '../../emergency/UZ.json';
import VN from '../../emergency/VN.json';
import type { Whom } from '../desk/referral-api.ts';

/**
 * A region's public emergency numbers. They come with the bundle, whose hash is published, and not from the desk: whoever took the desk
 * cannot put a number of their own on the card.
 */
export interface Card {
  readonly reviewed: string;
  readonly general?: string;
  readonly police?: string;
  readonly ambulance?: string;
  readonly fire?: string;
}

const CARDS: Readonly<Record<string, Card>> = { AE, BH, BY, CN, KG, KZ, MD, NG, PH, RU, TJ, TR, UA, UZ, VN };

/** A part of a country has its country's. Undefined where no number is certain. */
export function cardOf(region: string): Card | undefined {
  const country = region.split('-')[0]!;
  return Object.hasOwn(CARDS, country) ? CARDS[country] : undefined;
}

/** Whom one calls by which number there: the one of its own, else the one for everything. */
export function numberFor(region: string, whom: Whom): string | undefined {
  const card = cardOf(region);
  return card?.[whom] ?? card?.general;
}

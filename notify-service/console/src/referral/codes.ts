import { t } from '../language/messages.ts';
import type { MessageKey } from '../language/messages.ts';
import { tOr } from '../language/messages.ts';
import { languageName, regionName } from '../language/names.ts';

/** Where people are exploited and helped, and in which languages: lists of data, not of rules. */
export const REGIONS = ['RU', 'RU-MOW', 'KZ', 'KG', 'UZ', 'TJ', 'UA', 'BY', 'MD', 'TR', 'AE', 'BH', 'CN', 'KP', 'PH', 'VN', 'NG', 'SY', 'LY', 'CF'] as const;
export const LANGUAGES = ['ru', 'uz-Latn', 'uz-Cyrl', 'kk', 'ky', 'tg', 'uk', 'en', 'ko', 'vi', 'zh', 'tk', 'ro', 'tr', 'fil', 'ar', 'fr', 'mn', 'az', 'hy', 'ka'] as const;
export const NEEDS = ['shelter', 'food', 'legal', 'medical', 'psychosocial', 'interpretation', 'return-of-documents', 'wage-recovery', 'repatriation', 'compensation',
  'consular-help', 'forensic-examination', 'reintegration', 'sexual-violence-care', 'employment', 'financial-support', 'maternity-care', 'safe-exit', 'deportation-defence',
  'protection'] as const;
export const KINDS = ['ngo', 'shelter', 'legal-aid', 'clinic', 'crisis-centre', 'international', 'consulate', 'union', 'community', 'state', 'other'] as const;
export const REASONS = ['handed-over', 'tells-others', 'tied', 'demands', 'harm', 'closed', 'other'] as const;
export const OUTCOMES = ['pending', 'taken', 'refused', 'not-reached', 'unknown'] as const;

export interface Named {
  readonly code: string;
  readonly name: string;
}

export const needName = (code: string): string => named(`need.${code}`, code);
export const kindName = (code: string): string => named(`services.kind.${code}`, code);
export const reasonName = (code: string): string => named(`services.reason.${code}`, code);
export const outcomeName = (code: string): string => named(`referral.outcome.${code}`, code);

export const namesOf = (codes: readonly string[], name: (code: string) => string): readonly Named[] => codes.map((code) => ({ code, name: name(code) }));
export const regions = (): readonly Named[] => namesOf(REGIONS, regionName);
export const languages = (): readonly Named[] => namesOf(LANGUAGES, languageName);
export const needs = (): readonly Named[] => namesOf(NEEDS, needName);

export function dayName(day: number): string {
  return t(`services.day.${day}` as MessageKey);
}

/** A code of a newer desk is shown as it is. */
function named(key: string, code: string): string {
  const name = tOr(key, 'fact.unknown');
  return name === t('fact.unknown') && code !== 'unknown' ? code.replaceAll('-', ' ') : name;
}

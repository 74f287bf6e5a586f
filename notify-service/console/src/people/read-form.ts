import type { Channel, Interpreter, Person, PersonForm, QuietHours, Spoken } from '../desk/people-api.ts';
import { field } from '../referral/fields.ts';
import { hoursOf } from '../referral/hours.ts';

export const CHANNELS: readonly Channel[] = ['sms', 'call', 'email'];
export const ROLES = ['responder', 'coordinator', 'admin', 'auditor'] as const;
export const GENDERS = ['unsaid', 'woman', 'man', 'other'] as const;

const all = (fields: FormData, name: string): readonly string[] => fields.getAll(name).map(String);

/** Somebody new, as the form says. */
export function readInvitation(fields: FormData): PersonForm {
  return { ...said(fields), handle: field(fields, 'handle').toLowerCase(), organisation: field(fields, 'organisation'), teams: all(fields, 'teams'), roles: all(fields, 'roles') };
}

/** What is not asked here stays: where a person belongs is changed by moving them, their roles at the login server. */
export function readChange(fields: FormData, { handle, organisation, teams }: Person): PersonForm {
  return { ...said(fields), handle, organisation, teams };
}

function said(fields: FormData): Pick<PersonForm, 'languages' | 'channels' | 'onCall' | 'quiet' | 'coverText'> {
  return { languages: all(fields, 'languages'), channels: readChannels(fields), onCall: fields.has('onCall'), quiet: readQuiet(fields) ?? null, coverText: field(fields, 'coverText') || null };
}

/** What nothing is typed for stays as it is, unless it is to be taken out. */
export function readChannels(fields: FormData): Partial<Record<Channel, string>> {
  return Object.fromEntries(CHANNELS.flatMap((channel) => {
    if (fields.has(`without-${channel}`)) return [[channel, '']];
    const typed = channel === 'email' ? field(fields, channel) : field(fields, channel).replace(/[\s()-]/g, '');
    return typed === '' ? [] : [[channel, typed]];
  }));
}

export function readQuiet(fields: FormData): QuietHours | undefined {
  const [from, until, zone] = [field(fields, 'quietFrom'), field(fields, 'quietUntil'), field(fields, 'zone')];
  return from === '' || until === '' || zone === '' ? undefined : { from, until, zone };
}

export function readInterpreter(fields: FormData): Interpreter {
  return {
    gender: field(fields, 'gender'), zone: field(fields, 'zone'), weekly: hoursOf(field(fields, 'weekly')) ?? [], ties: lines(field(fields, 'ties')),
    languages: spokenOf(all(fields, 'languages'), field(fields, 'dialects')),
  };
}

/** The languages that are ticked; where a line names one, in that form of it: `uz-Latn Khorezm`. */
export function spokenOf(ticked: readonly string[], typed: string): readonly Spoken[] {
  const forms = lines(typed).map((line) => /^(\S+)\s+(.+)$/.exec(line)).flatMap((found) => (found === null ? [] : [{ language: found[1]!, dialect: found[2]! }]));
  return [...ticked.filter((language) => !forms.some((one) => one.language === language)).map((language) => ({ language })), ...forms.filter((one) => ticked.includes(one.language))];
}

/** Every line names a ticked language and says in which form. */
export function dialectsFit(ticked: readonly string[], typed: string): boolean {
  return lines(typed).every((line) => /^\S+\s+.{2,60}$/.test(line) && ticked.includes(line.split(/\s/)[0]!));
}

export const typedDialects = (spoken: readonly Spoken[]): string => spoken.filter((one) => one.dialect).map((one) => `${one.language} ${one.dialect}`).join('\n');

export function lines(text: string): readonly string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

/** Dates, a line each; undefined where one is none. */
export function daysOf(text: string): readonly string[] | undefined {
  const days = lines(text);
  return days.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)) ? days : undefined;
}

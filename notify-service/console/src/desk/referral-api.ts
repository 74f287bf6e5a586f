import type { Desk } from './desk.ts';

/** The desk's answers about services and referrals: codes, and what a service says of itself. Nothing here is a reporter's. */
export interface Opening {
  readonly day: number;
  readonly opens: string;
  readonly closes: string;
}

export interface ServiceForm {
  readonly name: string;
  readonly kind: string;
  readonly regions: readonly string[];
  readonly languages: readonly string[];
  readonly needs: readonly string[];
  readonly zone: string;
  readonly weekly: readonly Opening[];
  readonly takesUndocumented: boolean;
  readonly takesChildren: boolean;
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly address?: string | null;
}

export interface Service {
  readonly id: string;
  readonly service: ServiceForm;
  readonly open?: boolean | null;
  readonly checkedAt: string;
  readonly checkedBy?: string | null;
  readonly unchecked: boolean;
  readonly neverRefer?: { readonly reason: string; readonly at: string; readonly by?: string | null } | null;
}

/** What is looked for; an empty code does not matter. */
export interface Question {
  readonly region: string;
  readonly need: string;
  readonly language: string;
  readonly open: boolean;
  readonly undocumented: boolean;
  readonly child: boolean;
}

export interface ReferralForm {
  readonly kind: 'referral' | 'information';
  readonly service: string;
  readonly purpose: string;
  readonly consentedOn?: string | undefined;
  readonly followUpOn?: string | undefined;
}

export interface Referral {
  readonly id: string;
  readonly kind: 'referral' | 'information';
  readonly serviceId: string;
  readonly service: string;
  readonly neverRefer: boolean;
  readonly purpose: string;
  readonly consentedOn?: string | null;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly outcome: Outcome;
  readonly followUpOn?: string | null;
}

export type Outcome = 'pending' | 'taken' | 'refused' | 'not-reached' | 'unknown';
export type Whom = 'ambulance' | 'police';

export interface EmergencyCall {
  readonly id: string;
  readonly whom: Whom;
  readonly region: string;
  readonly consentedOn: string;
  readonly state: 'asked' | 'confirmed' | 'declined' | 'lapsed';
  readonly askedBy: string;
  readonly askedAt: string;
  readonly until: string;
  readonly answeredBy?: string | null;
  readonly outcome: Outcome;
}

/** The part of the desk's API that knows who else helps. */
export class ReferralApi {
  constructor(private readonly desk: Desk) {}

  async services(asked: Question): Promise<readonly Service[]> {
    return (await this.desk.ask<{ services: readonly Service[] }>('GET', `services${query(asked)}`)).services;
  }

  async saveService(id: string, service: ServiceForm): Promise<void> {
    await this.desk.ask('PUT', `services/${id}`, service);
  }

  async checkService(id: string): Promise<void> {
    await this.desk.ask('POST', `services/${id}/check`);
  }

  async sendNobodyTo(id: string, reason: string): Promise<void> {
    await this.desk.ask('POST', `services/${id}/never-refer`, { reason });
  }

  async sendAgainTo(id: string): Promise<void> {
    await this.desk.ask('DELETE', `services/${id}/never-refer`);
  }

  async referrals(report: string): Promise<readonly Referral[]> {
    return (await this.desk.ask<{ referrals: readonly Referral[] }>('GET', `cases/${report}/referrals`)).referrals;
  }

  async refer(report: string, id: string, referral: ReferralForm): Promise<void> {
    await this.desk.ask('PUT', `cases/${report}/referrals/${id}`, referral);
  }

  async follow(report: string, id: string, outcome: Outcome, followUpOn: string | undefined): Promise<void> {
    await this.desk.ask('POST', `cases/${report}/referrals/${id}/outcome`, { outcome, followUpOn });
  }

  async calls(report: string): Promise<readonly EmergencyCall[]> {
    return (await this.desk.ask<{ calls: readonly EmergencyCall[] }>('GET', `cases/${report}/emergency-calls`)).calls;
  }

  async askToCall(report: string, id: string, wish: { whom: Whom; region: string; consentedOn: string }): Promise<void> {
    await this.desk.ask('PUT', `cases/${report}/emergency-calls/${id}`, wish);
  }

  async answerCall(report: string, id: string, answer: 'confirm' | 'decline'): Promise<void> {
    await this.desk.ask('POST', `cases/${report}/emergency-calls/${id}/${answer}`);
  }

  async followCall(report: string, id: string, outcome: Outcome): Promise<void> {
    await this.desk.ask('POST', `cases/${report}/emergency-calls/${id}/outcome`, { outcome });
  }
}

export function query({ region, need, language, open, undocumented, child }: Question): string {
  const asked = new URLSearchParams();
  if (region !== '') asked.set('region', region);
  if (need !== '') asked.set('need', need);
  if (language !== '') asked.set('language', language);
  if (open) asked.set('open', 'now');
  if (undocumented) asked.set('undocumented', 'true');
  if (child) asked.set('child', 'true');
  return asked.size === 0 ? '' : `?${asked}`;
}

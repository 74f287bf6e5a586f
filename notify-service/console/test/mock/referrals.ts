import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EmergencyCall, Referral, ReferralForm, Service, ServiceForm } from '../../src/desk/referral-api.ts';
import { json, text } from './provider.ts';
import { later } from './world.ts';
import type { MockCase } from './world.ts';

type Change = (one: MockCase, what: string, who: string) => void;

/** What the desk keeps of services, referrals and calls for help; as strict as the desk. */
export class MockReferrals {
  readonly services: Service[] = [
    service('a1', 'Warm House', { regions: ['RU'], needs: ['shelter', 'food'], takesUndocumented: true, takesChildren: true, weekly: [{ day: 1, opens: '00:00:00', closes: '00:00:00' }] }, { open: true }),
    service('a2', 'Right to Wages', { kind: 'legal-aid', regions: ['RU-MOW', 'UZ'], needs: ['legal', 'wage-recovery'], email: 'office@wages.example' }, { unchecked: true, checkedAt: '2026-01-05T10:00:00Z' }),
    service('a3', 'Good Samaritans', { kind: 'community', regions: ['RU', 'UZ'], needs: ['shelter'] }, { neverRefer: { reason: 'handed-over', at: '2026-10-01T10:00:00Z', by: 'vera' } }),
  ];
  readonly referrals = new Map<string, Referral[]>();
  readonly calls = new Map<string, EmergencyCall[]>();

  constructor(private readonly me: { handle: string }, private readonly cases: ReadonlyMap<string, MockCase>, private readonly change: Change) {}

  async handle(request: IncomingMessage, url: URL, response: ServerResponse): Promise<boolean> {
    const [, , , root, one = '', verb, id, act] = url.pathname.split('/');
    if (root === 'services') return this.#service(request, url, one, verb, response);
    if (root !== 'cases' || (verb !== 'referrals' && verb !== 'emergency-calls')) return false;
    const report = this.cases.get(one);
    if (report === undefined) return problem(response, 404, 'unknown-report');
    if (request.method === 'GET') return json(response, verb === 'referrals' ? { referrals: this.referrals.get(one) ?? [] } : { calls: this.calls.get(one) ?? [] });
    const body = JSON.parse((await text(request)) || '{}');
    if (act === 'confirm' || act === 'decline') return this.#answer(report, id!, act, this.me.handle, response);
    if (report.view.claimedBy !== this.me.handle) return problem(response, 409, 'claim-needed');
    if (act === 'outcome') return this.#settle(report, verb, id!, body, response);
    return verb === 'referrals' ? this.#refer(report, id!, body, response) : this.#ask(report, id!, body, response);
  }

  /** As another person of the team does at their own desk. */
  async answerAs(who: string, report: MockCase, answer: 'confirm' | 'decline'): Promise<void> {
    this.#put(report, this.#latest(report).id, { state: answer === 'confirm' ? 'confirmed' : 'declined', answeredBy: who });
    this.change(report, answer === 'confirm' ? 'emergency-confirmed' : 'emergency-declined', who);
  }

  askAs(who: string, report: MockCase): void {
    this.#add(report, { id: crypto.randomUUID(), whom: 'police', region: 'UZ', consentedOn: '2026-11-24' }, who);
  }

  #service(request: IncomingMessage, url: URL, id: string, verb: string | undefined, response: ServerResponse): Promise<boolean> | boolean {
    if (id === '') return json(response, { services: this.#found(url.searchParams) });
    return this.#keep(request, id, verb, response);
  }

  async #keep(request: IncomingMessage, id: string, verb: string | undefined, response: ServerResponse): Promise<boolean> {
    const body = JSON.parse((await text(request)) || '{}');
    const at = this.services.findIndex((one) => one.id === id);
    const before = this.services[at];
    const now = new Date().toISOString();
    const next = (change: Partial<Service>): void => void (this.services[at] = { ...before!, ...change });
    if (verb === undefined) {
      if (before === undefined) this.services.push({ id, service: body as ServiceForm, checkedAt: now, checkedBy: this.me.handle, unchecked: false });
      else next({ service: body as ServiceForm });
    } else if (before === undefined) return problem(response, 404, 'unknown-service');
    else if (verb === 'check') next({ unchecked: false, checkedAt: now, checkedBy: this.me.handle });
    else next({ neverRefer: request.method === 'DELETE' ? null : { reason: body.reason, at: now, by: this.me.handle } });
    response.writeHead(204).end();
    return true;
  }

  #found(asked: URLSearchParams): Service[] {
    const region = asked.get('region');
    const fits = ({ service: one, open }: Service): boolean =>
      (region === null || one.regions.some((code) => code === region || region.startsWith(`${code}-`))) &&
      (!asked.has('need') || one.needs.includes(asked.get('need')!)) &&
      (!asked.has('language') || one.languages.includes(asked.get('language')!)) &&
      (!asked.has('open') || open === true) &&
      (!asked.has('undocumented') || one.takesUndocumented) &&
      (!asked.has('child') || one.takesChildren);
    return this.services.filter(fits).sort((a, b) => Number(Boolean(a.neverRefer)) - Number(Boolean(b.neverRefer)));
  }

  #refer(report: MockCase, id: string, form: ReferralForm, response: ServerResponse): boolean {
    const to = this.services.find((one) => one.id === form.service);
    if (to === undefined) return problem(response, 404, 'unknown-service');
    if (to.neverRefer) return problem(response, 409, 'never-refer');
    if (form.kind === 'referral' && !form.consentedOn) return problem(response, 422, 'consent-needed');
    const made: Referral = { ...form, id, serviceId: to.id, service: to.service.name, neverRefer: false, madeBy: this.me.handle, madeAt: new Date().toISOString(), outcome: 'pending' };
    this.referrals.set(report.view.id, [made, ...(this.referrals.get(report.view.id) ?? [])]);
    this.change(report, form.kind === 'referral' ? 'case-referred' : 'information-given', this.me.handle);
    response.writeHead(204).end();
    return true;
  }

  #ask(report: MockCase, id: string, wish: Pick<EmergencyCall, 'whom' | 'region' | 'consentedOn'>, response: ServerResponse): boolean {
    if (!wish.consentedOn) return problem(response, 422, 'consent-needed');
    this.#add(report, { id, ...wish }, this.me.handle);
    response.writeHead(204).end();
    return true;
  }

  #add(report: MockCase, wish: Pick<EmergencyCall, 'id' | 'whom' | 'region' | 'consentedOn'>, who: string): void {
    const now = new Date().toISOString();
    const call: EmergencyCall = { ...wish, state: 'asked', askedBy: who, askedAt: now, until: later(now, 30), outcome: 'pending' };
    this.calls.set(report.view.id, [call, ...(this.calls.get(report.view.id) ?? [])]);
    this.change(report, 'emergency-asked', who);
  }

  #answer(report: MockCase, id: string, answer: 'confirm' | 'decline', who: string, response: ServerResponse): boolean {
    const call = this.calls.get(report.view.id)?.find((one) => one.id === id);
    if (call === undefined) return problem(response, 404, 'unknown-call');
    if (call.state !== 'asked') return problem(response, 409, 'too-late');
    if (answer === 'confirm' && call.askedBy === who) return problem(response, 409, 'second-person-needed');
    this.#put(report, id, { state: answer === 'confirm' ? 'confirmed' : 'declined', answeredBy: who });
    this.change(report, answer === 'confirm' ? 'emergency-confirmed' : 'emergency-declined', who);
    response.writeHead(204).end();
    return true;
  }

  #settle(report: MockCase, what: string, id: string, body: Pick<Referral, 'outcome' | 'followUpOn'>, response: ServerResponse): boolean {
    const rid = report.view.id;
    if (what === 'referrals') this.referrals.set(rid, this.referrals.get(rid)!.map((one) => (one.id === id ? { ...one, ...body } : one)));
    else if (this.calls.get(rid)?.find((one) => one.id === id)?.state !== 'confirmed') return problem(response, 409, 'confirmation-needed');
    else this.#put(report, id, { outcome: body.outcome });
    this.change(report, what === 'referrals' ? 'referral-followed' : 'emergency-followed', this.me.handle);
    response.writeHead(204).end();
    return true;
  }

  #latest(report: MockCase): EmergencyCall {
    return this.calls.get(report.view.id)![0]!;
  }

  #put(report: MockCase, id: string, change: Partial<EmergencyCall>): void {
    this.calls.set(report.view.id, this.calls.get(report.view.id)!.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }
}

function service(id: string, name: string, form: Partial<ServiceForm>, rest: Partial<Service> = {}): Service {
  return {
    id: `00000000-0000-4000-8000-0000000000${id}`, checkedAt: new Date().toISOString(), checkedBy: 'vera', unchecked: false, ...rest,
    service: { name, kind: 'shelter', regions: ['RU'], languages: ['ru', 'uz-Latn'], needs: ['shelter'], zone: 'Europe/Moscow', weekly: [], takesUndocumented: false, takesChildren: false, phone: '+7 999 000-00-00', ...form },
  };
}

function problem(response: ServerResponse, status: number, slug: string): true {
  return json(response, { type: `urn:ovoz:problem:${slug}`, title: slug, status }, status);
}

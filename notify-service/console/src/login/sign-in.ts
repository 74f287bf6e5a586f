import * as oauth from 'oauth4webapi';
import type { Config } from './config.ts';
import { discover } from './provider.ts';
import { Session } from './session.ts';
import { language } from '../language/messages.ts';
import { signInLocale } from './sign-in-locale.ts';

const PENDING = 'ovoz.sign-in';

/** What must outlive the way to Keycloak and back; worthless once the code was redeemed, and removed before that. */
interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly route: string;
}

/** Leaves for Keycloak: code flow, PKCE. The answer comes in the fragment, so no server's log sees the code. */
export async function leaveToSignIn(config: Config): Promise<void> {
  const { server, client } = await discover(config);
  const pending: Pending = {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
    route: location.hash,
  };
  const target = new URL(server.authorization_endpoint!);
  const ask = {
    client_id: client.client_id,
    redirect_uri: ownAddress(),
    response_type: 'code',
    response_mode: 'fragment',
    scope: 'openid',
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
    ui_locales: signInLocale(language()),
  };
  for (const [name, value] of Object.entries(ask)) target.searchParams.set(name, value);
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  location.assign(target);
}

/** Back from Keycloak? Then redeems the code; else undefined. The address is cleaned first, whatever comes of it. */
export async function returnFromSignIn(config: Config): Promise<Session | undefined> {
  const answer = new URLSearchParams(location.hash.replace(/^#/, ''));
  const stored = sessionStorage.getItem(PENDING);
  sessionStorage.removeItem(PENDING);
  if (!answer.has('state')) return undefined;
  const pending = stored === null ? undefined : (JSON.parse(stored) as Pending);
  history.replaceState(null, '', location.pathname + (pending?.route ?? ''));
  if (pending === undefined || answer.has('error')) return undefined;
  return redeemed(config, answer, pending);
}

async function redeemed(config: Config, answer: URLSearchParams, pending: Pending): Promise<Session> {
  const provider = await discover(config);
  const { server, client, options } = provider;
  const code = oauth.validateAuthResponse(server, client, answer, pending.state);
  const response = await oauth.authorizationCodeGrantRequest(
    server, client, oauth.None(), code, ownAddress(), pending.verifier, options);
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: pending.nonce,
    requireIdToken: true,
  });
  return new Session(provider, tokens);
}

/** The registered redirect URI: the console's own address without route and query. */
function ownAddress(): string {
  return location.origin + location.pathname;
}

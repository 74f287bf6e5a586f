import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { SignJWT, generateKeyPair } from 'jose';

/** A stand-in for Keycloak that signs everybody in as one person: code flow with PKCE checked, refresh, end of session. */
export class MockProvider {
  readonly tokens = new Set<string>();
  refreshes = 0;
  #signing: ReturnType<typeof generateKeyPair> | undefined;
  #codes = new Map<string, { challenge: string; nonce: string }>();

  constructor(
    private readonly issuer: () => string,
    private readonly handle: string,
  ) {}

  async handleRequest(request: IncomingMessage, url: URL, response: ServerResponse): Promise<boolean> {
    const path = url.pathname.replace(/^\/realms\/ovoz/, '');
    if (path === url.pathname) return false;
    if (path === '/.well-known/openid-configuration') return json(response, this.#metadata());
    if (path === '/authorize') return this.#authorize(url, response);
    if (path === '/token') return this.#token(new URLSearchParams(await text(request)), response);
    if (path === '/logout') return redirect(response, url.searchParams.get('post_logout_redirect_uri')!);
    return false;
  }

  #metadata() {
    const issuer = this.issuer();
    return { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, end_session_endpoint: `${issuer}/logout`, authorization_response_iss_parameter_supported: true };
  }

  #authorize(url: URL, response: ServerResponse): boolean {
    const asked = url.searchParams;
    if (asked.get('response_mode') !== 'fragment' || asked.get('code_challenge_method') !== 'S256') return json(response, {}, 400);
    const code = randomUUID();
    this.#codes.set(code, { challenge: asked.get('code_challenge')!, nonce: asked.get('nonce')! });
    const answer = new URLSearchParams({ code, state: asked.get('state')!, iss: this.issuer() });
    return redirect(response, `${asked.get('redirect_uri')}#${answer}`);
  }

  async #token(form: URLSearchParams, response: ServerResponse): Promise<boolean> {
    if (form.get('grant_type') === 'refresh_token') {
      this.refreshes += 1;
      return json(response, await this.#issued(undefined));
    }
    const known = this.#codes.get(form.get('code') ?? '');
    this.#codes.delete(form.get('code') ?? '');
    const hashed = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
    if (known === undefined || known.challenge !== hashed) return json(response, { error: 'invalid_grant' }, 400);
    return json(response, await this.#issued(known.nonce));
  }

  async #issued(nonce: string | undefined) {
    const access = randomUUID();
    this.tokens.add(access);
    const { privateKey } = await (this.#signing ??= generateKeyPair('RS256'));
    const id = new SignJWT({ ...(nonce === undefined ? {} : { nonce }) })
      .setProtectedHeader({ alg: 'RS256' }).setIssuer(this.issuer()).setSubject(this.handle).setAudience('ovoz-console').setIssuedAt().setExpirationTime('5m');
    const idToken = nonce === undefined ? {} : { id_token: await id.sign(privateKey) };
    return { access_token: access, refresh_token: randomUUID(), token_type: 'Bearer', expires_in: 300, ...idToken };
  }
}

export function json(response: ServerResponse, body: object, status = 200, headers: Record<string, string> = {}): true {
  response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', ...headers });
  response.end(JSON.stringify(body));
  return true;
}

export async function text(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

function redirect(response: ServerResponse, to: string): true {
  response.writeHead(302, { Location: to });
  response.end();
  return true;
}

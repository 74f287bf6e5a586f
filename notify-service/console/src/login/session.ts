import * as oauth from 'oauth4webapi';
import type { Provider } from './provider.ts';

/** Signed out, or signed out elsewhere: only signing in again helps. */
export class SessionEnded extends Error {
  constructor() {
    super('the session has ended');
    this.name = 'SessionEnded';
  }
}

/** A sign-in whose tokens live in this object and nowhere else. */
export class Session {
  #tokens: oauth.TokenEndpointResponse;
  #expiresAt: number;
  #refreshing: Promise<void> | undefined;
  #ended = false;

  constructor(private readonly provider: Provider, tokens: oauth.TokenEndpointResponse) {
    this.#tokens = tokens;
    this.#expiresAt = expiry(tokens);
  }

  /** A token with at least half a minute left; one refresh at a time, however many ask. */
  async accessToken(): Promise<string> {
    if (this.#expiresAt - Date.now() < 30_000) await this.refresh();
    if (this.#ended) throw new SessionEnded();
    return this.#tokens.access_token;
  }

  refresh(): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  /** Where Keycloak ends its own session; this one is over at once. */
  end(): URL | undefined {
    const { server, client } = this.provider;
    const hint = this.#tokens.id_token;
    this.#ended = true;
    this.#tokens = { access_token: '', token_type: 'bearer' } as oauth.TokenEndpointResponse;
    if (server.end_session_endpoint === undefined) return undefined;
    const target = new URL(server.end_session_endpoint);
    target.searchParams.set('client_id', client.client_id);
    target.searchParams.set('post_logout_redirect_uri', location.origin + location.pathname);
    if (hint !== undefined) target.searchParams.set('id_token_hint', hint);
    return target;
  }

  /** A refusal by Keycloak ends the session; a lost connection does not. */
  async #refresh(): Promise<void> {
    const { server, client, options } = this.provider;
    const token = this.#tokens.refresh_token;
    if (this.#ended || token === undefined) throw this.#over();
    const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), token, options);
    try {
      const fresh = await oauth.processRefreshTokenResponse(server, client, response);
      this.#tokens = { ...this.#tokens, ...fresh };
      this.#expiresAt = expiry(fresh);
    } catch (refusal) {
      if (refusal instanceof oauth.ResponseBodyError) throw this.#over();
      throw refusal;
    }
  }

  #over(): SessionEnded {
    this.#ended = true;
    return new SessionEnded();
  }
}

function expiry(tokens: oauth.TokenEndpointResponse): number {
  return Date.now() + (tokens.expires_in ?? 60) * 1000;
}

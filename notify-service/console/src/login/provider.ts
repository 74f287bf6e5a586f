import * as oauth from 'oauth4webapi';
import type { Config } from './config.ts';

/** Keycloak as discovered, and this client at it. */
export interface Provider {
  readonly server: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly options: { readonly [oauth.allowInsecureRequests]?: boolean };
}

export async function discover(config: Config): Promise<Provider> {
  const issuer = new URL(config.issuer);
  const options = { [oauth.allowInsecureRequests]: isLoopback(issuer) };
  const answer = await oauth.discoveryRequest(issuer, { algorithm: 'oidc', ...options });
  return {
    server: await oauth.processDiscoveryResponse(issuer, answer),
    client: { client_id: config.clientId },
    options,
  };
}

/** Plain http is for the local stack only. */
function isLoopback(url: URL): boolean {
  return url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}

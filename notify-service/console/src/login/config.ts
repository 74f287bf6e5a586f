/** What the desk says about where people sign in. Public; served at `/console/config.json`. */
export interface Config {
  readonly issuer: string;
  readonly clientId: string;
}

export async function loadConfig(): Promise<Config> {
  const answer = await fetch('config.json', { cache: 'no-store' });
  const config = (await answer.json()) as Partial<Config>;
  if (!answer.ok || typeof config.issuer !== 'string' || typeof config.clientId !== 'string') {
    throw new Error('config.json is missing or incomplete');
  }
  return { issuer: config.issuer, clientId: config.clientId };
}

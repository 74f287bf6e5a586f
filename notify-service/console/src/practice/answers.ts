/** A refusal, as desk and intake give it. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly slug: string,
    readonly reason?: string,
  ) {
    super(slug);
  }
}

export function ok(body: object): Response {
  return Response.json(body, { headers: { 'Ovoz-Intake-Date': new Date().toUTCString() } });
}

export function done(): Response {
  return new Response(null, { status: 204 });
}

export function refusal({ status, slug, reason }: Refused): Response {
  const body = { type: `urn:ovoz:problem:${slug}`, title: slug, status, ...(reason === undefined ? {} : { reason }) };
  return Response.json(body, { status, headers: { 'Ovoz-Intake-Date': new Date().toUTCString() } });
}

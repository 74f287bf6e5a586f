const PREFIX = 'urn:ovoz:problem:';

/** A refusal by the desk or by intake (RFC 9457), by its slug; or `unreachable` when no answer came. */
export class Problem extends Error {
  constructor(
    readonly slug: string,
    readonly status: number,
    readonly reason?: string,
    /** How many more tries there are. */
    readonly left?: number,
  ) {
    super(slug);
    this.name = 'Problem';
  }
}

export async function problemOf(answer: Response): Promise<Problem> {
  const body = (await answer.json().catch(() => ({}))) as { type?: unknown; reason?: unknown; left?: unknown };
  const type = typeof body.type === 'string' ? body.type : '';
  const slug = type.startsWith(PREFIX) ? type.slice(PREFIX.length) : `http-${answer.status}`;
  return new Problem(slug, answer.status, typeof body.reason === 'string' ? body.reason : undefined, typeof body.left === 'number' ? body.left : undefined);
}

const PREFIX = 'urn:ovoz:problem:';

/** A refusal by the desk or by intake (RFC 9457), by its slug; or `unreachable` when no answer came. */
export class Problem extends Error {
  constructor(
    readonly slug: string,
    readonly status: number,
    readonly reason?: string,
    /** From when on it may be tried again. */
    readonly again?: string,
    /** How many more tries there are. */
    readonly left?: number,
  ) {
    super(slug);
    this.name = 'Problem';
  }
}

export async function problemOf(answer: Response): Promise<Problem> {
  const body = (await answer.json().catch(() => ({}))) as { type?: unknown; reason?: unknown; again?: unknown; left?: unknown };
  const type = typeof body.type === 'string' ? body.type : '';
  const slug = type.startsWith(PREFIX) ? type.slice(PREFIX.length) : `http-${answer.status}`;
  const left = typeof body.left === 'number' ? body.left : undefined;
  return new Problem(slug, answer.status, textOr(body.reason), textOr(body.again), left);
}

function textOr(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The desk lets this person in no more. */
export function isStopped(failure: unknown): boolean {
  return failure instanceof Problem && failure.status === 403 && failure.slug === 'unknown-person';
}

import { tOr } from '../language/messages.ts';

/** A kind of a newer desk is something that is due all the same. */
export function dueName(kind: string): string {
  return tOr(`due.kind.${kind}`, 'due.title');
}

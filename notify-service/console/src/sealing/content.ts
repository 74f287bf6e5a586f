/** What is sealed: everything a person said, and nothing a server may read. */
export type Content =
  | { readonly kind: 'message'; readonly text: string; readonly channel: string; readonly at: string; readonly attachments?: number }
  | { readonly kind: 'reply'; readonly text: string; readonly at: string }
  | { readonly kind: 'note'; readonly text: string; readonly at: string; readonly said?: unknown }
  | { readonly kind: 'triage'; readonly facts: Readonly<Record<string, unknown>>; readonly at: string }
  | { readonly kind: 'contact'; readonly inner: string }
  | AttachmentHead;

/** What there is of a picture or a sound. Its label is what its sender's side says, and counts for nothing. */
export interface AttachmentHead {
  readonly kind: 'attachment';
  /** The message that it came with. */
  readonly of: string;
  readonly label: string;
  readonly size: number;
  readonly chunks: number;
  readonly at: string;
  /** Why it could not be had; there are no bytes then. */
  readonly failed?: string;
}

/** More than anybody may send; a head that says more is none. */
const LARGEST = 64 * 1024 * 1024;

export type Kind = Content['kind'];

/** Reads an opened plaintext; undefined when it is not content of the kind that its header promised. */
export function contentOf(plaintext: Uint8Array, kind: string): Content | undefined {
  const value = parsed(plaintext);
  if (value === undefined || value['kind'] !== kind) return undefined;
  const has = (...names: string[]) => names.every((name) => typeof value[name] === 'string');
  switch (kind) {
    case 'message':
      return has('text', 'channel', 'at') ? (value as unknown as Content) : undefined;
    case 'reply':
    case 'note':
      return has('text', 'at') ? (value as unknown as Content) : undefined;
    case 'triage':
      return has('at') && isObject(value['facts']) ? (value as unknown as Content) : undefined;
    case 'attachment':
      return has('of', 'label', 'at') && isCount(value['size'], LARGEST) && isCount(value['chunks'], LARGEST) ? (value as unknown as Content) : undefined;
    case 'contact':
      return has('inner') ? (value as unknown as Content) : undefined;
    default:
      return undefined;
  }
}

function parsed(plaintext: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isCount(value: unknown, most: number): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { AttachmentHead } from '../sealing/content.ts';

/** Something that came with a message, before it is opened: its head, and the grant of the own team to its key. */
export interface Enclosed {
  readonly id: string;
  readonly at: string;
  readonly head: AttachmentHead;
  readonly grant: string;
}

/** What its sender's phone says it is. */
export type Family = 'picture' | 'sound' | 'file';

export function familyOf(label: string): Family {
  if (label.startsWith('image/')) return 'picture';
  return label.startsWith('audio/') ? 'sound' : 'file';
}

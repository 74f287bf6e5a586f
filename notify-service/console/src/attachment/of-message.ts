import type { Conversation, Line } from '../case/open-conversation.ts';
import type { Enclosed } from './enclosed.ts';

/** The carrier brings ten at most with one message. */
const MOST = 10;

export function enclosedIn(conversation: Conversation, message: string): readonly Enclosed[] {
  return conversation.attachments.filter(({ head }) => head.of === message);
}

/** How many came with it that are not stored yet: neither as they are, nor as something that could not be had. */
export function comingWith(conversation: Conversation, line: Line): number {
  if ('unopened' in line || line.content.kind !== 'message') return 0;
  const said = line.content.attachments;
  const came = Number.isInteger(said) ? Math.min(said!, MOST) : 0;
  return Math.max(0, came - enclosedIn(conversation, line.id).length - conversation.unopenedAttachments);
}

/** Those whose message is not among the lines. */
export function straysIn({ attachments, lines }: Conversation): readonly Enclosed[] {
  return attachments.filter(({ head }) => !lines.some(({ id }) => id === head.of));
}

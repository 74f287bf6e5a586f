import { NO_REACH } from '../contract/terms.ts';
import type { Reach } from '../contract/terms.ts';
import type { Enclosed } from '../attachment/enclosed.ts';
import type { FetchResult, Texts } from '../desk/api.ts';
import type { Keyring, TeamKeys } from '../keys/keyring.ts';
import { openerOf } from '../keys/opener.ts';
import type { Ordering } from '../orders/ordering.ts';
import { CannotOpen, refuseUnless } from '../sealing/containers.ts';
import type { Reason } from '../sealing/containers.ts';
import type { Content } from '../sealing/content.ts';
import { openItem } from '../sealing/open.ts';
import { verifiedRecipients } from '../teams/recipients.ts';
import type { Recipients, SeenVersions } from '../teams/recipients.ts';

/** One item, opened; or why not. An item that cannot be opened never hides the others. */
export type Line =
  | { readonly id: string; readonly at: string; readonly content: Exclude<Content, { kind: 'contact' | 'triage' | 'attachment' }> }
  | { readonly id: string; readonly at: string; readonly unopened: Reason };

/** What responders found out, as it was kept last. */
export interface Triage {
  readonly id: string;
  readonly at: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A report as it is readable in this browser, and nowhere else. */
export interface Conversation {
  readonly closed: boolean;
  readonly texts: Texts;
  /** How the person may be reached, and the answers that wait for it. */
  readonly reach: Reach;
  readonly linked: boolean;
  readonly lines: readonly Line[];
  /** In the order of their time: the latest holds, those before it are kept. */
  readonly triages: readonly Triage[];
  /** What came with messages, in the order in which it was stored; its bytes are fetched when somebody wishes to see them. */
  readonly attachments: readonly Enclosed[];
  /** How many of them this browser cannot open. */
  readonly unopenedAttachments: number;
  /** The inner contact, which only intake's vault can open; missing once it was erased. */
  readonly contact: string | undefined;
  /** Whom new content is sealed to; missing when what the desk served was not signed as it must be. */
  readonly recipients: Recipients | undefined;
}

/** Fetches a report by order and opens it. */
export class OpenConversation {
  constructor(
    private readonly ordering: Ordering,
    private readonly seen: SeenVersions = new Map(),
  ) {}

  async open(rid: string, ring: Keyring, keys: TeamKeys): Promise<Conversation> {
    const fetched = await this.ordering.ask<FetchResult>(keys, rid, 'fetch', {});
    if (fetched.reportId !== rid) throw new CannotOpen('another-item');
    const opened = await Promise.all(fetched.items.map((item) => attempt(rid, item, keys)));
    return {
      closed: fetched.status === 'closed',
      texts: fetched.texts,
      reach: fetched.reach ?? NO_REACH,
      linked: Boolean(fetched.proposedLink),
      lines: opened.filter((line) => !isApart(line)).sort(byTime) as Line[],
      triages: triagesIn(opened),
      attachments: attachmentsIn(fetched, opened),
      unopenedAttachments: opened.filter((line) => 'unopened' in line && isAttachment(fetched, line.id)).length,
      contact: innerContact(rid, opened),
      recipients: await verifiedRecipients(fetched, ring.line, this.seen).catch(() => undefined),
    };
  }
}

type Attempt = { id: string; at: string; content: Content } | { id: string; at: string; unopened: Reason };

async function attempt(rid: string, item: FetchResult['items'][number], keys: TeamKeys): Promise<Attempt> {
  const { id, at } = item;
  try {
    return { id, at, content: await openItem(rid, item, openerOf(item.grant, keys)) };
  } catch (failure) {
    return { id, at, unopened: failure instanceof CannotOpen ? failure.reason : 'broken' };
  }
}

/** Not a line of the conversation. */
function isApart(line: Attempt): boolean {
  return 'content' in line && ['contact', 'triage', 'attachment'].includes(line.content.kind);
}

function triagesIn(lines: readonly Attempt[]): readonly Triage[] {
  const found = lines.flatMap((line) => ('content' in line && line.content.kind === 'triage' ? [{ id: line.id, at: line.at, facts: line.content.facts }] : []));
  return found.sort(byTime);
}

function isAttachment({ items }: FetchResult, id: string): boolean {
  return items.some((item) => item.id === id && item.kind === 'attachment');
}

function attachmentsIn({ items }: FetchResult, lines: readonly Attempt[]): readonly Enclosed[] {
  const found = lines.flatMap((line) => ('content' in line && line.content.kind === 'attachment' ? [{ id: line.id, at: line.at, head: line.content }] : []));
  return found.sort(byTime).map((one) => ({ ...one, grant: items.find(({ id }) => id === one.id)!.grant }));
}

/** The last contact there is; one of another report is as good as none. */
function innerContact(rid: string, lines: readonly Attempt[]): string | undefined {
  for (const line of [...lines].sort(byTime).reverse()) {
    if (!('content' in line) || line.content.kind !== 'contact') continue;
    try {
      refuseUnless(line.content.inner, { typ: 'ovoz-contact', alg: 'ECDH-ES+A256KW', rid });
      return line.content.inner;
    } catch {
      continue;
    }
  }
  return undefined;
}

function byTime(a: { at: string }, b: { at: string }): number {
  return Date.parse(a.at) - Date.parse(b.at);
}

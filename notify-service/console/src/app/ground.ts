import type { TemplateResult } from 'lit-html';
import { Drafts } from '../case/drafts.ts';
import { overTheNetwork } from '../desk/desk.ts';
import type { Send } from '../desk/desk.ts';
import { keepShell } from '../install/worker.ts';
import type { DeviceStore } from '../keys/device.ts';
import { browserStore } from '../keys/device-store.ts';
import { lineMemory } from '../keys/line-memory.ts';
import type { LineMemory } from '../keys/my-key.ts';
import type { Session } from '../login/session.ts';
import { fetchSoon } from '../parts/parts.ts';

export type SignedIn = Pick<Session, 'accessToken' | 'refresh' | 'end'>;

/** What a practice shows around the page. */
export interface PracticeViews {
  /** On every page. */
  band(): TemplateResult;
  /** Above what is on screen. */
  above(): TemplateResult;
  /** Where keys would be opened. */
  keys(): TemplateResult;
}

/** What the page stands on: a desk and this browser's storage; in practice neither, but this page's own memory. */
export interface Ground {
  readonly session: SignedIn;
  readonly send: Send;
  readonly drafts: Drafts;
  readonly devices: DeviceStore;
  readonly lines: LineMemory;
  readonly practice?: PracticeViews;
  /** What is made ready for later once the page is there. */
  prepare(): void;
}

export function realGround(session: SignedIn): Ground {
  return {
    session,
    send: overTheNetwork,
    drafts: new Drafts(),
    devices: browserStore,
    lines: lineMemory,
    prepare: () => {
      void keepShell();
      void fetchSoon();
    },
  };
}

import type { Desk } from '../desk/desk.ts';

export const DUE_KINDS = ['next-step', 'follow-up', 'evidence', 'promise', 'safe-time'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** Something that is to be done by then. About what, only sealed content says. */
export interface Due {
  readonly kind: DueKind;
  readonly at: string;
}

/** What is due of a case, at the desk: times and kinds. */
export class DueApi {
  constructor(private readonly desk: Pick<Desk, 'ask'>) {}

  async of(id: string): Promise<readonly Due[]> {
    return (await this.desk.ask<{ dues: readonly Due[] }>('GET', this.#path(id))).dues;
  }

  /** Kinds that are not named stay as they are; without a time, nothing of a kind is due any more. */
  async set(id: string, dues: readonly { readonly kind: DueKind; readonly at: string | null }[]): Promise<void> {
    await this.desk.ask('PUT', this.#path(id), { dues });
  }

  async done(id: string, { kind, at }: Due): Promise<void> {
    await this.desk.ask('POST', `${this.#path(id)}/done`, { kind, at });
  }

  #path(id: string): string {
    return `cases/${encodeURIComponent(id)}/dues`;
  }
}

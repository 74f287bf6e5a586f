/** A question that must be answered before something that cannot be undone. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  /** What is to be said before it can be done, and whether it was. */
  readonly body?: () => unknown;
  readonly isReady?: () => boolean;
  readonly act: () => Promise<void>;
}

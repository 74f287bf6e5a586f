import type { KeyApi, Line } from '../desk/key-api.ts';
import { Problem } from '../desk/problem.ts';
import { kidOf } from '../sealing/keys.ts';
import { ForgedRecord } from '../teams/signed.ts';
import { OtherLine } from './my-key.ts';
import type { LineMemory } from './my-key.ts';

/**
 * The first line that a browser sees. It has nothing to compare it with, so its person does, with what they were told when they were invited.
 * Once compared it is remembered, and another one is refused.
 */
export class LineSight {
  /** What the desk says it is of; undefined until it was asked. */
  seen: Line | undefined;
  /** The desk was given none yet: its key is still to be made. */
  isMissing = false;
  /** The person said that it is another one. */
  isRefused = false;

  constructor(private readonly api: Pick<KeyApi, 'line'>, private readonly lines: LineMemory) {}

  /** The desk's line is the one that this browser knows. */
  get isKnown(): boolean {
    return this.seen !== undefined && this.lines.line() === this.seen.kid;
  }

  /** This browser knows another one, or one that the desk says it was never given. */
  get isAnother(): boolean {
    const known = this.lines.line();
    return known !== undefined && (this.isMissing || (this.seen !== undefined && known !== this.seen.kid));
  }

  get isToCompare(): boolean {
    return this.seen !== undefined && this.lines.line() === undefined && !this.isRefused;
  }

  /** Throws `OtherLine` when this browser knows another one. */
  async look(): Promise<void> {
    const seen = await this.#asked();
    this.isMissing = seen === undefined;
    if (seen !== undefined && (await kidOf(seen.publicKey)) !== seen.kid) throw new ForgedRecord('ovoz-line');
    this.seen = seen;
    if (this.isAnother) throw new OtherLine();
  }

  async #asked(): Promise<Line | undefined> {
    try {
      return await this.api.line();
    } catch (failure) {
      if (failure instanceof Problem && failure.slug === 'no-line') return undefined;
      throw failure;
    }
  }

  confirm(): void {
    this.isRefused = false;
    this.lines.remember(this.seen!.kid, {});
  }

  refuse(): void {
    this.isRefused = true;
  }
}

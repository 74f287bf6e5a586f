import { Problem } from '../desk/problem.ts';
import { tOr } from '../language/messages.ts';

/** One thing at a time, and in words what went wrong. */
export class Doing {
  busy = false;
  problem = '';

  constructor(private readonly changed: () => void) {}

  /** What cannot be done as it is. */
  refuse(why: string): void {
    this.problem = why;
    this.changed();
  }

  /** True once it worked. */
  async do(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = '';
    this.changed();
    try {
      await work();
      return true;
    } catch (failure) {
      this.problem = tOr(`problem.${failure instanceof Problem ? failure.slug : 'other'}`, 'problem.other');
      return false;
    } finally {
      this.busy = false;
      this.changed();
    }
  }
}

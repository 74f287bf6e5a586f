import { Problem } from '../desk/problem.ts';
import { tOr } from '../language/messages.ts';

/** One thing at a time, and in words what went wrong. */
export class Doing {
  busy = false;
  problem = '';

  /** @param says a refusal in the words of its page, where they differ from everybody's */
  constructor(private readonly changed: () => void, private readonly says: (slug: string) => string = inWords) {}

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
      this.problem = this.says(failure instanceof Problem ? failure.slug : 'other');
      return false;
    } finally {
      this.busy = false;
      this.changed();
    }
  }
}

export function inWords(slug: string): string {
  return tOr(`problem.${slug}`, 'problem.other');
}

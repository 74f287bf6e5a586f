import type { CaseView } from '../desk/api.ts';

/** The live stream, as the desk sends it, to the one page that there is. */
export class PracticeStream {
  #to: ReadableStreamDefaultController<Uint8Array> | undefined;
  #sent = 0;

  open(signal: AbortSignal | null | undefined): Response {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#to = controller;
        this.#write(': welcome\n\n');
      },
      cancel: () => (this.#to = undefined),
    });
    signal?.addEventListener('abort', () => (this.#to = undefined));
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  }

  tell(view: CaseView): void {
    this.#sent += 1;
    this.#write(`event: case\nid: 0:${this.#sent}\ndata: ${JSON.stringify(view)}\n\n`);
  }

  #write(text: string): void {
    this.#to?.enqueue(new TextEncoder().encode(text));
  }
}

import { parts } from '../parts/parts.ts';
import { groupsIn } from './code.ts';

/** `refused`: no camera, or its use was not allowed; then one types. */
export type ScanState = 'off' | 'starting' | 'looking' | 'refused';

const EVERY_MS = 150;

/** The camera, while somebody holds a fingerprint before it. Its pictures are looked at here and kept nowhere. */
export class Scan {
  state: ScanState = 'off';
  /** Whose fingerprint is looked for. */
  target: string | undefined;
  #stream: MediaStream | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly changed: () => void) {}

  /** Whether there is a camera to be asked for at all. */
  get isPossible(): boolean {
    return typeof navigator.mediaDevices?.getUserMedia === 'function';
  }

  isFor(target: string): boolean {
    return this.target === target && this.state !== 'off';
  }

  async start(target: string): Promise<void> {
    this.stop();
    this.target = target;
    this.#become('starting');
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).catch(() => undefined);
    const isOver = this.target !== target || this.state !== 'starting';
    if (isOver) return release(stream);
    this.#stream = stream;
    this.#become(stream === undefined ? 'refused' : 'looking');
  }

  /** Shows the camera's picture, and looks at it until a fingerprint is there. */
  async look(video: HTMLVideoElement, found: (groups: string) => void): Promise<void> {
    if (this.#stream === undefined || video.srcObject === this.#stream) return;
    video.srcObject = this.#stream;
    await video.play().catch(() => undefined);
    const reader = await parts.reader.fetch().catch(() => undefined);
    if (reader === undefined || video.srcObject !== this.#stream) return this.#giveUp(reader === undefined);
    const canvas = document.createElement('canvas');
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      const groups = groupsIn(reader.readFrame(video, canvas) ?? '');
      if (groups === undefined || this.state !== 'looking') return;
      this.stop();
      found(groups);
    }, EVERY_MS);
  }

  /** The camera is off, and its light with it. */
  stop(): void {
    clearInterval(this.#timer);
    release(this.#stream);
    this.#stream = undefined;
    this.target = undefined;
    if (this.state !== 'off') this.#become('off');
  }

  /** What reads pictures did not come: one types. */
  #giveUp(isMissing: boolean): void {
    if (!isMissing || this.state !== 'looking') return;
    release(this.#stream);
    this.#stream = undefined;
    this.#become('refused');
  }

  #become(state: ScanState): void {
    this.state = state;
    this.changed();
  }
}

function release(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

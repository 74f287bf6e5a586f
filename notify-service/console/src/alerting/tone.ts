const SOFT = 0.12;
const NOTE_S = 0.18;
const REST_MS = 3000;

/** Two short notes, made by the browser itself. Silent until a hand has touched the page: browsers want it so. */
export class Tone {
  #context: AudioContext | undefined;
  #playedAt = -Infinity;

  constructor(private readonly isWanted: () => boolean) {}

  /** A touch is what lets a page be heard; after a reload it takes one more. */
  watch(page: Document): void {
    for (const touch of ['pointerdown', 'keydown']) page.addEventListener(touch, () => void this.#awake(), { passive: true });
  }

  /** Many that come at once are one sound. */
  async play(): Promise<void> {
    if (!this.isWanted() || performance.now() - this.#playedAt < REST_MS) return;
    this.#playedAt = performance.now();
    const context = await this.#awake();
    if (context?.state !== 'running') return;
    [660, 880].forEach((pitch, n) => note(context, pitch, context.currentTime + n * NOTE_S));
  }

  async #awake(): Promise<AudioContext | undefined> {
    if (!this.isWanted()) return undefined;
    this.#context ??= new AudioContext();
    if (this.#context.state === 'suspended') await Promise.race([this.#context.resume(), new Promise((resolve) => setTimeout(resolve, 200))]);
    return this.#context;
  }
}

/** Fades in and out, so that it does not crack. */
function note(context: AudioContext, pitch: number, from: number): void {
  const loudness = new GainNode(context, { gain: 0 });
  const voice = new OscillatorNode(context, { frequency: pitch });
  loudness.gain.setValueAtTime(0, from);
  loudness.gain.linearRampToValueAtTime(SOFT, from + 0.02);
  loudness.gain.linearRampToValueAtTime(0, from + NOTE_S);
  voice.connect(loudness).connect(context.destination);
  voice.start(from);
  voice.stop(from + NOTE_S);
}

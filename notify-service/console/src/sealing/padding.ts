const SMALLEST = 2048;

/** The length that is stored for a text of this length: 2 KiB, beyond that the Padmé size (at most 12 % more). */
export function paddedLength(length: number): number {
  if (length <= SMALLEST) return SMALLEST;
  const exponent = Math.floor(Math.log2(length));
  const keptBits = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** (exponent - keptBits);
  return Math.ceil(length / step) * step;
}

/** The object as JSON with trailing spaces, so that the size of the container says little about the size of the text. */
export function padded(content: object): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(content));
  const bytes = new Uint8Array(paddedLength(json.length)).fill(0x20);
  bytes.set(json);
  return bytes;
}

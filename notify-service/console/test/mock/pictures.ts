import { crc32, deflateSync } from 'node:zlib';

/** Files as phones make them, and as somebody makes them who means harm. */

export function page(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A real PNG of one colour. With `claimed` its header says another size than it has. */
export function png(width: number, height: number, claimed = { width, height }): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(claimed.width, 0);
  header.writeUInt32BE(claimed.height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const pixels = Buffer.alloc((width + 1) * height, 0x80);
  for (let line = 0; line < height; line++) pixels[line * (width + 1)] = 0;
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), part('IHDR', header), part('IDAT', deflateSync(pixels)), part('IEND', Buffer.alloc(0))]);
}

function part(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, sum]);
}

/** The beginning of a JPEG, up to its frame. */
export function jpeg(width: number, height: number): Uint8Array {
  const app0 = [0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0];
  return Uint8Array.from([0xff, 0xd8, ...app0, 0xff, 0xff, 0xc2, 0, 11, 8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]);
}

/** The beginning of a GIF, with an extension before its first frame, which may be wider than the screen. */
export function animation(width: number, height: number, frame = width): Uint8Array {
  const two = (n: number) => [n & 0xff, n >> 8];
  return Uint8Array.from([...Buffer.from('GIF89a'), ...two(width), ...two(height), 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x21, 0xf9, 4, 0, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0, ...two(frame), ...two(height), 0]);
}

/** The beginning of a WebP with an extended header. */
export function webp(width: number, height: number): Uint8Array {
  const three = (n: number) => [n & 0xff, (n >> 8) & 0xff, n >> 16];
  return Uint8Array.from([...Buffer.from('RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0', 'latin1'), 0, 0, 0, 0, ...three(width - 1), ...three(height - 1)]);
}

/** A tone of a second, uncompressed. */
export function wav(seconds = 1): Uint8Array {
  const samples = Buffer.alloc(8000 * seconds);
  for (let at = 0; at < samples.length; at++) samples[at] = 128 + Math.round(60 * Math.sin(at / 6));
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

import { isAt } from './kind.ts';
import type { PictureForm } from './kind.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How large a picture says it is, read before anything is decoded; undefined where that cannot be read. */
export function sizeOf(form: PictureForm, bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = READERS[form](view, bytes);
    return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
  } catch {
    return undefined;
  }
}

type Reader = (view: DataView, bytes: Uint8Array) => Size | undefined;

const READERS: Readonly<Record<PictureForm, Reader>> = { png: inPng, jpeg: inJpeg, gif: inGif, webp: inWebp };

function inPng(view: DataView, bytes: Uint8Array): Size | undefined {
  return isAt(bytes, 12, 'IHDR') ? { width: view.getUint32(16), height: view.getUint32(20) } : undefined;
}

/** From segment to segment up to the frame's header; what stands inside a segment (a thumbnail, say) is passed over. */
function inJpeg(view: DataView): Size | undefined {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    if (marker === 0xda || marker === 0xd9) return undefined;
    const isBare = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += isBare ? 2 : 2 + view.getUint16(at + 2);
  }
}

/** The first frame may be larger than the screen that it is drawn on. */
function inGif(view: DataView): Size | undefined {
  const screen = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  const flags = view.getUint8(10);
  for (let at = 13 + colours(flags); ; ) {
    const block = view.getUint8(at);
    if (block === 0x2c) {
      const right = view.getUint16(at + 1, true) + view.getUint16(at + 5, true);
      const bottom = view.getUint16(at + 3, true) + view.getUint16(at + 7, true);
      return { width: Math.max(screen.width, right), height: Math.max(screen.height, bottom) };
    }
    if (block !== 0x21) return undefined;
    at += 2;
    while (view.getUint8(at) !== 0) at += 1 + view.getUint8(at);
    at += 1;
  }
}

function colours(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function inWebp(view: DataView, bytes: Uint8Array): Size | undefined {
  if (isAt(bytes, 12, 'VP8X')) return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
  if (isAt(bytes, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return isAt(bytes, 12, 'VP8 ') ? { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff } : undefined;
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;
}

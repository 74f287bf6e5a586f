import type { PictureForm } from './kind.ts';
import { sizeOf } from './picture-size.ts';
import type { Size } from './picture-size.ts';

/** So many pixels are decoded at most: on a phone they take 160 MB for a moment. */
export const MOST_PIXELS = 40_000_000;
const LONGEST_SIDE = 30_000;
/** What is drawn is not larger than that; a screen shows no more. */
const DRAWN_SIDE = 4096;
const PATIENCE_MS = 20_000;

export type NoPicture = 'too-many-pixels' | 'broken';

/** Thrown where there is nothing to draw. */
export class NotDrawn extends Error {
  constructor(readonly why: NoPicture) {
    super(why);
    this.name = 'NotDrawn';
  }
}

/**
 * Decodes a picture in memory and draws it anew: what comes out are pixels, without the place, the time and whatever else stood in the
 * file. Its size is read first, and decoded is only what is small enough and is as large as it said.
 */
export async function draw(form: PictureForm, bytes: Uint8Array<ArrayBuffer>): Promise<HTMLCanvasElement> {
  const said = sizeOf(form, bytes);
  if (said === undefined) throw new NotDrawn('broken');
  if (isTooLarge(said)) throw new NotDrawn('too-many-pixels');
  const bitmap = await decoded(new Blob([bytes], { type: `image/${form}` }));
  try {
    if (!isAsSaid(bitmap, said)) throw new NotDrawn('broken');
    return drawn(bitmap);
  } finally {
    bitmap.close();
  }
}

function isTooLarge({ width, height }: Size): boolean {
  return width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE;
}

/** A picture that was taken upright is turned when it is decoded. */
function isAsSaid(bitmap: Size, said: Size): boolean {
  return (bitmap.width === said.width && bitmap.height === said.height) || (bitmap.width === said.height && bitmap.height === said.width);
}

async function decoded(blob: Blob): Promise<ImageBitmap> {
  const decoding = createImageBitmap(blob);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NotDrawn('broken')), PATIENCE_MS);
  });
  try {
    return await Promise.race([decoding, late]);
  } catch {
    // What comes after all is not wanted any more.
    void decoding.then((bitmap) => bitmap.close(), () => {});
    throw new NotDrawn('broken');
  } finally {
    clearTimeout(timer);
  }
}

function drawn(bitmap: ImageBitmap): HTMLCanvasElement {
  const scale = Math.min(1, DRAWN_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) throw new NotDrawn('broken');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  // A browser offers to save a picture wherever it is clicked with the other button.
  canvas.addEventListener('contextmenu', (event) => event.preventDefault());
  return canvas;
}

/** Frees the pixels at once, whenever the rest of it is collected. */
export function wipe(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}

import { decodeQR } from 'qr/decode.js';

/** What is in the middle of a video's picture; undefined while nothing is. Read here, by no service of the device. */
export function readFrame(video: HTMLVideoElement, canvas: HTMLCanvasElement): string | undefined {
  const [width, height] = [video.videoWidth, video.videoHeight];
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (width === 0 || height === 0 || pen === null) return undefined;
  canvas.width = width;
  canvas.height = height;
  pen.drawImage(video, 0, 0);
  try {
    return decodeQR(pen.getImageData(0, 0, width, height));
  } catch {
    return undefined;
  }
}

/** What some bytes are, by themselves: what anybody says they are counts for nothing. */
export type Kind =
  | { readonly what: 'picture'; readonly form: PictureForm }
  | { readonly what: 'sound'; readonly form: SoundForm }
  | { readonly what: 'other'; readonly form: OtherForm };

export type PictureForm = 'jpeg' | 'png' | 'gif' | 'webp';
export type SoundForm = 'mpeg' | 'aac' | 'ogg' | 'wav' | 'flac' | 'mp4' | '3gpp' | 'amr';
/** What is not shown here, and may be named. */
export type OtherForm = 'page' | 'document' | 'video' | 'heic' | 'unknown';

/** Where such texts stand at the beginning of a file of that kind. */
const MARKS: readonly (readonly [text: string, kind: Kind])[] = [
  ['\x89PNG\r\n\x1a\n', { what: 'picture', form: 'png' }],
  ['\xff\xd8\xff', { what: 'picture', form: 'jpeg' }],
  ['GIF87a', { what: 'picture', form: 'gif' }],
  ['GIF89a', { what: 'picture', form: 'gif' }],
  ['OggS', { what: 'sound', form: 'ogg' }],
  ['fLaC', { what: 'sound', form: 'flac' }],
  ['#!AMR', { what: 'sound', form: 'amr' }],
  ['ID3', { what: 'sound', form: 'mpeg' }],
  ['%PDF', { what: 'other', form: 'document' }],
  ['PK\x03\x04', { what: 'other', form: 'document' }],
  ['\xd0\xcf\x11\xe0', { what: 'other', form: 'document' }],
  ['{\\rtf', { what: 'other', form: 'document' }],
  ['\x1a\x45\xdf\xa3', { what: 'other', form: 'video' }],
];

export function kindOf(bytes: Uint8Array): Kind {
  const known = MARKS.find(([text]) => isAt(bytes, 0, text));
  if (known !== undefined) return known[1];
  if (isAt(bytes, 0, 'RIFF')) return inRiff(bytes);
  if (isAt(bytes, 4, 'ftyp')) return inBoxes(bytes);
  if (bytes[0] === 0xff && (bytes[1]! & 0xe0) === 0xe0) return { what: 'sound', form: (bytes[1]! & 0x06) === 0 ? 'aac' : 'mpeg' };
  return { what: 'other', form: isMarkup(bytes) ? 'page' : 'unknown' };
}

/** Whether that text, a byte a letter, stands there. */
export function isAt(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
}

function inRiff(bytes: Uint8Array): Kind {
  if (isAt(bytes, 8, 'WEBP')) return { what: 'picture', form: 'webp' };
  if (isAt(bytes, 8, 'WAVE')) return { what: 'sound', form: 'wav' };
  return { what: 'other', form: isAt(bytes, 8, 'AVI ') ? 'video' : 'unknown' };
}

/** Of the boxes of MP4 and its kin the brand says pictures; for the rest it matters whether there is something to see in it. */
function inBoxes(bytes: Uint8Array): Kind {
  const brand = String.fromCharCode(...bytes.subarray(8, 12));
  if (['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif', 'avis'].includes(brand)) return { what: 'other', form: 'heic' };
  if (hasVideo(bytes)) return { what: 'other', form: 'video' };
  return { what: 'sound', form: brand.startsWith('3g') ? '3gpp' : 'mp4' };
}

/** A track's handler names what it is: `hdlr`, eight bytes, `vide`. */
function hasVideo(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x68); at >= 0; at = bytes.indexOf(0x68, at + 1)) {
    if (isAt(bytes, at, 'hdlr') && isAt(bytes, at + 12, 'vide')) return true;
  }
  return false;
}

/** HTML, SVG, XML: whatever begins with a tag, and an HTML page that begins with words. */
function isMarkup(bytes: Uint8Array): boolean {
  const beginning = new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart();
  return beginning.startsWith('<') || /<(!doctype|html|head|body|script|svg|iframe)\b/i.test(beginning);
}

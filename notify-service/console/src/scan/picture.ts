import { encodeQR } from 'qr';

/** Four fields of white around it, or cameras do not find it (ISO/IEC 18004). */
const RIM = 4;

/** A text as the fields of a QR code, true for dark, with its rim. */
export function fieldsOf(text: string): readonly (readonly boolean[])[] {
  return encodeQR(text, 'raw', { ecc: 'medium', border: RIM });
}

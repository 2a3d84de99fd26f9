import { toString } from 'qrcode';

/** The address as a QR code (SVG) with the quiet zone of four modules that readers need (ISO/IEC 18004). */
export function qrCodeOf(address: string): Promise<string> {
  return toString(address, { type: 'svg', margin: 4, errorCorrectionLevel: 'M' });
}

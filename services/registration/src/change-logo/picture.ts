import { deriveId } from '@lotsennetz/kernel';
import type { Logo, PictureType } from '../logo/logo.stream.js';

export const longestPictureBytes = 65_536;

// What a file is, its first bytes say; names and announced types are whatever the sender likes.
const beginnings: readonly (readonly [PictureType, (bytes: Buffer) => boolean])[] = [
  ['image/png', (bytes) => bytes.subarray(0, 8).equals(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]))],
  ['image/jpeg', (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ['image/webp', (bytes) => isText(bytes, 0, 'RIFF') && isText(bytes, 8, 'WEBP')],
];

/** The picture that base64 holds; undefined when it is none that may be shown, or too large. */
export function pictureIn(base64: string): Logo | undefined {
  const bytes = Buffer.from(base64, 'base64');
  const picture = bytes.toString('base64');
  if (picture !== base64 || bytes.length > longestPictureBytes) return undefined;
  const mediaType = beginnings.find(([, begins]) => begins(bytes))?.[0];
  return mediaType && { version: deriveId('logo', picture), mediaType, picture };
}

function isText(bytes: Buffer, from: number, text: string): boolean {
  return bytes.subarray(from, from + text.length).toString('latin1') === text;
}

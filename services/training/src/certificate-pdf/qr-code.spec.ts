import jsQr from 'jsqr';
import { qrCodeOf } from './qr-code.js';

const address = `https://lotsen.example.org/training/siegen/verify/${'0123456789abcdef'.repeat(2)}`;

describe('the QR code of a certificate', () => {
  it('leads to the address', async () => {
    expect(decoded(await qrCodeOf(address))).toBe(address);
  });
});

/** Draws the strokes of the SVG and reads them like a camera would. */
function decoded(svg: string): string | undefined {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const scale = 4;
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const { x, y, length } of strokesOf(svg))
    for (let row = y * scale; row < (y + 1) * scale; row++)
      for (let column = x * scale; column < (x + length) * scale; column++)
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
  return (jsQr as unknown as typeof jsQr.default)(pixels, side, side)?.data;
}

function strokesOf(svg: string): { x: number; y: number; length: number }[] {
  const strokes: { x: number; y: number; length: number }[] = [];
  let [x, y] = [0, 0];
  const path = /stroke="#000000" d="([^"]*)"/.exec(svg)?.[1] ?? '';
  for (const [, command, numbers = ''] of path.matchAll(/([MmHh])([-\d. ]+)/g)) {
    const [first = 0, second = 0] = numbers.trim().split(' ').map(Number);
    if (command === 'M') [x, y] = [first, Math.floor(second)];
    if (command === 'm') [x, y] = [x + first, y + second];
    if (command !== 'h') continue;
    strokes.push({ x, y, length: first });
    x += first;
  }
  return strokes;
}

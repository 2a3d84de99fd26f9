import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { findCanaries } from './find-canaries.js';

const canary = 'Kanarie-Vogelsang';

describe('the search for a name that must be gone', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
    mkdirSync(join(folder, 'deep'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const found = (content: Buffer | string) => {
    writeFileSync(join(folder, 'deep/file'), content);
    return findCanaries(folder, [canary]).map(({ file, encoding }) => `${file}: ${encoding}`);
  };
  const utf16be = Buffer.from(`x${canary}x`, 'utf16le').swap16();

  it.each<[string, Buffer | string]>([
    ['UTF-8', `x${canary}x`],
    ['UTF-8', canary.toLowerCase()],
    ['UTF-16LE', Buffer.from(`x${canary}x`, 'utf16le')],
    ['UTF-16BE', utf16be],
    ['hex of UTF-8', Buffer.from(`x${canary}x`).toString('hex')],
    ['hex of UTF-8', Buffer.from(`x${canary}x`).toString('hex').toUpperCase()],
    ['base64 of UTF-8', Buffer.from(`${canary} and more`).toString('base64')],
    ['base64 of UTF-8', Buffer.from(`a${canary} and more`).toString('base64')],
    ['base64 of UTF-8', Buffer.from(`ab${canary}`).toString('base64url')],
    ['base64 of UTF-16BE', utf16be.toString('base64')],
    ['UTF-8', gzipSync(`x${canary}x`)],
    [
      'UTF-8',
      Buffer.concat([Buffer.from('%PDF-1.7\nstream\n'), deflateSync(`x${canary}x`), Buffer.from('\nendstream')]),
    ],
  ])('finds it as %s', (encoding, content) => {
    expect(found(content)).toContain(`deep/file: ${encoding}`);
  });

  it('finds nothing where it is not', () => {
    expect(found(`Kanarie Vogelsang ${Buffer.from('Kanarie').toString('hex')}`)).toEqual([]);
    expect(() => findCanaries(folder, ['Rosa'])).toThrow(RangeError);
  });
});

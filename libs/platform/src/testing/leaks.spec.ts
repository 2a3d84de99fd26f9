import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesHolding } from './leaks.js';

describe('looking for names in clear', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
    mkdirSync(join(folder, 'training'));
    writeFileSync(join(folder, 'training/events.db-wal'), Buffer.from('\0\x01Zoë Müller\xff\0'));
    writeFileSync(join(folder, 'bus.db'), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('zoe@example.org')]));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('names each file and what it holds, in any folder and in any case', () => {
    expect(filesHolding(folder, ['Müller', 'Zoe@Example.org', 'Nassauer'])).toEqual(
      expect.arrayContaining([
        { file: 'training/events.db-wal', needle: 'Müller' },
        { file: 'bus.db', needle: 'Zoe@Example.org' },
      ]),
    );
    expect(filesHolding(folder, ['Müller', 'Zoe@Example.org', 'Nassauer'])).toHaveLength(2);
  });
  it('finds nothing where nothing is', () => {
    expect(filesHolding(folder, ['Nassauer'])).toEqual([]);
  });
  it('refuses what would be found by chance', () => {
    expect(() => filesHolding(folder, ['Ö'])).toThrow(RangeError);
  });
});

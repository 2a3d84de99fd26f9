import { readFileSync } from 'node:fs';
import { withProcessingRecord } from '../../tools/contracts/processing-record.js';

const document = readFileSync(new URL('../../docs/privacy.md', import.meta.url), 'utf8');

describe('the record of processing activities', () => {
  it('names every personal field that is stored (else: npm run privacy-record)', async () => {
    expect(await withProcessingRecord(document)).toBe(document);
  });
  it('would show a field that is missing', async () => {
    const without = document.replace('`birthYear`, ', '');
    expect(without).not.toBe(document);
    expect(await withProcessingRecord(without)).toBe(document);
  });
});

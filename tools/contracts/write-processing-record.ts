import { readFileSync, writeFileSync } from 'node:fs';
import { withProcessingRecord } from './processing-record.js';

const file = new URL('../../docs/privacy.md', import.meta.url);
writeFileSync(file, await withProcessingRecord(readFileSync(file, 'utf8')));

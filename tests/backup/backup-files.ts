import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { History } from '../crash/history.js';
import { services } from '@lotsennetz/suite';

/** The histories in a backup, read without any code of ours. */
export function historiesIn(folder: string): ReadonlyMap<string, History> {
  return new Map(services.map(({ name }) => [name, linesOf(join(folder, `${name}.events.ndjson.gz`)) as History]));
}

function linesOf(file: string): readonly unknown[] {
  const text = gunzipSync(readFileSync(file)).toString('utf8');
  return text === ''
    ? []
    : text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown);
}

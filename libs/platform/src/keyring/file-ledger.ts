import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LedgerMissing, type Erasure, type ErasureLedger } from '@lotsennetz/kernel';
import { createFile } from './durable-file.js';

const heading = `{"ledger":"lotsennetz/1"}\n`;

/** The ledger as a file that only grows, a line an erasure, on disk before anything is destroyed. */
export function fileLedger(folder: string): ErasureLedger {
  const place = join(folder, 'erasures.ndjson');
  const mustExist = () => {
    if (!existsSync(place)) throw new LedgerMissing(place);
  };
  return {
    place,
    exists: async () => Promise.resolve(existsSync(place)),
    create: async () => {
      createFile(place, heading);
      return Promise.resolve();
    },
    append: async (erasures) => {
      mustExist();
      if (erasures.length === 0) return;
      const file = await open(place, 'a', 0o600);
      try {
        // A line of its own, whatever a power cut has left half written before it.
        await file.appendFile(`\n${erasures.map((each) => JSON.stringify(each)).join('\n')}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    async *entries() {
      mustExist();
      for (const line of (await readFile(place, 'utf8')).split('\n')) {
        const entry = entryOf(line, place);
        if (entry) yield entry;
      }
    },
    close: () => Promise.resolve(),
  };
}

/** A line without its end was never acknowledged: nothing was destroyed for it. */
function entryOf(line: string, place: string): Erasure | undefined {
  if (!line.endsWith('}') || line === heading.trim()) return undefined;
  try {
    const { tenant, subject, at } = JSON.parse(line) as Erasure;
    return { tenant, subject, at };
  } catch (error) {
    throw new Error(`the erasure ledger ${place} is damaged`, { cause: error });
  }
}

import { createWriteStream, mkdirSync, renameSync } from 'node:fs';
import { relative } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { chainsIn, isSegmentName, linesOf, segmentPath, segmentsIn } from './chain-files.js';

/** A line of a chain as it lies in a file, to the letter. */
export interface StoredLine {
  readonly chain: string;
  /** Number of the first line of its file. */
  readonly from: number;
  readonly text: string;
}

/**
 * Every line of all chains in a folder, or of one, chain after chain, also while they are written. A line that is not
 * finished is left out: nobody was shown what it stands for.
 */
export async function* storedLines(folder: string, only?: string): AsyncGenerator<StoredLine> {
  for (const chain of only === undefined ? chainsIn(folder) : [only])
    for (const { from, path } of segmentsIn(folder, chain))
      for await (const { text, torn } of linesOf(path)) if (!torn) yield { chain, from, text };
}

/** Puts lines back into files of their names, in place of what these hold. A file is whole or not there. May be repeated. */
export async function writeStoredLines(folder: string, lines: AsyncIterable<StoredLine>): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const iterator = lines[Symbol.asyncIterator]();
  let next = await iterator.next();
  while (!next.done) {
    const { chain, from } = next.value;
    const path = segmentPath(folder, chain, from);
    if (!isSegmentName(relative(folder, path))) throw new RangeError(`'${chain}' is no chain of audit records`);
    const texts = async function* () {
      for (; !next.done && next.value.chain === chain && next.value.from === from; next = await iterator.next())
        yield `${next.value.text}\n`;
    };
    await pipeline(Readable.from(texts()), createWriteStream(`${path}.part`, { mode: 0o600, flush: true }));
    renameSync(`${path}.part`, path);
  }
}

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** A file of JSON lines under gzip, as a manifest names it. */
export interface LinesFile {
  readonly file: string;
  readonly lines: number;
  readonly sha256: string;
}

/** Writes a new file that only its owner can read; on disk when the promise resolves. */
export async function writeLines(path: string, records: AsyncIterable<object>): Promise<LinesFile> {
  const hash = createHash('sha256');
  let lines = 0;
  const text = async function* () {
    for await (const record of records) {
      lines++;
      yield `${JSON.stringify(record)}\n`;
    }
  };
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  };
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(Readable.from(text()), createGzip(), counted, file);
  return { file: basename(path), lines, sha256: hash.digest('hex') };
}

/** The records of a file. @throws Error when it is cut off or damaged. */
export async function* readLines<Of>(path: string): AsyncIterable<Of> {
  const unzipped = createGunzip().setEncoding('utf8');
  createReadStream(path)
    .once('error', (error) => unzipped.destroy(error))
    .pipe(unzipped);
  let rest = '';
  for await (const chunk of unzipped as AsyncIterable<string>) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Of;
  }
  if (rest !== '') throw new Error(`${basename(path)} ends in the middle of a line`);
}

export async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}

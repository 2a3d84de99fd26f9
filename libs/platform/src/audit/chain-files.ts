import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A file of a chain; together, in the order of their first lines, they are the chain. */
export interface Segment {
  readonly chain: string;
  /** Number of its first line. */
  readonly from: number;
  readonly path: string;
}

const segmentPattern = /^(?<chain>[a-z0-9][a-z0-9.-]*)\.(?<from>\d{12})\.log$/;

/** `<service>-<instance>.<number of the first line>.log` */
export function segmentPath(folder: string, chain: string, from: number): string {
  return join(folder, `${chain}.${String(from).padStart(12, '0')}.log`);
}

/** The files of one chain, or of all, in order. */
export function segmentsIn(folder: string, only?: string): readonly Segment[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const { chain, from } = segmentPattern.exec(name)?.groups ?? {};
      if (chain === undefined || (only !== undefined && chain !== only)) return [];
      return [{ chain, from: Number(from), path: join(folder, name) }];
    });
}

/** Names of the chains that have files in the folder. */
export function chainsIn(folder: string): readonly string[] {
  return [...new Set(segmentsIn(folder).map(({ chain }) => chain))];
}

/** The complete lines of a file, and what stands behind the last line feed: a line that was never finished. */
export async function* linesOf(path: string): AsyncGenerator<{ readonly text: string; readonly torn: boolean }> {
  const stream = createReadStream(path, 'utf8');
  let endsWithFeed = true;
  stream.on('data', (chunk) => (endsWithFeed = String(chunk).endsWith('\n')));
  let held: string | undefined;
  for await (const text of createInterface({ input: stream, crlfDelay: Infinity })) {
    if (held !== undefined) yield { text: held, torn: false };
    held = text;
  }
  if (held !== undefined) yield { text: held, torn: !endsWithFeed };
}

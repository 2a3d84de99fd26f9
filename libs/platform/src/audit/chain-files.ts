import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A file of a chain; together, in the order of their first lines, they are the chain. */
export interface Segment {
  readonly chain: string;
  /** Number of its first line. */
  readonly from: number;
  readonly path: string;
}

const segmentPattern = /^(?<chain>[a-z0-9][a-z0-9.-]*)\.(?<from>\d{12})\.log$/;

/** Chains of the command line begin so; no service has this name. */
export const commandLinePrefix = 'cli-';

/** Records of one tenant that came from elsewhere lie in chains of this name. */
export function movedChain(service: string, tenant: string): string {
  return `${movedPrefixOf(service)}${tenant}`;
}

/** Chains with records of a service that came from elsewhere begin so; no host is named like that. */
export function movedPrefixOf(service: string): string {
  return `${service}-moved-`;
}

/** `<service>-<instance>.<number of the first line>.log` */
export function segmentPath(folder: string, chain: string, from: number): string {
  return join(folder, `${chain}.${String(from).padStart(12, '0')}.log`);
}

/** Whether a file of this name is one of a chain. */
export function isSegmentName(name: string): boolean {
  return segmentPattern.test(name);
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

export interface FileLine {
  readonly text: string;
  /** It stands behind the last line feed: a line that was never finished. */
  readonly torn: boolean;
  /** Where the next line begins. */
  readonly end: number;
}

/** The lines of a file, from a place where one begins. */
export async function* linesOf(path: string, start = 0): AsyncGenerator<FileLine> {
  let end = start;
  let rest = '';
  for await (const chunk of createReadStream(path, { start, encoding: 'utf8', highWaterMark: 1_048_576 })) {
    const texts = (rest + String(chunk)).split('\n');
    rest = texts.pop() ?? '';
    for (const text of texts) {
      end += Buffer.byteLength(text) + 1;
      yield { text, torn: false, end };
    }
  }
  if (rest !== '') yield { text: rest, torn: true, end: end + Buffer.byteLength(rest) };
}

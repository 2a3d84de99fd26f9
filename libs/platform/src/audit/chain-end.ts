import { linesOf, segmentsIn, type Segment } from './chain-files.js';
import { beginningOf, readLine, type Head } from './chain-line.js';

/** Where a chain ends in its files. */
export interface End {
  readonly head: Head;
  /** The file that holds the last complete line. */
  readonly path?: string;
  /** Where that line ends in it. */
  readonly bytes: number;
  readonly day: string;
}

/** The last complete line of a chain: the last file may hold none yet. */
export async function endOf(segments: readonly Segment[], beginning: Head): Promise<End> {
  const none = { head: beginning, bytes: 0, day: '' };
  for (const { path, from } of segments.toReversed()) {
    const end = await endOfFile(path, { ...none, head: { n: from - 1, mac: '' } });
    if (end.bytes > 0) return end;
  }
  return none;
}

/** How far a chain goes by its files. */
export async function headOf(folder: string, chain: string): Promise<Head> {
  return (await endOf(segmentsIn(folder, chain), beginningOf(chain))).head;
}

async function endOfFile(path: string, before: End): Promise<End> {
  let end = before;
  for await (const { text, torn, end: bytes } of linesOf(path)) {
    if (torn) break;
    const line = readLine(text);
    end = {
      path,
      // Tampered with or not, the chain goes on: refusing to start would only help whoever wants nothing recorded.
      head: line ?? { n: end.head.n + 1, mac: '' },
      bytes,
      day: typeof line?.record.at === 'string' ? line.record.at.slice(0, 10) : end.day,
    };
  }
  return end;
}

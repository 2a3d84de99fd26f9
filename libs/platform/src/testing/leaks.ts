import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A text in clear where only sealed values may lie. */
export interface Leak {
  /** Path inside the folder. */
  readonly file: string;
  readonly needle: string;
}

/**
 * Every file under the folder that holds one of the needles as UTF-8 bytes, as written or in lower case:
 * databases with their logs, mails, whatever lies there. Needles of fewer than four bytes would be found by chance.
 */
export function filesHolding(folder: string, needles: readonly string[]): readonly Leak[] {
  const tooShort = needles.find((needle) => Buffer.byteLength(needle) < 4);
  if (tooShort !== undefined) throw new RangeError(`'${tooShort}' is too short to be looked for in files`);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    const holds = (needle: string) => content.includes(needle) || content.includes(needle.toLowerCase());
    return [...new Set(needles)].filter(holds).map((needle) => ({ file: relative(folder, path), needle }));
  });
}

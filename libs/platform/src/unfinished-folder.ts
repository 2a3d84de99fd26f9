import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A restore or a move into this data folder has not come to its end; what is served from it would go its own way. */
export class DataFolderUnfinished extends Error {
  readonly code = 'data-folder-unfinished';
  constructor(readonly folder: string) {
    super(`${folder} is half filled by a restore or a move that was interrupted; repeat that first`);
  }
}

/** Marks a data folder, for as long as it is being filled; the mark survives a crash. */
export function markUnfinished(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(markIn(folder), 'A restore or a move into this folder is under way, or was interrupted.\n', {
    mode: 0o600,
    flush: true,
  });
}

export function markFinished(folder: string): void {
  rmSync(markIn(folder), { force: true });
}

export function isUnfinished(folder: string): boolean {
  return existsSync(markIn(folder));
}

function markIn(folder: string): string {
  return join(folder, 'unfinished');
}

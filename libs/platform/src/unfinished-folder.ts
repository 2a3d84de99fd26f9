import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A restore or a move into this data folder has not come to its end; what is served from it would go its own way. */
export class DataFolderUnfinished extends Error {
  readonly code = 'data-folder-unfinished';
  constructor(readonly folder: string) {
    super(`${folder} is half filled by a restore or a move that was interrupted; repeat that first`);
  }
}

const meaning = 'A restore or a move into this folder is under way, or was interrupted.\n';

/**
 * Marks a data folder, for as long as it is being filled; the mark survives a crash.
 * @param step how far it has come, for whoever repeats it
 */
export function markUnfinished(folder: string, step = ''): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(markIn(folder), meaning + step, { mode: 0o600, flush: true });
}

/** The step that was told last; undefined where nothing is unfinished. */
export function unfinishedStep(folder: string): string | undefined {
  return isUnfinished(folder) ? readFileSync(markIn(folder), 'utf8').slice(meaning.length) : undefined;
}

/** Takes the mark away; may be repeated. */
export function markFinished(folder: string): void {
  rmSync(markIn(folder), { force: true });
}

/** Whether a restore or a move into this folder has not come to its end. */
export function isUnfinished(folder: string): boolean {
  return existsSync(markIn(folder));
}

function markIn(folder: string): string {
  return join(folder, 'unfinished');
}

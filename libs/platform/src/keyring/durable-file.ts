import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';

/** Makes a file that only its owner reads, whole and on disk, or leaves the one that is there. Answers whether it made it. */
export function createFile(path: string, content: string): boolean {
  if (existsSync(path)) return false;
  return place(path, content, (part) => {
    try {
      // Unlike a rename, a link never takes the place of what another process has just made.
      linkSync(part, path);
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
      throw error;
    } finally {
      rmSync(part);
    }
  });
}

/** The same in place of the file that is there: at any moment one of the two is whole. */
export function replaceFile(path: string, content: string): void {
  place(path, content, (part) => renameSync(part, path));
}

function place<Answer>(path: string, content: string, put: (part: string) => Answer): Answer {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const part = `${path}.${randomUUID()}`;
  writeFileSync(part, content, { mode: 0o600, flush: true });
  const answer = put(part);
  syncFolder(folder);
  return answer;
}

/** A file's name is on disk once its folder is. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

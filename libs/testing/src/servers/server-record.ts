import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a keeper is asked to do. */
export interface KeeperTask {
  readonly name: string;
  /** Where its record goes; one for each owner. */
  readonly folder: string;
  /** Process id of the test run. */
  readonly owner: number;
}

/** What a keeper says about its server to all spec files of a run. */
export type ServerRecord = { readonly url: string } | { readonly missing: string };

/** Whether this process is the only keeper of that server; one that has died left a place that is free again. */
export function becomeKeeper(task: KeeperTask): boolean {
  const file = keeperFile(task);
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (keeperLives(task)) return false;
    rmSync(file, { force: true });
    rmSync(recordFile(task), { force: true });
    return becomeKeeper(task);
  }
}

/** Whole or not at all: spec files look for it all the time. */
export function writeRecord(task: KeeperTask, record: ServerRecord): void {
  const draft = `${recordFile(task)}.draft`;
  writeFileSync(draft, JSON.stringify(record));
  renameSync(draft, recordFile(task));
}

/** undefined while there is none, or its keeper has died. */
export function readRecord(task: KeeperTask): ServerRecord | undefined {
  const text = contentOf(recordFile(task));
  return text !== undefined && keeperLives(task) ? (JSON.parse(text) as ServerRecord) : undefined;
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function keeperLives(task: KeeperTask): boolean {
  const pid = Number(contentOf(keeperFile(task)));
  // Empty for a moment while it is being written.
  return pid === 0 || isAlive(pid);
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

const keeperFile = ({ folder, name }: KeeperTask) => join(folder, `${name}.pid`);
const recordFile = ({ folder, name }: KeeperTask) => join(folder, `${name}.json`);

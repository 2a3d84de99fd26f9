import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pause } from '@lotsennetz/kernel';
import { serverEnvironment } from './environment.js';
import type { Found, ServerKind } from './server-kind.js';
import { readRecord, type KeeperTask } from './server-record.js';

const hook = new URL('../../../../tools/swc-hook.mjs', import.meta.url).href;
const keeper = fileURLToPath(new URL('keeper.ts', import.meta.url));
/** With the time to fetch it first, 160 MB for the largest, on a machine that has other things to do. */
const readyWithinMs = 600_000;
const never = new AbortController().signal;

/**
 * A server of that kind: the one whose address is given, else one in Docker, else a local process. It is started when
 * a spec file of the run first asks, shared by all others, and ended with the run.
 */
export async function findServer(
  kind: Pick<ServerKind, 'name' | 'variable'>,
): Promise<Found<{ readonly url: string }>> {
  const given = serverEnvironment.url(kind.variable);
  if (given) return { server: { url: given } };
  // The parent of every process that jest runs spec files in is the run itself.
  const owner = process.ppid;
  const folder = join(tmpdir(), `lotsennetz-servers-${owner}`);
  return recordOf({ name: kind.name, folder, owner });
}

async function recordOf(task: KeeperTask): Promise<Found<{ readonly url: string }>> {
  mkdirSync(task.folder, { recursive: true });
  const failed = readRecord(task) ? () => false : startKeeper(task);
  const deadline = Date.now() + readyWithinMs;
  while (Date.now() < deadline && !failed()) {
    const record = readRecord(task);
    if (record) return 'url' in record ? { server: { url: record.url } } : { missing: record.missing };
    await pause(50, never);
  }
  return { missing: `${task.name} was not started; see ${logOf(task)}` };
}

/** One too many ends at once and without harm. Answers whether this one has failed. */
function startKeeper(task: KeeperTask): () => boolean {
  const runFromSource = ['--conditions=@lotsennetz/source', '--import', hook];
  const log = openSync(logOf(task), 'a');
  const keeping = spawn(process.execPath, [...runFromSource, keeper, JSON.stringify(task)], {
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  keeping.unref();
  return () => (keeping.exitCode ?? 0) !== 0;
}

function logOf({ folder, name }: KeeperTask): string {
  return join(folder, `${name}.log`);
}

import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** Where a run took place. */
export interface Machine {
  readonly node: string;
  readonly platform: string;
  readonly processor: string;
  readonly processors: number;
  readonly memoryGb: number;
  /** Times a second that 4 KB, appended, reach the disk: the limit of commits that are not grouped. */
  readonly syncsPerSecond: number;
  readonly measuredAt: string;
}

export function describeMachine(folder: string): Machine {
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    processor: cpus()[0]?.model ?? 'unknown',
    processors: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    syncsPerSecond: Math.round(syncsPerSecond(join(folder, 'sync'))),
    measuredAt: new Date().toISOString(),
  };
}

function syncsPerSecond(file: string): number {
  const descriptor = openSync(file, 'w');
  const page = Buffer.alloc(4096, 1);
  const since = performance.now();
  let syncs = 0;
  for (; performance.now() - since < 1000; syncs++) {
    writeSync(descriptor, page);
    fsyncSync(descriptor);
  }
  closeSync(descriptor);
  return (syncs / (performance.now() - since)) * 1000;
}

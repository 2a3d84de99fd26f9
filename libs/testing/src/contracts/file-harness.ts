import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MakeHarness } from './harness.js';

/** Harnesses of an adapter that keeps its data in one file: each in a temporary folder of its own. */
export function inTemporaryFile<Port>(
  open: (file: string) => Port,
  from: { readonly module: string; readonly factory: string },
): MakeHarness<Port> {
  return async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lotsennetz-'));
    const file = join(folder, 'data.db');
    return {
      open: () => Promise.resolve(open(file)),
      opening: { ...from, argument: file },
      dispose: () => rm(folder, { recursive: true }),
    };
  };
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../../..');
const fromSource = ['--conditions=@lotsennetz/source', '--import', './tools/swc-hook.mjs', 'apps/cli/src/main.ts'];

function lotsennetz(...args: readonly string[]): { readonly status: number | null; readonly stderr: string } {
  return spawnSync(process.execPath, [...fromSource, ...args], {
    cwd: repository,
    env: { ...process.env, PORT: 'abc' },
    encoding: 'utf8',
  });
}

describe('the command line with a setting that cannot be used', () => {
  it('still explains itself', () => {
    expect(lotsennetz('import', '--help').status).toBe(0);
  });
  it('says which, and nothing else', () => {
    const { status, stderr } = lotsennetz('parked', 'list');
    expect([status, stderr]).toEqual([1, "PORT must be a whole number, not 'abc'\n"]);
  });
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataFolder } from './data-folder-lock.js';

const hook = new URL('../../../../tools/swc-hook.mjs', import.meta.url).href;
const source = new URL('data-folder-lock.ts', import.meta.url).href;

describe('data folder lock', () => {
  let folder: string;
  let holder: ChildProcess | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
  });
  afterEach(() => {
    holder?.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  it('is held by one at a time', () => {
    const first = lockDataFolder(folder);
    expect(lockDataFolder(folder)).toBeUndefined();
    first?.release();
    const second = lockDataFolder(folder);
    first?.release();
    expect(lockDataFolder(folder)).toBeUndefined();
    second?.release();
  });

  it('folders do not disturb each other', () => {
    const locks = [lockDataFolder(join(folder, 'a')), lockDataFolder(join(folder, 'b'))];
    expect(locks).not.toContain(undefined);
    for (const lock of locks) lock?.release();
  });

  it('is refused while another process holds it, and free the moment that one is killed', async () => {
    const script = `const { lockDataFolder } = await import(${JSON.stringify(source)});
      console.log(lockDataFolder(${JSON.stringify(folder)}) ? 'held' : 'refused');
      setInterval(() => {}, 1000);`;
    const runFromSource = ['--conditions=@lotsennetz/source', '--import', hook, '--input-type=module', '-e', script];
    holder = spawn(process.execPath, runFromSource, { stdio: ['ignore', 'pipe', 'inherit'] });
    expect(String(await once(holder.stdout!, 'data'))).toBe('held\n');
    expect(lockDataFolder(folder)).toBeUndefined();
    holder.kill('SIGKILL');
    await once(holder, 'close');
    const lock = lockDataFolder(folder);
    expect(lock).toBeDefined();
    lock?.release();
  });
});

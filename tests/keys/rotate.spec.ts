import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TenantScope } from '@lotsennetz/kernel';
import { spawnCli } from '../platform-process.js';
import { PlatformUnderTest } from '../platform-under-test.js';

const siegen = TenantScope.of('siegen');
const people = Array.from({ length: 3_000 }, (_, index) => `p-${String(index)}`);

describe('lotsennetz keys rotate, beside a running platform', () => {
  const platform = new PlatformUnderTest();
  const rotate = ['keys', 'rotate'];
  let before: readonly unknown[];
  const allKeys = () => Promise.all(people.map((person) => platform.stores.shared.keys.obtain(siegen, person, 'name')));
  const rootKeys = () =>
    readFileSync(join(platform.keyring, 'root.key'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#')).length;

  beforeAll(async () => {
    await platform.start();
    before = await allKeys();
  }, 120_000);
  afterAll(() => platform[Symbol.asyncDispose]());

  it('goes on after kill -9 in the middle, and everything opens at every moment', async () => {
    const child = spawnCli({ LOTSENNETZ_DATA: platform.folder }, rotate);
    const closed = once(child, 'close');
    await once(child.stdout!, 'data');
    child.kill('SIGKILL');
    await closed;
    expect(await allKeys()).toEqual(before);
    const { status, stdout, stderr } = await platform.cli(...rotate);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [, rest] = /siegen\t(\d+) keys wrapped anew/.exec(stdout) ?? [];
    expect(Number(rest)).toBeGreaterThan(0);
    expect(Number(rest)).toBeLessThan(people.length);
    expect(rootKeys()).toBe(2);
    expect(await allKeys()).toEqual(before);
  }, 120_000);

  it('lets the platform start again, and not without its root key', async () => {
    expect(await platform.stop()).toBe(0);
    await platform.start();
    expect(await platform.stop()).toBe(0);
    const stranger = await platform.cliWith(
      { LOTSENNETZ_KEYRING: join(platform.folder, '../nowhere') },
      'start',
      '--no-example',
    );
    expect(stranger.status).toBe(1);
    expect(stranger.stderr.trim().split('\n')).toEqual([expect.stringContaining('the root key is missing at')]);
  }, 120_000);
});

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from '@lotsennetz/kernel';
import { describeWithServer, eventStoreDbServer, findOwnServers, type OwnServer } from '@lotsennetz/testing';
import { historiesOf, type History } from '../crash/history.js';
import { runCli, spawnCli } from '../platform-process.js';
import { PlatformUnderTest } from '../platform-under-test.js';
import { seedOf } from '../seeded-random.js';
import { work } from './work.js';

const seed = seedOf(process.env, 20180704);
const tenant = 'siegen';

describeWithServer(
  `moving into EventStoreDB and back (repeat with LOTSENNETZ_SEED=${seed})`,
  await findOwnServers(eventStoreDbServer),
  (start) => {
    const source = new PlatformUnderTest();
    const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-move-'));
    let server: OwnServer;
    let moved: PlatformUnderTest;
    let all: ReadonlyMap<string, History>;

    beforeAll(async () => {
      server = await start()();
      moved = new PlatformUnderTest({ LOTSENNETZ_EVENT_STORE: server.url });
      const platform = await source.start();
      await source.foundTenant(tenant);
      const token = await source.createToken(tenant, 'administrator');
      await source.settled();
      await work(platform, { tenant, token }, { seed, answers: 300 });
      await source.settled();
      await source.stop();
      all = await historiesOf(source.stores);
    }, 120_000);

    afterAll(async () => {
      await source[Symbol.asyncDispose]();
      await moved[Symbol.asyncDispose]();
      await server.dispose();
      rmSync(folder, { recursive: true, force: true });
    });

    const bare = (histories: ReadonlyMap<string, History>) =>
      new Map([...histories].map(([name, events]) => [name, events.map(({ position: _, ...event }) => event)]));
    const reportHash = async (platform: Pick<PlatformUnderTest, 'cli'>) => {
      const { status, stdout, stderr } = await platform.cli('report', 'integration', '--tenant', tenant);
      if (status !== 0) throw new Error(stderr);
      return (JSON.parse(stdout) as { readonly hash: string }).hash;
    };

    it('goes on after kill -9, and the report is the same there', async () => {
      // Whatever the settings name: no password has to stand in a command line.
      const move = ['migrate', '--from', `sqlite:${source.folder}`, '--to', 'configured'];
      const child = spawnCli({ LOTSENNETZ_DATA: moved.folder, LOTSENNETZ_EVENT_STORE: server.url }, move);
      const closed = once(child, 'close');
      const training = moved.stores.services.get('training');
      while (child.exitCode === null && (await training?.eventStore.head()) === undefined) await pause(5);
      child.kill('SIGKILL');
      await closed;
      const partly = [...(await historiesOf(moved.stores)).values()].flat().length;
      expect(partly).toBeGreaterThan(0);
      expect(partly).toBeLessThan([...all.values()].flat().length);
      const { status, stderr } = await moved.cli(...move);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(bare(await historiesOf(moved.stores))).toEqual(bare(all));
      expect(await reportHash(moved)).toBe(await reportHash(source));
    }, 120_000);

    it('a backup taken there is restored into files, and moving back gives the same', async () => {
      expect((await moved.cli('backup', join(folder, 'backup'))).status).toBe(0);
      const files = (name: string) => ({ LOTSENNETZ_DATA: join(folder, name), LOTSENNETZ_KEYRING: moved.keyring });
      const restored = await runCli(files('restored'), 'restore', join(folder, 'backup'));
      const back = await moved.cli('migrate', '--from', 'configured', '--to', `sqlite:${join(folder, 'back')}`);
      // A new folder of data has a keyring of its own, and says so.
      expect(restored.stderr).toBe('');
      expect(back.stderr).toMatch(/^A root key was made: /);
      const expected = await reportHash(source);
      for (const settings of [files('restored'), { LOTSENNETZ_DATA: join(folder, 'back') }])
        expect(await reportHash({ cli: (...args) => runCli(settings, ...args) })).toBe(expected);
    }, 120_000);
  },
);

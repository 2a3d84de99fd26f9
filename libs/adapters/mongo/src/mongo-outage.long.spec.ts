import { setTimeout as delay } from 'node:timers/promises';
import { TenantScope, Unavailable, type Position } from '@lotsennetz/kernel';
import { describeWithServer, findOwnServers, mongoServer } from '@lotsennetz/testing';
import { openMongoReadModels } from './mongo-read-models.js';

const scope = TenantScope.of('siegen');
const collection = 'volunteer-list.v1.0';
const [commits, rowsEach, awayMs] = [300, 100, 60_000];

describeWithServer('MongoDB that is away for a minute', await findOwnServers(mongoServer), (start) => {
  it('gets every commit once it is back, in order, none of them twice', async () => {
    const server = await start()();
    const readModels = openMongoReadModels(server.url, 'long');
    await readModels.open(collection, []);
    const failures: number[] = [];
    const commit = async (number: number) => {
      const changes = Array.from({ length: rowsEach }, (_, index) => ({
        collection,
        scope,
        id: `v-${String(number % 10)}-${String(index)}`,
        row: { number },
        position: String(number).padStart(8, '0') as Position,
      }));
      for (;;) {
        const since = performance.now();
        try {
          await readModels.commit(changes, { [collection]: String(number) });
          return;
        } catch (error) {
          expect(error).toBeInstanceOf(Unavailable);
          failures.push(performance.now() - since);
        }
      }
    };
    const away = (async () => {
      await delay(1_000);
      await server.kill();
      await delay(awayMs);
      await server.bringBack();
    })();
    for (let number = 1; number <= commits; number += 1) await commit(number);
    await away;
    expect(failures.length).toBeGreaterThan(awayMs / 3_000 / 2);
    expect(Math.max(...failures)).toBeLessThan(3_000);
    expect(await readModels.checkpoint(collection)).toBe(String(commits));
    expect(await readModels.count(collection, scope)).toBe(10 * rowsEach);
    expect(await readModels.count(collection, scope, { number: { gt: commits - 10 } })).toBe(10 * rowsEach);
    console.info(
      `${failures.length} commits failed while it was away, none after more than ${Math.max(...failures).toFixed(0)} ms`,
    );
    await readModels.close();
    await server.dispose();
  }, 240_000);
});

import { setTimeout as delay } from 'node:timers/promises';
import { TenantScope, Unavailable, type Change, type Position, type ReadModels } from '@lotsennetz/kernel';
import { describeWithServer, eventually, findOwnServers, mongoServer, type OwnServer } from '@lotsennetz/testing';
import { openMongoReadModels } from './mongo-read-models.js';

const scope = TenantScope.of('siegen');
const collection = 'volunteer-list.v1.0';
const noticedWithinMs = 3_000;

/** As many rows as one batch of events touches, all of one position. */
const changes = (position: number): readonly Change[] =>
  Array.from({ length: 200 }, (_, index) => ({
    collection,
    scope,
    id: `v-${String(index)}`,
    row: { position },
    position: String(position).padStart(8, '0') as Position,
  }));

async function outcomeOf(work: Promise<unknown>): Promise<{ readonly error: unknown; readonly afterMs: number }> {
  const since = performance.now();
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { error, afterMs: performance.now() - since };
}

it('without a server everything is unavailable, soon', async () => {
  const readModels = openMongoReadModels('mongodb://127.0.0.1:9', 'nobody');
  const outcomes = await Promise.all(
    [readModels.open(collection, []), readModels.get(collection, scope, 'a'), readModels.commit(changes(1))].map(
      outcomeOf,
    ),
  );
  for (const { error, afterMs } of outcomes) {
    expect(error).toBeInstanceOf(Unavailable);
    expect(afterMs).toBeLessThan(noticedWithinMs);
  }
  await readModels.close();
});

describeWithServer('MongoDB that goes away', await findOwnServers(mongoServer), (start) => {
  let server: OwnServer;
  let readModels: ReadModels;
  beforeEach(async () => {
    server = await start()();
    readModels = openMongoReadModels(server.url, 'outage');
    await readModels.open(collection, ['position']);
  });
  afterEach(async () => {
    await readModels.close();
    await server.dispose();
  });

  const held = async () => ({
    rows: await readModels.count(collection, scope, { position: { gt: 0 } }),
    latest: await readModels.count(collection, scope, { position: 2 }),
    checkpoint: await readModels.checkpoint(collection),
  });

  it('is an outage while it is away; what was acknowledged is there when it is back, and work goes on', async () => {
    await readModels.commit(changes(1), { [collection]: '1' });
    await server.kill();
    for (const work of [
      readModels.commit(changes(2), { [collection]: '2' }),
      readModels.get(collection, scope, 'v-1'),
    ]) {
      const { error, afterMs } = await outcomeOf(work);
      expect(error).toBeInstanceOf(Unavailable);
      expect(afterMs).toBeLessThan(noticedWithinMs);
    }
    await server.bringBack();
    await eventually(async () => expect(await held()).toEqual({ rows: 200, latest: 0, checkpoint: '1' }));
    await readModels.commit(changes(2), { [collection]: '2' });
    expect(await held()).toEqual({ rows: 200, latest: 200, checkpoint: '2' });
  });

  it('killed at any moment of a commit, no checkpoint is ahead of its rows, and doing it again completes it', async () => {
    for (const afterMs of [0, 15, 60]) {
      const position = 10 + afterMs;
      const commit = outcomeOf(readModels.commit(changes(position), { [collection]: String(position) }));
      await delay(afterMs);
      await server.kill();
      const { error } = await commit;
      if (error !== undefined) expect(error).toBeInstanceOf(Unavailable);
      await server.bringBack();
      await eventually(async () => {
        const written = await readModels.count(collection, scope, { position });
        const checkpoint = await readModels.checkpoint(collection);
        if (error === undefined || checkpoint === String(position)) expect(written).toBe(200);
        if (error === undefined) expect(checkpoint).toBe(String(position));
      });
      await readModels.commit(changes(position), { [collection]: String(position) });
      expect(await readModels.count(collection, scope, { position })).toBe(200);
      expect(await readModels.count(collection, scope)).toBe(200);
    }
  });

  it('is an outage when it hangs, too', async () => {
    await readModels.commit(changes(1));
    process.kill(server.pid, 'SIGSTOP');
    try {
      const { error, afterMs } = await outcomeOf(readModels.commit(changes(2)));
      expect(error).toBeInstanceOf(Unavailable);
      console.info(`a server that hangs was noticed after ${afterMs.toFixed(0)} ms`);
    } finally {
      process.kill(server.pid, 'SIGCONT');
    }
    await eventually(() => readModels.commit(changes(2)));
    expect((await held()).latest).toBe(200);
  });
});

import { Views, handleCommand, hashCollection, TenantScope, type Position, type ReadModels } from '@lotsennetz/kernel';
import {
  MemoryEventStore,
  describeWithServer,
  exampleProjection,
  exampleStream,
  findServer,
  memoryCommandPorts,
  mongoServer,
  move,
  register,
  runProcess,
  unique,
} from '@lotsennetz/testing';
import type { CompetingWriterTask } from './competing-writer.js';
import { openMongoReadModels } from './mongo-read-models.js';

const scope = TenantScope.of('siegen');

describeWithServer('several processes on MongoDB', await findServer(mongoServer), (server) => {
  let database: string;
  let opened: ReadModels[];
  beforeEach(() => {
    database = unique('replicas');
    opened = [];
  });
  afterEach(() => Promise.all(opened.map((readModels) => readModels.close())));

  const open = () => {
    const readModels = openMongoReadModels(server().url, database);
    opened.push(readModels);
    return readModels;
  };

  it('writing the same rows leave each at the latest position', async () => {
    const readModels = open();
    const collection = 'volunteer-list.v1.0';
    await readModels.open(collection, []);
    const [rows, last] = [30, 60];
    // Each process goes through a third of the positions, in strides that look random but are the same every time.
    const shares = [0, 1, 2].map((share) =>
      Array.from({ length: last / 3 }, (_, index) => 1 + share + 3 * ((index * 7) % (last / 3))),
    );
    const program = new URL('competing-writer.ts', import.meta.url).href;
    const task = (positions: readonly number[]): CompetingWriterTask => ({
      ...{ url: server().url, database, collection, rows, positions },
    });
    await Promise.all(shares.map((positions) => runProcess(program, task(positions))));
    expect(await readModels.count(collection, scope)).toBe(rows);
    expect(await readModels.count(collection, scope, { position: last })).toBe(rows);
  });

  it('a view is rebuilt by one beside the serving one, which takes the new one over without missing an event', async () => {
    const ports = memoryCommandPorts({ eventStore: new MemoryEventStore() });
    const { eventStore } = ports;
    const send = async (id: string, decide: typeof move, town: string) => {
      const meta = { actor: 'cli', correlationId: 'c' };
      const outcome = await handleCommand(ports, { stream: exampleStream, scope, id, decide, command: { town }, meta });
      return (outcome.kind === 'done' ? outcome.position : undefined) as Position;
    };
    const viewsOn = (readModels: ReadModels) => new Views({ eventStore, readModels }, [exampleProjection]);
    for (let each = 0; each < 700; each += 1) await send(`v-${String(each)}`, register, 'Siegen');
    const [serving, rebuilding] = [open(), open()];
    const views = viewsOn(serving);
    await views.open();
    const before = views.collection(exampleProjection.name);
    const stopping = new AbortController();
    const following = views.follow(stopping.signal);
    const rebuilt = viewsOn(rebuilding).rebuild(exampleProjection.name);
    for (let each = 0; each < 200; each += 1) {
      await send(`v-${String(each)}`, move, 'Netphen');
      // Every reader finds every row all the time.
      expect(await serving.count(views.collection(exampleProjection.name), scope)).toBe(700);
    }
    const { collection } = await rebuilt;
    const last = await send('v-0', move, 'Kreuztal');
    expect(await views.reach(last, 10_000)).toBe(true);
    expect(views.collection(exampleProjection.name)).toBe(collection);
    expect(collection).not.toBe(before);
    expect(await serving.count(collection, scope, { town: 'Netphen' })).toBe(199);
    const anew = await viewsOn(rebuilding).rebuild(exampleProjection.name);
    expect(await hashCollection(serving, collection)).toBe(await hashCollection(rebuilding, anew.collection));
    stopping.abort();
    await following;
  });

  it('takes 5,000 rows in one commit', async () => {
    const readModels = open();
    const collection = 'volunteer-list.v1.0';
    await readModels.open(collection, ['town']);
    for (const position of ['1', '2'] as const) {
      const changes = Array.from({ length: 5_000 }, (_, index) => {
        const row = { town: 'Siegen', name: `Amal ${String(index)}`, topics: ['housing', 'kita'], position };
        return { collection, scope, id: `v-${String(index)}`, row, position: position as Position };
      });
      const since = performance.now();
      await readModels.commit(changes, { [collection]: position });
      const seconds = (performance.now() - since) / 1_000;
      console.info(`commit ${position} of 5,000 rows: ${seconds.toFixed(2)} s, ${(5_000 / seconds).toFixed(0)} rows/s`);
      expect(await readModels.count(collection, scope, { position })).toBe(5_000);
    }
  });
});

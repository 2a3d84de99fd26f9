import type { EventStore, RecordedEvent, StreamName } from '@lotsennetz/kernel';
import { killAfterLines, runProcess } from './child-process.js';
import { eventually } from './eventually.js';
import { fill, follow, idsOf, readOn, someEvent, someStream } from './events-under-test.js';
import { stopsWithTest, type InUse } from './harness.js';
import type { WriterTask } from './event-store-writer.js';

const appendsEach = 40;

/** Concurrency across handles always, across processes where the data can be shared. */
export function writesFromManyProcesses(stores: InUse<EventStore>, processes: number): void {
  it('a reader never overtakes an event still to come: writers at once through several handles', async () => {
    const [reader, ...writers] = [await stores.open(), await stores.open(), await stores.open()];
    const watching = watch(reader);
    await Promise.all(writers.flatMap((writer) => [fill(writer, 20), fill(writer, 20)]));
    await watching.expectAll(80);
  });

  if (processes === 0) return;
  survivesKill(stores);

  it(`${processes} processes write at once: nothing lost, doubled, overtaken or out of order`, async () => {
    const store = await stores.open();
    const contended = someStream();
    const watching = watch(store);
    const tasks = Array.from({ length: processes }, () => taskFor(stores, contended));
    await Promise.all(tasks.map((task) => runProcess('event-store-writer.ts', task)));
    const all = await watching.expectAll(processes * appendsEach * 2);
    const ofContended = all.filter(({ stream }) => stream === contended);
    expect(ofContended.map(({ revision }) => revision)).toEqual(ofContended.map((_, index) => index));
    expect(ofContended).toHaveLength(processes * appendsEach);
  }, 60_000);

  it('a command sent by several processes at once is written once', async () => {
    const store = await stores.open();
    const stream = someStream();
    const tasks = Array.from({ length: processes }, () => taskFor(stores, stream, 'the-same'));
    await Promise.all(tasks.map((task) => runProcess('event-store-writer.ts', task)));
    expect((await store.readStream(stream)).filter(({ meta }) => meta.commandId === 'the-same-0')).toHaveLength(1);
    expect(await store.readStream(stream)).toHaveLength(appendsEach);
  }, 60_000);
}

/** The process is killed in the middle of its work, at another point each time. */
function survivesKill(stores: InUse<EventStore>): void {
  it.each([1, 50, 333])(
    'everything acknowledged before a kill -9 is there: after %i acknowledgements',
    async (count) => {
      const acknowledged = await killAfterLines('event-store-endless-writer.ts', taskFor(stores, someStream()), count);
      const store = await stores.open();
      const written = new Set(idsOf(await readOn(store, {})));
      expect(acknowledged.filter((id) => !written.has(id))).toEqual([]);
      await fill(store, 1);
      expect(await readOn(store, {})).toHaveLength(written.size + 1);
    },
  );
}

function taskFor(stores: InUse<EventStore>, contended: StreamName, command?: string): WriterTask {
  const opening = stores.opening();
  if (!opening) throw new TypeError('this harness cannot be opened by other processes');
  return {
    opening,
    contended,
    own: someStream(),
    event: someEvent(),
    appends: appendsEach,
    ...(command ? { command } : {}),
  };
}

/** Follows the store in two ways, subscribing and polling, and compares with what is there in the end. */
function watch(store: EventStore): { expectAll(count: number): Promise<readonly RecordedEvent[]> } {
  const following = follow(store, { limit: 7 });
  const stopping = stopsWithTest();
  const polled: RecordedEvent[] = [];
  const polling = (async () => {
    while (!stopping.signal.aborted) {
      polled.push(...(await store.readAll({ after: polled.at(-1)?.position, limit: 5 })));
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  return {
    async expectAll(count) {
      await eventually(() => expect([following.events.length, polled.length]).toEqual([count, count]), 30_000);
      stopping.abort();
      await Promise.all([polling, following.stop()]);
      const all = await readOn(store, {});
      expect(idsOf(following.events)).toEqual(idsOf(all));
      expect(idsOf(polled)).toEqual(idsOf(all));
      return all;
    },
  };
}

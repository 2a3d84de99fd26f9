import type { ContractEvent } from '@lotsennetz/kernel';
import { history, streamOf } from '@lotsennetz/testing';
import type { EachBatchPayload } from 'kafkajs';
import { handlingOf } from './batch-handling.js';
import { messageOf } from './cloud-event-message.js';

const { jest } = import.meta;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** What kafkajs hands over for `count` messages of partition 3 from offset 10 on, and what is done with it. */
function fetched(count: number, { staleAfterParts = Infinity } = {}) {
  const done = { committed: [] as string[], resolved: [] as string[], heartbeats: 0, paused: 0, resumed: 0 };
  const messages = history(streamOf('c'), 0, count - 1).map((event, index) => {
    const { key, value, headers } = messageOf('training', event);
    return { key, value: Buffer.from(String(value)), headers, offset: String(10 + index) };
  });
  const payload = {
    batch: { topic: 'training', partition: 3, messages },
    isRunning: () => true,
    isStale: () => done.committed.length >= staleAfterParts,
    heartbeat: () => {
      done.heartbeats += 1;
      return Promise.resolve();
    },
    resolveOffset: (offset: string) => done.resolved.push(offset),
    pause: () => {
      done.paused += 1;
      return () => (done.resumed += 1);
    },
    commitOffsetsIfNecessary: ({ topics }: { topics: { partitions: { offset: string }[] }[] }) => {
      done.committed.push(...topics.flatMap(({ partitions }) => partitions.map(({ offset }) => offset)));
      return Promise.resolve();
    },
  };
  return { done, payload: payload as unknown as EachBatchPayload };
}

const options = (handle: (batch: readonly ContractEvent[]) => Promise<void>) => ({
  handle,
  heartbeatMs: 1_000,
  notice: () => undefined,
});

it('commits the offset behind each part once that part is done', async () => {
  const { done, payload } = fetched(4_200);
  const seen: unknown[] = [];
  await handlingOf(
    options((batch) => {
      seen.push([batch.length, done.committed.length]);
      return Promise.resolve();
    }),
  )(payload);
  expect(seen).toEqual([
    [2_000, 0],
    [2_000, 1],
    [200, 2],
  ]);
  expect(done.committed).toEqual(['2010', '4010', '4210']);
  expect(done.resolved).toEqual(['2009', '4009', '4209']);
});

it('commits nothing of a part that fails, pauses its partition for longer each time, and forgets that with a success', async () => {
  let fails = true;
  const handle = handlingOf(options(() => (fails ? Promise.reject(new Error('no')) : Promise.resolve())));
  const { done, payload } = fetched(1);
  const pausesMs: number[] = [];
  for (let failures = 0; failures < 8; failures++) {
    await handle(payload);
    const since = Date.now();
    while (done.resumed < done.paused) jest.advanceTimersToNextTimer();
    pausesMs.push(Date.now() - since);
  }
  expect(pausesMs).toEqual([100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000]);
  expect([done.committed, done.resolved]).toEqual([[], []]);
  fails = false;
  await handle(payload);
  fails = true;
  await handle(payload);
  jest.advanceTimersByTime(100);
  expect(done).toMatchObject({ committed: ['11'], paused: 9, resumed: 9 });
});

it('keeps the parts before the one that fails, and begins none after it', async () => {
  const { done, payload } = fetched(4_200);
  const sizes: number[] = [];
  await handlingOf(
    options((batch) => (sizes.push(batch.length) === 2 ? Promise.reject(new Error('no')) : Promise.resolve())),
  )(payload);
  expect(sizes).toEqual([2_000, 2_000]);
  expect(done.committed).toEqual(['2010']);
});

it('begins no part of a batch that is no longer wanted', async () => {
  const { done, payload } = fetched(4_200, { staleAfterParts: 1 });
  await handlingOf(options(() => Promise.resolve()))(payload);
  expect(done.committed).toEqual(['2010']);
});

it('sends heartbeats while a handler takes its time, and not after it', async () => {
  const { done, payload } = fetched(1);
  const slow = Promise.withResolvers<undefined>();
  const handling = handlingOf(options(() => slow.promise))(payload);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(done).toMatchObject({ heartbeats: 10, committed: [] });
  slow.resolve(undefined);
  await handling;
  await jest.advanceTimersByTimeAsync(10_000);
  expect(done).toMatchObject({ heartbeats: 11, committed: ['11'] });
});

import { Unavailable, type EventStore, type NewEvent, type RecordedEvent, type StreamName } from '@lotsennetz/kernel';
import {
  describeWithServer,
  eventStoreDbServer,
  eventually,
  findOwnServers,
  someEvent,
  someStream,
  type OwnServer,
} from '@lotsennetz/testing';
import { openEventStoreDb } from './index.js';

// Always against the stub: a server given by its address cannot be killed, nor told to lose answers.
describeWithServer('EventStoreDB, when things go wrong', await findOwnServers(eventStoreDbServer), (startServer) => {
  let server: OwnServer;
  let stores: EventStore[] = [];
  let stopping: AbortController;
  beforeEach(async () => {
    server = await startServer()();
    stopping = new AbortController();
  });
  afterEach(async () => {
    stopping.abort();
    await Promise.all(stores.map((store) => store.close()));
    stores = [];
    await server.dispose();
  });

  const open = (service = 'registration') => {
    const store = openEventStoreDb(server.url, service);
    stores.push(store);
    return store;
  };
  const follow = (store: EventStore) => {
    const events: RecordedEvent[] = [];
    void (async () => {
      for await (const batch of store.subscribe({ signal: stopping.signal, limit: 10 })) events.push(...batch);
    })();
    return events;
  };
  const begin = (store: EventStore, stream = someStream(), event = someEvent()) =>
    store.append({ stream, expectedRevision: -1, events: [event] });
  const persistently = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
      }
    }
  };
  const idsOf = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id);
  const streamFor = (fault: string) => `${someStream()}${fault}` as StreamName;

  it('a subscription outlives kills of the server: every event once and in order', async () => {
    const store = open();
    const seen = follow(store);
    const events: NewEvent[] = [];
    for (let round = 0; round < 4; round++) {
      for (let count = 0; count < 25; count++) {
        const event = someEvent({ round, count });
        await persistently(() => begin(store, someStream(), event));
        events.push(event);
      }
      await server.kill();
      await server.bringBack();
    }
    await eventually(() => expect(seen).toHaveLength(100));
    expect(idsOf(seen)).toEqual(idsOf(events));
    expect(idsOf(await store.readAll({}))).toEqual(idsOf(events));
  });

  it('a kill in the middle of many appends loses none that was acknowledged and writes none twice', async () => {
    const store = open();
    const seen = follow(store);
    const events = Array.from({ length: 200 }, (_, number) => someEvent({ number }, `k${number}`));
    const appending = events.map((event) => {
      const stream = someStream();
      return persistently(() => begin(store, stream, event));
    });
    await eventually(() => expect(seen.length).toBeGreaterThan(0));
    await server.kill();
    await server.bringBack();
    await Promise.all(appending);
    await eventually(() => expect(seen).toHaveLength(200));
    expect(new Set(idsOf(seen))).toEqual(new Set(idsOf(events)));
  });

  it('without a server every call fails soon, and works again when there is one', async () => {
    const store = open();
    const stream = someStream();
    await begin(store, stream);
    await server.kill();
    const next = () => store.append({ stream, expectedRevision: 0, events: [someEvent()] });
    const startedAt = performance.now();
    await expect(next()).rejects.toThrow(Unavailable);
    await expect(store.readStream(stream)).rejects.toThrow(Unavailable);
    await expect(store.readAll({})).rejects.toThrow(Unavailable);
    await expect(store.head()).rejects.toThrow(Unavailable);
    expect(performance.now() - startedAt).toBeLessThan(4 * 3_000);
    await server.bringBack();
    expect(await persistently(next)).toMatchObject({ revision: 1, duplicate: false });
  });

  it('a server that stands still is given up within three seconds, and used again when it goes on', async () => {
    const store = open();
    const stream = someStream();
    await begin(store, stream);
    process.kill(server.pid, 'SIGSTOP');
    const startedAt = performance.now();
    const outcomes = await Promise.allSettled([begin(store), store.readStream(stream)]);
    const tookMs = performance.now() - startedAt;
    process.kill(server.pid, 'SIGCONT');
    expect(outcomes).toMatchObject([{ reason: expect.any(Unavailable) }, { reason: expect.any(Unavailable) }]);
    expect(tookMs).toBeLessThan(3_000);
    expect(await persistently(() => store.readStream(stream))).toHaveLength(1);
  });

  it.each([
    ['the same request', (event: NewEvent) => event],
    ['the same command under new event ids', ({ data }: NewEvent) => someEvent(data, 'k1')],
  ])('an answer is lost after the server has written: %s is a duplicate', async (_, again) => {
    const [store, another] = [open(), open()];
    const stream = streamFor('lose-answer');
    const event = someEvent({ town: 'Netphen' }, 'k1');
    await expect(begin(store, stream, event)).rejects.toThrow(Unavailable);
    const [written] = await another.readStream(stream);
    const answer = { revision: 0, position: written?.position, duplicate: true };
    expect(await begin(store, stream, again(event))).toEqual(answer);
    expect(await begin(another, stream, again(event))).toEqual(answer);
    expect(await store.readStream(stream)).toHaveLength(1);
  });

  it('a lost answer without a command ends as a conflict, never as two events', async () => {
    const store = open();
    const stream = streamFor('lose-answer');
    await expect(begin(store, stream)).rejects.toThrow(Unavailable);
    await expect(begin(store, stream)).rejects.toMatchObject({ code: 'wrong-expected-revision', actual: 0 });
  });

  it('an append that meets a node which leads no longer is sent to the one that does', async () => {
    const store = open();
    const seen = follow(store);
    await begin(store);
    expect(await begin(store, streamFor('lose-leader'))).toMatchObject({ revision: 0, duplicate: false });
    await begin(store);
    await eventually(() => expect(seen).toHaveLength(3));
    expect(idsOf(seen)).toEqual(idsOf(await store.readAll({})));
  });

  it('a dropped subscription goes on after the last event handed out', async () => {
    const store = open();
    const seen = follow(store);
    for (let count = 0; count < 5; count++) {
      await begin(store);
      await begin(store, streamFor('drop-subscriptions'));
    }
    await eventually(() => expect(seen).toHaveLength(10));
    expect(idsOf(seen)).toEqual(idsOf(await store.readAll({})));
  });

  it('a subscription waits for a server that is not there yet, and ends when it is asked to', async () => {
    await server.kill();
    const store = open();
    const seen = follow(store);
    await expect(begin(store)).rejects.toThrow(Unavailable);
    await server.bringBack();
    await persistently(() => begin(store));
    await eventually(() => expect(seen.length).toBeGreaterThan(0));
    await server.kill();
    const ended = (async () => {
      for await (const _ of store.subscribe({ signal: stopping.signal })) expect(_).toBeUndefined();
    })();
    stopping.abort();
    await ended;
  });

  it('a slow reader gets everything in order while others write', async () => {
    const store = open();
    const events = Array.from({ length: 3_000 }, (_, number) => someEvent({ number }));
    await store.append({ stream: someStream(), expectedRevision: -1, events });
    const seen: string[] = [];
    for await (const batch of store.subscribe({ limit: 7, signal: stopping.signal })) {
      expect(batch.length).toBeLessThanOrEqual(7);
      seen.push(...idsOf(batch));
      await new Promise((resolve) => setImmediate(resolve));
      if (seen.length === 3_000) break;
    }
    expect(seen).toEqual(idsOf(events));
  });

  it('each service sees its own streams only, and none of the server', async () => {
    const [registration, training] = [open('registration'), open('training')];
    await begin(registration);
    await begin(training, someStream('training.course'));
    await begin(training, someStream('trainings.course'));
    expect(await registration.readAll({})).toMatchObject([{ stream: expect.stringMatching(/^registration\./) }]);
    expect(await training.readAll({})).toMatchObject([{ stream: expect.stringMatching(/^training\./) }]);
    expect(await open('matching').head()).toBeUndefined();
  });
});

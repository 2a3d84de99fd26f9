import { binaryEvent, EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import { Unavailable, type EventStore } from '@lotsennetz/kernel';
import {
  describeWithServer,
  eventStoreDbServer,
  eventually,
  findServer,
  someEvent,
  someStream,
  unique,
} from '@lotsennetz/testing';
import { parseEventStoreDbAddress } from './eventstoredb-address.js';
import { openEventStoreDb } from './index.js';

describeWithServer('EventStoreDB, on a server shared with others', await findServer(eventStoreDbServer), (server) => {
  let neighbour: EventStoreDBClient;
  let stores: EventStore[] = [];
  let stopping: AbortController;
  beforeEach(() => {
    neighbour = EventStoreDBClient.connectionString(parseEventStoreDbAddress(server().url).client);
    stopping = new AbortController();
  });
  afterEach(async () => {
    stopping.abort();
    await Promise.all(stores.map((store) => store.close()));
    await neighbour.dispose();
    stores = [];
  });

  const addressWith = (prefix: string) => `${server().url}${server().url.includes('?') ? '&' : '?'}prefix=${prefix}`;
  const open = (prefix: string, service = 'registration') => {
    const store = openEventStoreDb(addressWith(prefix), service);
    stores.push(store);
    return store;
  };
  const begin = (store: EventStore) =>
    store.append({ stream: someStream(), expectedRevision: -1, events: [someEvent()] });
  /** What no event of ours looks like: no JSON, no envelope, and a link to one of ours. */
  const disturb = async (prefix: string) => {
    for (const stream of [`${unique('others')}-1`, `${prefix}registrations.volunteer-1`, `x${prefix}registration.v-1`])
      await neighbour.appendToStream(
        stream,
        [
          binaryEvent({ type: 'Measured', data: Buffer.from([0, 255]) }),
          binaryEvent({ type: '$>', data: Buffer.from(`0@${prefix}registration.volunteer-siegen_1`) }),
        ],
        { expectedRevision: NO_STREAM },
      );
  };

  it('what others write is never read, nor taken for the head', async () => {
    const prefix = unique('shared.');
    const store = open(prefix);
    const seen: string[] = [];
    await disturb(prefix);
    expect(await store.head()).toBeUndefined();
    void (async () => {
      for await (const batch of store.subscribe({ signal: stopping.signal })) seen.push(...batch.map(({ id }) => id));
    })();
    const first = await begin(store);
    await disturb(unique('shared.'));
    expect(await store.head()).toBe(first.position);
    const second = await begin(store);
    expect(await store.head()).toBe(second.position);
    const all = await store.readAll({});
    expect(all.map(({ position }) => position)).toEqual([first.position, second.position]);
    await eventually(() => expect(seen).toEqual(all.map(({ id }) => id)));
  });

  it('deployments with prefixes of their own have streams of the same name', async () => {
    const stream = someStream();
    const [here, there] = [open(unique('here.')), open(unique('there.'))];
    for (const store of [here, there])
      expect(await store.append({ stream, expectedRevision: -1, events: [someEvent()] })).toMatchObject({
        revision: 0,
        duplicate: false,
      });
    expect(await here.readAll({})).toMatchObject([{ stream, revision: 0 }]);
    expect(await here.readAll({ categories: ['registration.volunteer'] })).toHaveLength(1);
    expect(await here.readStream(stream)).not.toEqual(await there.readStream(stream));
  });

  it('the very same events once more are answered as the first time; a part of them, or more, is a conflict', async () => {
    const store = open(unique('again.'));
    const stream = someStream();
    const [a, b, c] = [someEvent(), someEvent(), someEvent()];
    const first = await store.append({ stream, expectedRevision: -1, events: [a, b] });
    expect(await store.append({ stream, expectedRevision: -1, events: [a, b] })).toEqual(first);
    for (const events of [
      [a, c],
      [a, b, c],
      [b, a],
    ])
      await expect(store.append({ stream, expectedRevision: -1, events })).rejects.toMatchObject({
        code: 'wrong-expected-revision',
        actual: 1,
      });
    expect(await store.readStream(stream)).toHaveLength(2);
  });

  it('an append that is too large is refused, not tried for ever, and writes nothing', async () => {
    const store = open(unique('large.'));
    const stream = someStream();
    // Servers take a mebibyte unless they are told otherwise.
    const events = [someEvent({ text: 'x'.repeat(1_500_000) })];
    const refused = store.append({ stream, expectedRevision: -1, events });
    await expect(refused).rejects.not.toThrow(Unavailable);
    expect(await store.readStream(stream)).toEqual([]);
  });
});

import { Unavailable, type EventStore } from '@lotsennetz/kernel';
import {
  describeWithServer,
  eventStoreDbServer,
  findOwnServers,
  someEvent,
  someStream,
  type OwnServer,
} from '@lotsennetz/testing';
import { openEventStoreDb } from './index.js';

// Always against the stub: the nodes of a server in a container are told to the outside by addresses of the inside.
describeWithServer('EventStoreDB, addresses', await findOwnServers(eventStoreDbServer), (startServer) => {
  let server: OwnServer;
  let store: EventStore;
  beforeAll(async () => {
    server = await startServer()();
  });
  afterEach(() => store.close());
  afterAll(() => server.dispose());

  const open = (change: (url: string) => string) => {
    store = openEventStoreDb(change(server.url), 'registration');
  };
  const begin = () => store.append({ stream: someStream(), expectedRevision: -1, events: [someEvent()] });

  it.each([
    ['a cluster, by its name', (url: string) => url.replace('esdb:', 'esdb+discover:')],
    ['a cluster, by several nodes', (url: string) => url.replace('?', ',127.0.0.1:1?')],
    ['KurrentDB', (url: string) => url.replace('esdb:', 'kurrentdb:')],
    ['credentials, which nobody asks for without TLS', (url: string) => url.replace('//', '//admin:ch%40ngeit@')],
    ['a deadline of another application', (url: string) => `${url}&defaultDeadline=1`],
    ['a preference for followers', (url: string) => `${url}&nodePreference=follower`],
  ])('%s', async (_, change) => {
    open(change);
    expect(await begin()).toMatchObject({ revision: 0, duplicate: false });
    expect(await store.head()).toBeDefined();
  });

  it('a cluster whose nodes went down is found again', async () => {
    open((url) => url.replace('esdb:', 'esdb+discover:'));
    await begin();
    await server.kill();
    await expect(begin()).rejects.toThrow(Unavailable);
    await expect(store.readAll({})).rejects.toThrow(Unavailable);
    await server.bringBack();
    for (let isBack = false; !isBack;)
      isBack = await begin().then(
        () => true,
        () => false,
      );
    expect(await store.head()).toBeDefined();
  });
});

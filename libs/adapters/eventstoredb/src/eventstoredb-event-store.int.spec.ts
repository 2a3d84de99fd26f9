import { randomUUID } from 'node:crypto';
import { describeWithServer, eventStoreContract, eventStoreDbServer, findServer } from '@lotsennetz/testing';
import { openEventStoreDbNamespace } from './eventstoredb-event-store.js';

const module = new URL('eventstoredb-event-store.ts', import.meta.url).href;

describeWithServer('EventStoreDB', await findServer(eventStoreDbServer), (server) => {
  eventStoreContract(
    'EventStoreDB',
    () => {
      // The server keeps what earlier tests and other runs have written.
      const argument = { url: server().url, namespace: `contract-${randomUUID()}` };
      return Promise.resolve({
        open: () => Promise.resolve(openEventStoreDbNamespace(argument)),
        opening: { module, factory: openEventStoreDbNamespace.name, argument },
        dispose: () => Promise.resolve(),
      });
    },
    { processes: 3 },
  );
});

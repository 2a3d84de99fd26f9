import {
  eventStoreDbServer,
  findOwnServers,
  kafkaServer,
  mongoServer,
  type Found,
  type OwnServer,
} from '@lotsennetz/testing';
import type { Settings } from '../platform-process.js';

/** Servers of one test, which it may kill. */
export interface OwnServers extends AsyncDisposable {
  readonly kafka: OwnServer;
  readonly mongo: OwnServer;
  /** The stub of an EventStoreDB; used by the processes whose settings name it. */
  readonly eventStore: OwnServer;
  readonly settings: Settings;
}

/** Short sessions, so that a held-up consumer is missed soon; several partitions, so that replicas share the work. */
const kafkaOptions = 'partitions=3&sessionSeconds=6';

export async function findFaultServers(): Promise<Found<() => Promise<OwnServers>>> {
  const kafka = await findOwnServers(kafkaServer);
  if ('missing' in kafka) return kafka;
  const mongo = await findOwnServers(mongoServer);
  if ('missing' in mongo) return mongo;
  const eventStore = await findOwnServers(eventStoreDbServer);
  if ('missing' in eventStore) return eventStore;
  return {
    server: async () => serversOf(await Promise.all([kafka.server(), mongo.server(), eventStore.server()])),
  };
}

function serversOf([kafka, mongo, eventStore]: readonly [OwnServer, OwnServer, OwnServer]): OwnServers {
  return {
    ...{ kafka, mongo, eventStore },
    settings: {
      LOTSENNETZ_BUS: `${kafka.url}?${kafkaOptions}`,
      LOTSENNETZ_READ_MODELS: mongo.url.replace(/^(mongodb:..[^/?]+)\/?/, '$1/faults'),
    },
    async [Symbol.asyncDispose]() {
      for (const server of [kafka, mongo, eventStore]) await server.dispose();
    },
  };
}

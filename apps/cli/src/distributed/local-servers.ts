import { fileURLToPath } from 'node:url';
import { startChild, type Child } from './child.js';

const tools = fileURLToPath(new URL('../../../../tools/servers', import.meta.url));

export interface LocalServers {
  /** Settings for every process of the platform. */
  readonly settings: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * Real servers on this machine without Docker: Kafka's broker, and a server that speaks MongoDB's protocol.
 * Addresses that are set already are used instead of starting one. Without `EVENTSTORE_URL` histories stay in SQLite
 * files that the processes of this host share: there is no EventStoreDB to be had without Docker.
 */
export async function startLocalServers(
  folder: string,
  given: { readonly kafka?: string; readonly mongo?: string; readonly eventStore?: string },
): Promise<LocalServers> {
  const started: Child[] = [];
  const server = async (name: string, script: string) => {
    const child = await startChild(name, [process.execPath, `${tools}/${script}`, '--folder', `${folder}/${name}`], {
      ready: /"url"\s*:\s*"([^"]+)"/,
    });
    started.push(child);
    return child.found;
  };
  const [bus, readModels] = await Promise.all([
    given.kafka ?? server('kafka', 'kafka/kafka.mjs'),
    given.mongo ?? server('mongo', 'mongo/mongo.mjs'),
  ]);
  return {
    settings: {
      LOTSENNETZ_BUS: bus,
      LOTSENNETZ_READ_MODELS: readModels,
      LOTSENNETZ_EVENT_STORE: given.eventStore ?? 'sqlite:',
    },
    stop: async () => {
      await Promise.all(started.map((child) => child.stop()));
    },
  };
}

import type { RunningServer, ServerKind } from './server-kind.js';

const image = 'eventstore/eventstore:24.2.0-jammy';
const port = 2113;

/** A single EventStoreDB node; where there is neither an address nor Docker, the stub, which proves the client only. */
export const eventStoreDbServer: ServerKind = {
  name: 'eventstoredb',
  variable: 'EVENTSTORE_URL',
  inDocker: startInDocker,
  program: 'eventstoredb/stub.mjs',
};

async function startInDocker(): Promise<RunningServer> {
  const { GenericContainer, Wait } = await import('testcontainers');
  const container = await new GenericContainer(image)
    .withExposedPorts(port)
    .withEnvironment({ EVENTSTORE_INSECURE: 'true', EVENTSTORE_MEM_DB: 'true', EVENTSTORE_RUN_PROJECTIONS: 'None' })
    .withWaitStrategy(Wait.forHttp('/health/live', port).forStatusCode(204))
    .start();
  return {
    url: `esdb://${container.getHost()}:${container.getMappedPort(port)}?tls=false`,
    stop: async () => {
      await container.stop();
    },
  };
}

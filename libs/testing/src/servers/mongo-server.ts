import type { RunningServer, ServerKind } from './server-kind.js';

const image = 'mongo:8.0';

/** A server of the MongoDB protocol. In Docker MongoDB itself as a replica set of one, with transactions; here without. */
export const mongoServer: ServerKind = {
  name: 'mongo',
  variable: 'MONGODB_URL',
  inDocker: startInDocker,
  program: 'mongo/mongo.mjs',
};

async function startInDocker(): Promise<RunningServer> {
  const { GenericContainer, Wait } = await import('testcontainers');
  const container = await new GenericContainer(image)
    .withExposedPorts(27017)
    .withCommand(['mongod', '--replSet', 'rs0', '--bind_ip_all'])
    .withWaitStrategy(Wait.forLogMessage(/Waiting for connections/))
    .start();
  await container.exec([
    'mongosh',
    '--quiet',
    '--eval',
    'rs.initiate(); while (!db.hello().isWritablePrimary) sleep(50)',
  ]);
  return {
    // Directly: the set knows itself by a name that only counts inside.
    url: `mongodb://${container.getHost()}:${container.getMappedPort(27017)}/?directConnection=true`,
    stop: async () => {
      await container.stop();
    },
  };
}

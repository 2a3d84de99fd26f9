import type { RunningServer, ServerKind } from './server-kind.js';

const image = 'apache/kafka:4.1.0';

/** A single Kafka broker that is controller too. */
export const kafkaServer: ServerKind = {
  name: 'kafka',
  variable: 'KAFKA_URL',
  inDocker: startInDocker,
  program: 'kafka/kafka.mjs',
};

async function startInDocker(): Promise<RunningServer> {
  const { GenericContainer, RandomPortGenerator, Wait } = await import('testcontainers');
  // The broker tells its clients where to find it, so the port outside must be known before it starts.
  const port = await new RandomPortGenerator().generatePort();
  const container = await new GenericContainer(image)
    .withExposedPorts({ container: 9092, host: port })
    .withEnvironment(environmentOf(port))
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .start();
  return {
    url: `kafka://${container.getHost()}:${port}`,
    stop: async () => {
      await container.stop();
    },
  };
}

function environmentOf(port: number): Record<string, string> {
  return {
    KAFKA_PROCESS_ROLES: 'broker,controller',
    KAFKA_NODE_ID: '1',
    KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
    KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
    KAFKA_LISTENERS: 'PLAINTEXT://0.0.0.0:9092,CONTROLLER://localhost:9093',
    KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://localhost:${port}`,
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
    KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
  };
}

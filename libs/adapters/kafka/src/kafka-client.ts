import type { Kafka, SASLOptions } from 'kafkajs';
import type { KafkaAddress } from './kafka-address.js';

/** Attempts within one call; what goes on after that is for the publisher's caller and the subscription to say. */
export const fewRetries = { initialRetryTime: 100, maxRetryTime: 1_000, retries: 4 };

/** kafkajs, loaded with the first use: a process with another bus does not pay for it. */
export type KafkaClient = () => Promise<Kafka>;

/** Connects to nothing yet. */
export function kafkaClient(address: KafkaAddress): KafkaClient {
  let client: Promise<Kafka> | undefined;
  return () => (client ??= loadClient(address));
}

async function loadClient({ brokers, ssl, sasl }: KafkaAddress): Promise<Kafka> {
  const { Kafka, logLevel } = await import('kafkajs');
  return new Kafka({
    clientId: 'lotsennetz',
    brokers: [...brokers],
    ssl,
    ...(sasl ? { sasl: sasl as SASLOptions } : {}),
    connectionTimeout: 1_000,
    authenticationTimeout: 3_000,
    requestTimeout: 4_000,
    retry: fewRetries,
    // It would log every refused connection, and errors of handlers with their text; what matters is told by notices.
    logLevel: logLevel.NOTHING,
  });
}

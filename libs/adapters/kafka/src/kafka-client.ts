import { Kafka, logLevel, type SASLOptions } from 'kafkajs';
import type { KafkaAddress } from './kafka-address.js';

/** Attempts within one call; what goes on after that is for the publisher's caller and the subscription to say. */
export const fewRetries = { initialRetryTime: 100, maxRetryTime: 1_000, retries: 4 };

/** Connects to nothing yet. */
export function kafkaClient({ brokers, ssl, sasl }: KafkaAddress): Kafka {
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

import type { Kafka, RetryOptions, SASLOptions } from 'kafkajs';
import type { KafkaAddress } from './kafka-address.js';
import { loadKafkaJs } from './kafkajs-timers.js';
import { shareDecoding } from './shared-decoding.js';

/** Attempts within one call: an outage is told to the caller, who knows when to try again. */
export const quick: RetryOptions = { initialRetryTime: 100, maxRetryTime: 1_000, retries: 4 };

/**
 * Attempts for about as long as the group keeps a silent member. One that gives up earlier comes back as another, and
 * the whole group waits for the session of the first to run out.
 */
export function patient(sessionTimeoutMs: number): RetryOptions {
  return { ...quick, retries: Math.ceil(sessionTimeoutMs / 1_000) };
}

/** kafkajs, loaded with the first use: a process with another bus does not pay for it. */
export type KafkaClient = () => Promise<Kafka>;

/** Connects to nothing yet. */
export function kafkaClient(address: KafkaAddress, retry: RetryOptions): KafkaClient {
  let client: Promise<Kafka> | undefined;
  return () => (client ??= loadClient(address, retry));
}

async function loadClient({ brokers, ssl, sasl }: KafkaAddress, retry: RetryOptions): Promise<Kafka> {
  const { Kafka, logLevel } = await loadKafkaJs();
  await shareDecoding();
  return new Kafka({
    clientId: 'lotsennetz',
    brokers: [...brokers],
    ssl,
    ...(sasl ? { sasl: sasl as SASLOptions } : {}),
    connectionTimeout: 1_000,
    authenticationTimeout: 3_000,
    requestTimeout: 4_000,
    retry,
    // It would log every refused connection, and errors of handlers with their text; what matters is told by notices.
    logLevel: logLevel.NOTHING,
  });
}

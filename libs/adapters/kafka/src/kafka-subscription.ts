import { pause, type EventBus } from '@lotsennetz/kernel';
import type { Consumer } from 'kafkajs';
import { handlingOf, type Notice } from './batch-handling.js';
import { fewRetries, type KafkaClient } from './kafka-client.js';
import { codeOf } from './kafka-failure.js';
import type { KafkaTopics } from './kafka-topics.js';
import { within } from './within.js';

const firstPauseMs = 250;
const longestPauseMs = 5_000;
/** A consumer that has worked for so long has not failed at once. */
const steadyAfterMs = 30_000;
/** How long an idle consumer may wait for news, and so how long stopping it may take. */
const fetchWaitMs = 500;
const leaveWithinMs = 5_000;

type Subscription = Parameters<EventBus['consume']>[0];

export interface SubscriptionPorts {
  readonly kafka: KafkaClient;
  readonly topics: KafkaTopics;
  readonly sessionTimeoutMs: number;
  readonly notice: Notice;
}

/**
 * Consumes until the signal aborts, through outages: a consumer that crashes is replaced by a new one of the same group.
 * After a rebalance kafkajs may still handle what it had fetched of partitions that are others' by now, so an event may
 * be handled twice, even at the same time: the kernel's `Consumer` guards by the revision it has seen of each stream.
 */
export async function consumeUntilAborted(ports: SubscriptionPorts, subscription: Subscription): Promise<void> {
  const { signal, topic, group } = subscription;
  let pauseMs = firstPauseMs;
  while (!signal.aborted) {
    const since = performance.now();
    try {
      await consumeUntilCrash(ports, subscription);
    } catch (error) {
      ports.notice(`${group} lost ${topic}: ${codeOf(error)}; trying again`);
      ports.topics.forget();
    }
    if (performance.now() - since > steadyAfterMs) pauseMs = firstPauseMs;
    await pause(pauseMs, signal);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  }
}

/** @throws what crashed the consumer, or kept it from starting. */
async function consumeUntilCrash(ports: SubscriptionPorts, subscription: Subscription): Promise<void> {
  const { topic, signal } = subscription;
  const consumer = await consumerOf(ports, subscription.group);
  const ended = Promise.withResolvers<undefined>();
  const stop = () => ended.resolve(undefined);
  signal.addEventListener('abort', stop, { once: true });
  consumer.on(consumer.events.CRASH, ({ payload }) => ended.reject(payload.error));
  try {
    await ports.topics.ensure(topic);
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run(runOf(ports, subscription));
    await ended.promise;
  } finally {
    signal.removeEventListener('abort', stop);
    ended.promise.catch(() => undefined);
    await leave(consumer);
  }
}

async function consumerOf({ kafka, sessionTimeoutMs }: SubscriptionPorts, groupId: string): Promise<Consumer> {
  return (await kafka()).consumer({
    groupId,
    sessionTimeout: sessionTimeoutMs,
    heartbeatInterval: heartbeatMsOf(sessionTimeoutMs),
    maxWaitTimeInMs: fetchWaitMs,
    allowAutoTopicCreation: false,
    // It would restart for ever and tell nobody; replacing it is done above.
    retry: { ...fewRetries, restartOnFailure: () => Promise.resolve(false) },
  });
}

function runOf({ sessionTimeoutMs, notice }: SubscriptionPorts, { handle }: Subscription) {
  return {
    autoCommit: false,
    eachBatchAutoResolve: false,
    eachBatch: handlingOf({ handle, notice, heartbeatMs: heartbeatMsOf(sessionTimeoutMs) }),
  };
}

const heartbeatMsOf = (sessionTimeoutMs: number) => Math.min(3_000, sessionTimeoutMs / 6);

/** Finishes the batch under way, then tells the group, so that others take over at once. */
async function leave(consumer: Consumer): Promise<void> {
  await consumer.stop().catch(() => undefined);
  await within(leaveWithinMs, consumer.disconnect()).catch(() => undefined);
}

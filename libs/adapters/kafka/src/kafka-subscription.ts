import { pause, type EventBus } from '@lotsennetz/kernel';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import { handlingOf, type Notice } from './batch-handling.js';
import { patient, type KafkaClient } from './kafka-client.js';
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
async function consumeUntilCrash(
  ports: SubscriptionPorts,
  { topic, group, handle, signal }: Subscription,
): Promise<void> {
  await ports.topics.ensure(topic);
  const consumer = await consumerOf(ports, group);
  const ended = Promise.withResolvers<undefined>();
  const stop = () => ended.resolve(undefined);
  signal.addEventListener('abort', stop, { once: true });
  // Aborted earlier, it would not say so again.
  if (signal.aborted) stop();
  consumer.on(consumer.events.CRASH, ({ payload }) => ended.reject(payload.error));
  const handleBatch = handlingOf({ handle, notice: ports.notice, heartbeatMs: heartbeatMsOf(ports.sessionTimeoutMs) });
  let underWay: Promise<void> | undefined;
  const eachBatch = (fetched: EachBatchPayload) => (underWay = handleBatch(fetched));
  try {
    await Promise.race([start(consumer, { topic, eachBatch, signal }), ended.promise]);
    await ended.promise;
  } finally {
    signal.removeEventListener('abort', stop);
    // Stops fetching and tells the group, so that others take over at once.
    const left = consumer.disconnect();
    await underWay?.catch(() => undefined);
    await within(leaveWithinMs, left).catch(() => undefined);
  }
}

async function consumerOf({ kafka, sessionTimeoutMs }: SubscriptionPorts, groupId: string): Promise<Consumer> {
  return (await kafka()).consumer({
    groupId,
    sessionTimeout: sessionTimeoutMs,
    heartbeatInterval: heartbeatMsOf(sessionTimeoutMs),
    maxWaitTimeInMs: fetchWaitMs,
    allowAutoTopicCreation: false,
    retry: {
      ...patient(sessionTimeoutMs),
      // It would restart for ever and tell nobody; replacing it is done above.
      restartOnFailure: () => Promise.resolve(false),
    },
  });
}

interface Start {
  readonly topic: string;
  readonly eachBatch: (fetched: EachBatchPayload) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Goes no further once aborted: connecting may take long while the brokers are away, and nobody waits for it then. */
async function start(consumer: Consumer, { topic, eachBatch, signal }: Start): Promise<void> {
  const steps = [
    () => consumer.connect(),
    () => consumer.subscribe({ topic, fromBeginning: true }),
    () => consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch }),
  ];
  for (const step of steps) if (!signal.aborted) await step();
}

const heartbeatMsOf = (sessionTimeoutMs: number) => Math.min(3_000, sessionTimeoutMs / 6);

import { Kafka, logLevel, type Batch, type Consumer } from 'kafkajs';
import { childInput, serveParent } from '../child.js';

export interface ConsumerInput {
  readonly broker: string;
  readonly topic: string;
  /** Each receives and commits every message; what the first has received is counted. */
  readonly groups: readonly string[];
}

export interface Received {
  readonly count: number;
  /** Milliseconds from sending to receiving, of messages that say when they were sent. */
  readonly lagsMs: readonly number[];
}

/** The baseline: kafkajs alone receives and commits, and does nothing else. */
const { broker, topic, groups } = childInput() as ConsumerInput;
const kafka = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING });
let count = 0;
const lagsMs: number[] = [];
const [counted, ...uncounted] = groups;
const consumers = await Promise.all([
  consuming(counted ?? '', noteReceived),
  ...uncounted.map((group) => consuming(group, () => undefined)),
]);
serveParent({}, { received: (): Received => ({ count, lagsMs }) }, async () => {
  await Promise.all(consumers.map((consumer) => consumer.disconnect()));
});

/** Resolves when the group has given it its partitions. */
async function consuming(group: string, onBatch: (batch: Batch) => void): Promise<Consumer> {
  const consumer = kafka.consumer({ groupId: group, maxWaitTimeInMs: 500 });
  const joined = Promise.withResolvers<undefined>();
  consumer.on(consumer.events.GROUP_JOIN, () => joined.resolve(undefined));
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    eachBatch: ({ batch }) => {
      onBatch(batch);
      return Promise.resolve();
    },
  });
  await joined.promise;
  return consumer;
}

function noteReceived({ messages }: Batch): void {
  count += messages.length;
  for (const { headers } of messages) {
    const sentAt = headers?.['sent-at'];
    if (sentAt) lagsMs.push(Date.now() - Number(sentAt.toString()));
  }
}

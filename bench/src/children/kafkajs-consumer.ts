import { Kafka, logLevel } from 'kafkajs';
import { childInput, serveParent } from '../child.js';

export interface ConsumerInput {
  readonly broker: string;
  readonly topic: string;
  readonly group: string;
}

export interface Received {
  readonly count: number;
  /** Milliseconds from sending to receiving, of messages that say when they were sent. */
  readonly lagsMs: readonly number[];
}

/** The baseline: kafkajs alone receives and commits, and does nothing else. */
const { broker, topic, group } = childInput() as ConsumerInput;
const kafka = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING });
const consumer = kafka.consumer({ groupId: group, maxWaitTimeInMs: 500 });
let count = 0;
const lagsMs: number[] = [];
const joined = Promise.withResolvers<undefined>();
consumer.on(consumer.events.GROUP_JOIN, () => joined.resolve(undefined));
await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });
await consumer.run({
  eachBatch: ({ batch }) => {
    count += batch.messages.length;
    for (const { headers } of batch.messages) {
      const sentAt = headers?.['sent-at'];
      if (sentAt) lagsMs.push(Date.now() - Number(sentAt.toString()));
    }
    return Promise.resolve();
  },
});
await joined.promise;
serveParent({}, { received: (): Received => ({ count, lagsMs }) }, () => consumer.disconnect());

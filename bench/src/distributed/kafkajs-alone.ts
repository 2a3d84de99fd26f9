import { writeFileSync } from 'node:fs';
import { pause } from '@lotsennetz/kernel';
import { Kafka, logLevel } from 'kafkajs';
import { Child } from '../child.js';
import type { ConsumerInput, Received } from '../children/kafkajs-consumer.js';
import type { ProducerInput, RawMessage } from '../children/kafkajs-producer.js';
import type { Load, Measured } from './ours.js';

/** As many as the relay publishes at once. */
const pageSize = 500;

/** The last messages of a topic, as they lie there. */
export async function messagesOf(broker: string, topic: string, count: number): Promise<readonly RawMessage[]> {
  const kafka = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `copy-of-${topic}` });
  const messages: RawMessage[] = [];
  const enough = Promise.withResolvers<undefined>();
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    eachMessage: ({ message: { key, value, headers = {} } }) => {
      const texts = Object.entries(headers).map(([name, text]) => [name, text?.toString() ?? '']);
      messages.push({
        key: key?.toString() ?? '',
        value: value?.toString() ?? '',
        headers: Object.fromEntries(texts) as RawMessage['headers'],
      });
      if (messages.length === count) enough.resolve(undefined);
      return Promise.resolve();
    },
  });
  await enough.promise;
  await consumer.disconnect();
  return messages;
}

export interface AloneTask {
  readonly broker: string;
  readonly topic: string;
  readonly folder: string;
  readonly messages: readonly RawMessage[];
  /** For each process that receives, its groups; what the first groups of the counted ones receive is measured. */
  readonly receivers: readonly Receiver[];
  readonly partitions: number;
  readonly load: Load;
}

/** A process that receives and commits. */
export interface Receiver {
  readonly groups: readonly string[];
  /** Its first group is the counterpart of the reaction that is measured. */
  readonly counted: boolean;
}

/** The same messages through kafkajs alone: one process sends, others receive and commit. */
export async function measureKafkajsAlone(task: AloneTask): Promise<Measured> {
  const { broker, topic, folder, messages, load } = task;
  await createTopic(broker, topic, task.partitions);
  const file = `${folder}/${topic}.json`;
  writeFileSync(file, JSON.stringify(messages));
  const producer = await Child.start('kafkajs-producer', {
    ...{ broker, topic, messages: file, pageSize, paced: load.paced },
  } satisfies ProducerInput);
  const consumers: Child<unknown>[] = [];
  const others: Child<unknown>[] = [];
  for (const { groups, counted } of task.receivers) {
    const input: ConsumerInput = { broker, topic, groups: groups.map((group) => `${topic}.${group}`) };
    (counted ? consumers : others).push(await Child.start('kafkajs-consumer', input));
  }
  const since = performance.now();
  await producer.ask('sendAll');
  await receive(consumers, messages.length);
  const eventsPerSecond = (messages.length / (performance.now() - since)) * 1000;
  await producer.ask('sendPaced');
  const lagsMs = await receive(consumers, messages.length + load.paced.count);
  await Promise.all([producer, ...consumers, ...others].map((child) => child.stop()));
  return { eventsPerSecond, lagsMs };
}

async function receive(consumers: readonly Child<unknown>[], wanted: number): Promise<readonly number[]> {
  for (;;) {
    const all = await Promise.all(consumers.map((consumer) => consumer.ask<Received>('received')));
    if (all.reduce((sum, { count }) => sum + count, 0) >= wanted) return all.flatMap(({ lagsMs }) => lagsMs);
    await pause(10);
  }
}

async function createTopic(broker: string, topic: string, numPartitions: number): Promise<void> {
  const admin = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions }] });
  await admin.disconnect();
}
